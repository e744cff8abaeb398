"""Cities that other languages call otherwise: entered in any spelling, told in the reader's.

What the table does not know stays as it was entered. Nothing here knows the database.
"""

from functools import cache

from editorial.spelling import fold

LANGUAGES = ("de", "en")
# Country (ISO codes, former ones too) | German | English | how else people write it.
TABLE = """
AM|Jerewan|Yerevan|Erewan
AT|Wien|Vienna
AZ|Baku|Baku|Bakı
BE|Antwerpen|Antwerp|Anvers
BE|Brügge|Bruges|Brugge
BE|Brüssel|Brussels|Bruxelles|Brussel
BE|Gent|Ghent|Gand
BE|Löwen|Leuven|Louvain
BE|Lüttich|Liège|Luik
BG|Sofia|Sofia|София
BY|Minsk|Minsk|Мінск|Минск
CH|Basel|Basel|Bâle|Basle
CH|Genf|Geneva|Genève
CH|Luzern|Lucerne
CH|Zürich|Zurich
CN|Kanton|Guangzhou|Canton
CN|Peking|Beijing
CN|Shanghai|Shanghai|Schanghai
CO|Bogotá|Bogotá
CU|Havanna|Havana|La Habana
CZ CS|Brünn|Brno
CZ CS|Karlsbad|Karlovy Vary
CZ CS|Pilsen|Pilsen|Plzeň
CZ CS|Prag|Prague|Praha
DE|Hannover|Hanover
DE|Köln|Cologne
DE|München|Munich
DE|Nürnberg|Nuremberg
DK|Kopenhagen|Copenhagen|København
DZ|Algier|Algiers|Alger
EG|Kairo|Cairo|Al-Qahira
ES|Saragossa|Zaragoza
ES|Sevilla|Seville
ES|San Sebastián|San Sebastián|Donostia
FR|Nizza|Nice
FR|Straßburg|Strasbourg
GE SU|Tiflis|Tbilisi|თბილისი|Тбилиси
GR|Athen|Athens|Athina|Αθήνα
GR|Thessaloniki|Thessaloniki|Θεσσαλονίκη|Saloniki
IL|Jerusalem|Jerusalem|Yerushalayim
IN|Kalkutta|Kolkata
IN|Neu-Delhi|New Delhi
IR|Teheran|Tehran|تهران
IT|Bozen|Bolzano
IT|Florenz|Florence|Firenze
IT|Genua|Genoa|Genova
IT|Mailand|Milan|Milano
IT|Neapel|Naples|Napoli
IT|Padua|Padua|Padova
IT|Rom|Rome|Roma
IT|Trient|Trento
IT|Triest|Trieste
IT|Turin|Turin|Torino
IT|Venedig|Venice|Venezia
JP|Kyoto|Kyoto|Kioto
JP|Tokio|Tokyo|東京
KR|Busan|Busan|Pusan
KR|Seoul|Seoul|서울
KZ SU|Almaty|Almaty|Alma-Ata|Алматы
LB|Beirut|Beirut|Beyrouth
LT SU|Vilnius|Vilnius|Wilna
LU|Luxemburg|Luxembourg
LV SU|Riga|Riga|Rīga
MD SU|Chișinău|Chișinău|Kischinau|Chisinau
MX|Mexiko-Stadt|Mexico City|Ciudad de México
NL|Den Haag|The Hague|'s-Gravenhage
NP|Kathmandu|Kathmandu
PL|Breslau|Wrocław
PL|Danzig|Gdańsk
PL|Krakau|Kraków|Cracow
PL|Lodz|Łódź
PL|Posen|Poznań
PL|Warschau|Warsaw|Warszawa
PT|Lissabon|Lisbon|Lisboa
RO|Bukarest|Bucharest|București
RO|Cluj-Napoca|Cluj-Napoca|Cluj|Klausenburg
RS YU|Belgrad|Belgrade|Beograd|Београд
RU SU|Moskau|Moscow|Moskva|Москва
RU SU|Sankt Petersburg|Saint Petersburg|St. Petersburg|Санкт-Петербург
SE|Göteborg|Gothenburg
SG|Singapur|Singapore
SY|Damaskus|Damascus
TM SU|Aschgabat|Ashgabat|Ашхабад
UA SU|Charkiw|Kharkiv|Kharkov|Харків
UA SU|Kiew|Kyiv|Kyjiw|Київ|Киев
UA SU|Lwiw|Lviv|Lemberg|Львів
UA SU|Odessa|Odesa|Одеса
UZ SU|Taschkent|Tashkent|Ташкент
VN|Hanoi|Hanoi|Hà Nội
"""


def city_name(city: str, country: str, language: str) -> str:
    """Return what `language` calls the city; what is not known, as it was entered.

    Without a country the name must mean one city only.
    """
    names = _names_of(city, country)
    if language not in LANGUAGES or not names:
        return city
    return names[LANGUAGES.index(language)]


def city_spellings(city: str, country: str) -> tuple[str, ...]:
    """Return all names of the city, the entered one first, for whoever searches it."""
    return tuple(dict.fromkeys([city, *_names_of(city, country)])) if city else ()


def city_beside(name: str, city: str, country: str, language: str) -> str:
    """Return what `language` calls the city; '' if it stands in `name` already."""
    spellings = city_spellings(city, country)
    if any(f" {fold(spelling)} " in f" {fold(name)} " for spelling in spellings):
        return ""
    return city_name(city, country, language)


def is_same_city(asked: str, city: str, country: str) -> bool:
    """Tell whether `asked`, in any spelling, is the city."""
    return fold(asked) in {fold(name) for name in city_spellings(city, country)}


def _names_of(city: str, country: str) -> tuple[str, ...]:
    return _table().get((country.upper(), fold(city)), ())


@cache
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the names by country and folded spelling; '' is no country."""
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in TABLE.split("\n"):
        countries, _separator, rest = line.partition("|")
        names = tuple(rest.split("|"))
        for country in ("", *countries.split()) if rest else ():
            table |= {(country, fold(name)): names for name in names}
    return table
