"""Given names: what one of them is called for short or in another language, and common ones.

A line is one name. Some short forms stand in two lines: Sascha is Alexander or Alexandra.
"""

from functools import cache

from people.spelling import sounds_of, words_of

GROUPS = """
alexander aleksandr alexandr oleksandr aleksander sasha sascha sacha shura alex
alexandra aleksandra oleksandra sasha sascha sacha shura alex sandra
alexei aleksei oleksii olexij aljoscha alyosha lyosha ljoscha
anastasia anastasiya nastya nastja nastia stasia
andrei andrii andrij andriy
andreas andi andy
andrew andy drew
anna anya anja annie anne
anton toni
anthony tony
antonio toni tony
benjamin ben benny
boris borys borja borya
barbara bärbel babsi basia
charles charlie chuck
karl carl
christian chris kristian
christine christina chris tina kristina kristin
christopher christoph chris kit kristof krzysztof krzysiek
daniel dan danny danila
daria daria dasha dascha darya
david dave davit dawid
dmitri dmytro dima mitja mitya dmitrij
eduard edward edvard ed eddie ted eddy
elena olena helena lena lenka yelena jelena
elisabeth elizabeth yelizaveta elisaveta liza lisa liz lizzie beth betty elsbeth ella
evgeni yevgeny evhen jewgeni eugen eugene zhenya schenja
evgenia yevgenia jewgenija zhenya schenja eugenia
frances francesca franziska franzi fran
francis frank
francisco paco
fyodor fedor fedir theodor fedja fedya
gabriel gabi gabe
gabriele gabriela gabriella gabi
georg george georgi georgy giorgi georgii heorhii gosha
gerhard gerd gert
grigori hryhorii grigory grisha grischa gregor
hans johannes johann hannes
johanna hanna hannah hanne
john johnny jack
ivan iwan vanya wanja
heinrich heiner heinz
henry harry hank
hendrik henrik
igor ihor
ilya illia ilja elias
irina iryna ira irene irena
jacob jakob jake
james jim jimmy jamie
iakov yakov jakow yasha jascha
jennifer jenny jen
joachim jochen achim
joseph joe joey
josef sepp
jose pepe
katharina katerina ekaterina kateryna yekaterina katja katya kate kathrin katrin catherine kathy
konstantin kostya kostja kostas
leonid lev leo ljonja lyonya
ljubov lyubov ljuba lyuba
ludmila lyudmila ljudmila lyuda ljuda mila
manfred manni fred
margarete margarethe margarita grete gretchen rita margaret maggie peggy meg
maria marija mariya mascha masha marie marusja
mary molly polly
matthias mathias
matthew matt
maxim max maksym maximilian maximiliano
michael mike mick mickey micha
mikhail michail mykhailo mischa misha
natalia nataliya natalie natascha natasha nata
nadezhda nadja nadya nadia nadine
nicholas nick nicky
nicolas nico niko
nikolaus klaus niko nico
nikolai nikolay mykola kolya kolja niko
olga olha olja olya
pavel pawel pavlo pascha pasha
peter pete
petr pyotr petro piotr pjotr petja petya
philip philipp phil filip felipe
rafael raphael rafa
richard rick rich dick ritchie
robert rob bob bobby roberto bert
roman roma
samuel sam sammy
samantha sam
sebastian basti bastian
sergei serhii sergey serge serjoscha seryozha sergio
simon semyon semjon szymon
sofia sophia sophie sonja sonya sofija
stefan stephan
stephen steven steve
stephanie steffi stefanie stefania
susanne susanna susi
susan sue susie
svetlana switlana sweta sveta lana
tatiana tatjana tetiana tatyana tanja tanya
thomas tom tommy tomas
tomasz tomek
timothy tim timo
ulrich uli ulli
ursula uschi ulla
vasili vasyl wassili vasya wasja basil
veronika veronica vroni vera
victor viktor vitya witja vic
victoria viktoria vika vicky
viktoria vika
vladimir volodymyr wladimir volodja vova wowa wolodja
vyacheslav slava wjatscheslaw
yuri yurii jurij jura yura juri
walter walt
wilhelm willi willy wim
william will bill billy liam
wolfgang wolf wolfi
yulia julia julija julie juliette
"""
# Common names that a slip could turn into another: two of them are two names.
COMMON = """
adam adrian agnes albert alfred alice alina amelie anita annette antje arne arno astrid axel beate
bernd bernhard bettina birgit björn brigitte britta bruno carla carola carolin celine clara claudia
claudio claude claudine cornelia cornelius corinna dagmar damian dana daniela dennis denise diana
dieter dirk dora doris edith elke ellen else emil emma emilia emily erik erika ernst eva felix
ferdinand fiona florian florence frieda friedrich fritz georgia gerda gisela greta günter gunnar
gustav hanne hannelore harald heike helga helmut herbert hermann hilda holger horst hugo ida ilona
ilse inga ingo ingrid iris isabel isabella jana janina jane jens joan joanna joerg johanna jonas
jonathan josefa julian juliane julius jutta kai karin karla karolina katja kerstin kevin kim
kirsten klara kurt lara lars laura lea lenny leon leona leonie linda lorenz lothar louis louisa
luca lucas lucia lucie luis luisa lukas lutz maik maja manuel manuela marc marcel marco marcus
marek mareike marina mario marion marianne mariam marius mark marko markus marlene marta martha
martin martina mats maurice max melanie merle milan milena milos miriam mirjam mirko monika morten
nils nina nino nora norbert olaf ole oliver olivia oskar otto patricia patrick paula pauline petra
pia rainer ralf ralph ramona regina reinhard renate rene renata ricarda rita robin roberta rolf
ronald rosa rudolf ruth sabine sabrina sara sarah saskia silke silvia silvio simone sina sonia
stella sten steffen sven svenja sybille sylvia tamara tania teresa theo theresa thorsten tilo tina
tobias torben torsten udo ulrike uta ute uwe valentin valeria valerie vanessa vera verena viola
vincent volker wanda werner willy yvonne yves zoe
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(GROUPS.strip().splitlines()):
        for name in line.split():
            for form in _forms(name):
                found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(form for name in COMMON.split() for form in _forms(name)) | _groups().keys()


def _forms(name: str) -> set[str]:
    return {*words_of(name), *(f"~{sound}" for sound in sounds_of(name))}


def may_be_one_name(first: str, second: str) -> bool:
    """Tell whether one is a short or foreign form of the other: Kolja, Nikolai."""
    return bool(_numbers(first) & _numbers(second))


def is_given_name(word: str) -> bool:
    return not _known().isdisjoint(_forms(word))


def _numbers(word: str) -> set[int]:
    groups = _groups()
    return {number for form in _forms(word) for number in groups.get(form, ())}


def numbers_of_sound(sound: str) -> frozenset[int]:
    """Return the names that a word of this sound may stand for, by number."""
    return _groups().get(f"~{sound}", frozenset())
