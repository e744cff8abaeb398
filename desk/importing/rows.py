"""Rows of crew, cast and other lists as a file prints them: who, as what, in which line."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from desk.importing.problems import Report
from desk.importing.sources import Source
from desk.importing.strict_yaml import Value, as_text
from people.printed.names import PrintedName, has_more, read_names

LONGEST_ROW = 10_000  # characters, all names of a row
LONGEST_NAME = 200

_NAME_KEYS = ("name", "names", "actor", "person", "darsteller")
_CHARACTER_KEYS = ("character", "role", "as", "rolle", "figur")
_YES = frozenset({"true", "yes", "ja", "1", "lead"})


@dataclass(frozen=True)
class CreditRow:
    """One row: a printed role ('' for cast and the director key) and the names beside it."""

    role_text: str
    names: tuple[PrintedName, ...]
    key: str
    index: int
    file: str
    line: int | None
    is_lead: bool = False


def values_of(source: Source, key: str) -> list[tuple[Value, int | None]]:
    """The items of a list with their lines; one text or a mapping count as a list, too."""
    if key not in source:
        return []
    entry = source.entries[key]
    if isinstance(entry.value, list):
        return [(item, entry.line_of(index)) for index, item in enumerate(entry.value)]
    if isinstance(entry.value, dict):
        return [({name: item}, entry.line_of(name)) for name, item in entry.value.items()]
    return [(entry.value, entry.line)]


def report_row(source: Source, key: str, value: Value, line: int | None, report: Report) -> None:
    message = gettext("This row cannot be read. Expected rows such as “%(example)s”.")
    examples = {
        "crew": "- role: Sound / name: Anna Beispiel",
        "cast": "- Anna Beispiel",
        "external_links": "- name: Website / url: https://example.org",
        "awards": "- Festival: Prize",
    }
    example = examples.get(key, "- Anna Beispiel")
    text = as_text(value)
    source.report(report, key, message % {"example": example}, value=text, line=line)


def crew_rows(source: Source, report: Report) -> Iterator[CreditRow]:
    """Rows of the key `crew`: {role, name} or {Role: Name}."""
    for index, (value, line) in enumerate(values_of(source, "crew")):
        role, names = _crew_pair(value)
        if not role or not names:
            report_row(source, "crew", value, line, report)
            continue
        yield make_row(source, "crew", role, names, index, line, report)


def _crew_pair(value: Value) -> tuple[str, str]:
    if not isinstance(value, dict):
        return "", ""
    if "role" in value and set(value) <= {"role", *_NAME_KEYS}:
        role, names = value["role"], next((value[key] for key in _NAME_KEYS if key in value), None)
    elif len(value) == 1:
        role, names = next(iter(value.items()))
    else:
        return "", ""
    return (role.strip() if isinstance(role, str) else ""), join_names(names)


def join_names(value: Value) -> str:
    """One text, or a list of texts as one text; '' when an item is no text."""
    if isinstance(value, list):
        texts = [item for item in value if isinstance(item, str)]
        return "; ".join(texts) if len(texts) == len(value) else ""
    return value.strip() if isinstance(value, str) else ""


def named_rows(source: Source, key: str, report: Report) -> Iterator[CreditRow]:
    """Rows of a key whose values are names alone, such as `director` or `world_sales`."""
    for index, (value, line) in enumerate(values_of(source, key)):
        if isinstance(value, str) and value.strip():
            yield make_row(source, key, "", value, index, line, report)
        else:
            report_row(source, key, value, line, report)


def cast_rows(source: Source, report: Report) -> Iterator[CreditRow]:
    """Rows of the key `cast`: a name, 'X as Y', {name, character} or {Name: Character}."""
    for index, (value, line) in enumerate(values_of(source, "cast")):
        if isinstance(value, str) and value.strip():
            yield make_row(source, "cast", "", value, index, line, report)
        elif isinstance(value, dict) and (row := _cast_mapping(source, value, index, line)):
            yield row
        else:
            report_row(source, "cast", value, line, report)


def _cast_mapping(
    source: Source, value: dict[str, Value], index: int, line: int | None
) -> CreditRow | None:
    fields = {
        key.strip().lower(): text.strip() for key, text in value.items() if isinstance(text, str)
    }
    if len(fields) != len(value):
        return None
    name = next((fields[key] for key in _NAME_KEYS if key in fields), "")
    if not name and len(value) == 1:
        ((name, character),) = ((key.strip(), fields[key.strip().lower()]) for key in value)
        fields = {"character": character}
    elif set(fields) - {*_NAME_KEYS, *_CHARACTER_KEYS, "credited_as", "lead"}:
        return None
    character = next((fields[key] for key in _CHARACTER_KEYS if key in fields), "")
    is_lead = fields.get("lead", "").lower() in _YES
    names = read_names(name)
    if len(names) != 1:
        return None
    credited_as = fields.get("credited_as", "") or names[0].credited_as
    printed = PrintedName(names[0].text, names[0].kind, character, credited_as)
    file = source.entries["cast"].file
    return CreditRow("", (printed,), "cast", index, file, line, is_lead)


def _texts(names: tuple[PrintedName, ...]) -> Iterator[str]:
    for name in names:
        yield from (name.text, name.character, name.credited_as)


def make_row(
    source: Source, key: str, role: str, text: str, index: int, line: int | None, report: Report
) -> CreditRow:
    """One row; names that could not be split and 'and many more' are reported."""
    names = read_names(text[: LONGEST_ROW + 1])
    if len(text) > LONGEST_ROW or any(len(name) > LONGEST_NAME for name in (role, *_texts(names))):
        report_row(source, key, text, line, report)
        return CreditRow(role, (), key, index, source.entries[key].file, line)
    for name in names:
        if name.is_doubtful:
            message = gettext(
                "This may be several names; it was kept as one. Give each name a row of its own."
            )
            source.report(report, key, message, value=name.text, line=line)
    if has_more(text):
        message = gettext("“And more” at the end of the list was left out.")
        source.report(report, key, message, value=text, line=line)
    return CreditRow(role, names, key, index, source.entries[key].file, line)
