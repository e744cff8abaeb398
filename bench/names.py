"""A hundred thousand names, asked for in every way that people type, and the doubles of some."""

import random
import statistics
import time
from collections.abc import Iterator

from bench.catalogue import write, write_records

PEOPLE, FEWER, ASKED = 100_000, 5_000, 25
SEED = 1968
GIVEN = (
    "Ada", "Mart", "Lena", "Jaan", "Ruth", "Ilse", "Tomasz", "Éva", "Nele", "Ole", "Wolfgang",
    "Katharina", "Sebastian", "Friederike", "Jean-Pierre", "Søren", "Željko", "Łukasz", "Maria",
    "Christopher", "Сергей", "Наталья", "Вячеслав", "Ксения", "Юрий", "Ирина", "Алексей", "Марк",
)  # fmt: skip
BEGINNINGS = (
    "Lind", "Berg", "Wald", "Stein", "Brand", "Schwarzen", "Ober", "Nieder", "Hart", "Kraus",
    "Щерба", "Жуков", "Хлебни", "Цыган", "Чай", "Звягин", "Яросла", "Ашкена", "Koval", "Horvá",
    "Fernán", "Lefeb", "Castel", "Ander", "Niel", "Zieliń", "Novot", "Petro", "Szabó", "Güns",
)  # fmt: skip
ENDINGS = (
    "qvist", "mann", "heimer", "feld", "stätter", "bach", "hofer", "ner", "strøm", "ski", "ович",
    "ев", "ский", "цов", "ин", "зи", "енко", "ová", "dez", "vre", "lanos", "sen", "ć", "ny", "u",
    "ter", "berger", "weiß", "meier", "dahl",
)  # fmt: skip
GERMAN = (
    "a", "b", "w", "g", "d", "e", "sch", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "ch", "z", "tsch", "sch", "schtsch", "", "y", "", "e", "ju", "ja",
)  # fmt: skip
LETTERS = "abdegiklmnoprstuw"


def bench_names() -> None:
    names = fill_names()
    chosen = random.Random(SEED).sample(names, ASKED)
    for label, spell in (
        ("exact", str),
        ("transliterated", transliterate),
        ("slipped", slip),
        ("partial", begin),
    ):
        report(label, [spell(name) for name in chosen])
    report("nobody", ["Zaphod Beeblebrox", "Xqzw Vbnm", "Quetzal Tlaloc"] * 8)


def fill_names() -> list[str]:
    """Write people of made-up names, each family name in several families; return the names."""
    from editorial.models import Record
    from people.models import Person
    from people.name_keys import index_names

    dice = random.Random(SEED)
    families = sorted({f"{a}{m}{b}" for a in BEGINNINGS for m in ("", "a", "er", "o", "i", "en")
                       for b in ENDINGS if is_one_script(a + m + b)})  # fmt: skip
    names = [f"{dice.choice(GIVEN)} {dice.choice(families)}" for _n in range(PEOPLE)]
    people = write(Person, (
        {"record": record, "name": name}
        for record, name in zip(write_records(Record.Kind.PERSON, PEOPLE), names, strict=True)
    ))  # fmt: skip
    index_names(person.pk for person in people[:FEWER])
    bench_doubles()
    started = time.perf_counter()
    index_names(person.pk for person in people[FEWER:])
    print(f"names, indexed      {PEOPLE:7}  {time.perf_counter() - started:8.1f} s")
    return names


def is_one_script(text: str) -> bool:
    """Tell whether Latin and Cyrillic letters are not mixed."""
    return len({letter > "Ѐ" for letter in text}) == 1


def report(label: str, texts: list[str]) -> None:
    """Print median and slowest of the questions, in milliseconds of the clock."""
    from people.looking_up import find_names

    spent, found = [], 0
    for text in texts:
        started = time.perf_counter()
        found += bool(find_names(text, "person", most=50))
        spent.append((time.perf_counter() - started) * 1000)
    print(f"find {label:14} {PEOPLE:7}  {statistics.median(spent):8.1f} ms median  "
          f"{max(spent):8.1f} ms slowest  {found} of {len(texts)} found")  # fmt: skip


def bench_doubles() -> None:
    """Print how long the doubles of those who stand in the index are looked for."""
    from people.doubles.finding import find_alike

    started = time.perf_counter()
    found = find_alike()
    seconds = time.perf_counter() - started
    print(f"likely doubles      {FEWER:7}  {seconds:8.1f} s  {len(found)} pairs")


def transliterate(name: str) -> str:
    """Return Cyrillic in German letters, and Latin ones without accents."""
    return "".join(_spell(name))


def _spell(name: str) -> Iterator[str]:
    german = dict(zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        GERMAN,
        strict=True,
    ))  # fmt: skip
    plain = dict(zip("éøžłóěńćäüßáłŁ", "eozloencausall", strict=True)) | {"ß": "ss", "Ł": "L"}
    for letter in name:
        low = letter.lower()
        spelt = german.get(low, plain.get(low, low))
        yield spelt.capitalize() if letter.isupper() else spelt


def slip(name: str) -> str:
    """Return the name with one wrong letter in the middle of its longest word."""
    dice = random.Random(name)
    longest = max(name.split(), key=len)
    place = len(longest) // 2
    wrong = dice.choice([letter for letter in LETTERS if letter != longest[place]])
    return name.replace(longest, f"{longest[:place]}{wrong}{longest[place + 1 :]}")


def begin(name: str) -> str:
    """Return what a search box has been told before the name is complete."""
    given, family = name.split(" ", 1)
    return f"{family[:5]} {given[:2]}"
