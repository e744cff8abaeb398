"""The film as it stands, row by row, in the words that claims use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from editorial.kinds import Document
from sources.comparing.objects import Row

Entry = dict[str, Any]


@dataclass
class Names:
    """What the shared records are called, by uuid: the usual name first, then all others."""

    people: dict[str, list[str]] = field(default_factory=dict)
    companies: dict[str, list[str]] = field(default_factory=dict)
    editions: dict[str, Entry] = field(default_factory=dict)


def rows_of(document: Document, names: Names) -> list[Row]:
    """Return every row of the film that a claim can be about, in the order of the document."""
    made = []
    for part, make in MAKERS.items():
        for entry in document.get(part, ()):
            texts = [
                spoken.get(part, {}).get(entry["uuid"], {})
                for spoken in document.get("texts", {}).values()
            ]
            values, known = make(entry, texts, names)
            made.append(Row(part, entry["uuid"], values, {name for name in known if name}))
    return made


def scalars_of(document: Document) -> dict[tuple[str, str], Any]:
    """Return what the film says in single fields, by part and field; what it lacks is absent."""
    found: dict[tuple[str, str], Any] = {}
    for name in ("year", "category"):
        _put(found, ("facts", name), document.get("facts", {}).get(name))
    codes = [row["code"] for row in document.get("countries", ())]
    _put(found, ("countries", "codes"), codes)
    main = main_version(document)
    for name in VERSION_FIELDS:
        _put(found, ("versions", name), main.get(name))
    for language, texts in document.get("texts", {}).items():
        for name, text in texts.get("facts", {}).items():
            _put(found, ("texts", f"{language}/{name}"), text)
    return found


def main_version(document: Document) -> Entry:
    versions = document.get("versions", ())
    first: Entry = next(iter(versions), {})
    return next((row for row in versions if row.get("is_main")), first)


def other_versions(document: Document) -> list[Entry]:
    """Return all versions but the main one, which alone is compared with sources."""
    main = main_version(document)
    return [row for row in document.get("versions", ()) if row is not main]


VERSION_FIELDS = (
    "runtime_seconds",
    "format",
    "aspect_ratio",
    "colour",
    "sound",
    "dialogue_languages",
    "has_no_dialogue",
)


def _put(found: dict[tuple[str, str], Any], key: tuple[str, str], value: Any) -> None:
    if value not in (None, "", [], False):
        found[key] = value


def _credit(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    known = names.people.get(entry.get("person", ""), []) + names.companies.get(
        entry.get("company", ""), []
    )
    known = known or [entry.get("group", ""), *(text.get("group", "") for text in texts)]
    known = [name for name in known if name]
    printed = entry.get("credited_as") or (known[0] if known else "")
    characters = [text["character"] for text in texts if text.get("character")]
    role_texts = [text["role_text"] for text in texts if text.get("role_text")]
    values = {
        "role": entry.get("role", ""),
        "role_text": role_texts[0] if role_texts else "",
        "name": printed,
        "character": characters[0] if characters else "",
        "characters": characters,
        "kind": "company"
        if entry.get("company")
        else "group"
        if entry.get("is_group")
        else "person",
    }
    return values, [printed, *known]


def _kind(entry: Entry) -> str:
    if entry.get("company"):
        return "company"
    return "group" if entry.get("is_group") else "person"


def _company(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    known = names.companies.get(entry.get("company", ""), [])
    printed = entry.get("credited_as") or (known[0] if known else "")
    return {"function": entry.get("function", ""), "name": printed}, [printed, *known]


def _selection(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    edition = names.editions.get(entry.get("edition", ""), {})
    known = edition.get("names", [])
    year = str(edition.get("year") or "")
    values = {
        "premiere": entry.get("premiere", ""),
        "shown_on": entry.get("shown_on") or "",
        "festival": known[0] if known else "",
        "city": edition.get("city", ""),
        "country": edition.get("country", ""),
        "section": next((text["section"] for text in texts if text.get("section")), ""),
        "date": entry.get("shown_on") or year,
        "year": year,
    }
    return values, known


def _award(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    said = [entry, *texts]
    values = {
        name: next((text[name] for text in said if text.get(name)), "") for name in ("name", "body")
    }
    values |= {"year": entry.get("year"), "result": entry.get("result", "won")}
    return values, [text["name"] for text in said if text.get("name")]


def _release(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    length = {"year": 4, "month": 7}.get(entry.get("precision", "day"), 10)
    values = {
        "country": entry.get("country", ""),
        "date": (entry.get("date") or "")[:length],
        "status": entry.get("status", ""),
        "kind": entry.get("kind", "cinema"),
    }
    return values, []


def _press_item(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    length = {"year": 4, "month": 7}.get(entry.get("precision", "day"), 10)
    values = {name: entry.get(name, "") for name in ("title", "author", "outlet", "url")}
    return values | {"date": (entry.get("date") or "")[:length]}, [values["title"]]


def _quote(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    return {"text": entry.get("text", "")}, []


def _title(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    values = {name: entry.get(name, "") for name in ("title", "kind", "language", "country")}
    return values, [values["title"]]


def _external_id(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    return {"scheme": entry.get("scheme", ""), "value": entry.get("value", "")}, []


def _link(entry: Entry, texts: list[Entry], names: Names) -> tuple[Entry, Iterable[str]]:
    return {"url": entry.get("url", "")}, []


Maker = Callable[[Entry, list[Entry], Names], tuple[Entry, Iterable[str]]]
MAKERS: dict[str, Maker] = {
    "credits": _credit,
    "companies": _company,
    "selections": _selection,
    "awards": _award,
    "releases": _release,
    "press_items": _press_item,
    "quotes": _quote,
    "titles": _title,
    "external_ids": _external_id,
    "links": _link,
}
