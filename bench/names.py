"""A hundred thousand names, asked for in every way that people type, and the doubles of some."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.catalogue import write, write_records
from bench.measuring import Asked, Measurement, clock_of, one

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


def bench_names(asked: Asked) -> list[Measurement]:
    found = fill_names(asked.times(PEOPLE, FEWER + 1000))
    chosen = random.Random(SEED).sample(found.names, ASKED)
    rows = list(found.rows)
    for label, spell in (
        ("exact", str),
        ("transliterated", transliterate),
        ("slipped", slip),
        ("partial", begin),
    ):
        rows += report(label, [spell(name) for name in chosen])
    return rows + report("nobody", ["Zaphod Beeblebrox", "Xqzw Vbnm", "Quetzal Tlaloc"] * 8)


@dataclass(frozen=True)
class Filled:
    """The names that were written, and what their index cost."""

    names: list[str]
    rows: list[Measurement]


def fill_names(count: int) -> Filled:
    """Write people of made-up names, each family name in several families."""
    from editorial.models import Record
    from people.models import Person
    from people.name_keys import index_names

    dice = random.Random(SEED)
    families = sorted({f"{a}{m}{b}" for a in BEGINNINGS for m in ("", "a", "er", "o", "i", "en")
                       for b in ENDINGS if is_one_script(a + m + b)})  # fmt: skip
    names = [f"{dice.choice(GIVEN)} {dice.choice(families)}" for _n in range(count)]
    people = write(Person, (
        {"record": record, "name": name}
        for record, name in zip(write_records(Record.Kind.PERSON, count), names, strict=True)
    ))  # fmt: skip
    index_names(person.pk for person in people[:FEWER])
    rows = bench_doubles()
    spent = clock_of(lambda: index_names(person.pk for person in people[FEWER:]))
    return Filled(names, [*rows, one(f"{count - FEWER} names, indexed", "s", spent / 1000)])


def is_one_script(text: str) -> bool:
    """Tell whether Latin and Cyrillic letters are not mixed."""
    return len({letter > "Ѐ" for letter in text}) == 1


def report(label: str, texts: list[str]) -> list[Measurement]:
    """Return how long the questions took by the clock, and how many had an answer."""
    from people.looking_up import find_names

    spent = tuple(clock_of(lambda t=text: find_names(t, "person", most=50)) for text in texts)
    count = sum(bool(find_names(text, "person", most=50)) for text in texts)
    return [
        Measurement(f"find {label}", "ms", spent),
        one(f"find {label}, slowest", "ms", max(spent)),
        one(f"find {label}, found of {len(texts)}", "names", count),
    ]


def bench_doubles() -> list[Measurement]:
    """Return how long the doubles of those who stand in the index are looked for."""
    from people.doubles.finding import find_alike

    pairs: list[object] = []
    spent = clock_of(lambda: pairs.extend(find_alike()))
    return [
        one(f"likely doubles of {FEWER}", "s", spent / 1000),
        one(f"likely doubles of {FEWER}, found", "pairs", len(pairs)),
    ]


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
