"""What a film's publications refer to, with what lists say about it, so that they open no document.

The neutral publication refers to every shared record that the film shows; the publication of a
language adds the words in that language: characters, sections and prizes.
"""

from collections.abc import Iterable
from typing import Any

from editorial.kinds import Document, Target
from festivals.models import Edition

# Stands where a selection was no premiere: a reference without a role is older than roles.
NO_PREMIERE = "shown"


def film_targets(document: Document, language: str) -> Iterable[Target]:
    """Yield every shared record that a publication shows."""
    if language:
        yield from _characters(document, language)
        yield from _festival_words(document, language)
        return
    yield from _names(document)
    yield from _festivals(document)
    yield from _pictures(document)


def texts_of(document: Document, language: str, part: str = "facts") -> dict[str, Any]:
    texts: dict[str, Any] = document.get("texts", {}).get(language, {}).get(part, {})
    return texts


def _characters(document: Document, language: str) -> Iterable[Target]:
    characters = texts_of(document, language, "credits")
    for row in document.get("credits", []):
        character = characters.get(row["uuid"], {}).get("character", "")
        if character and row.get("person"):
            yield Target(row["person"], "character", row["uuid"], character=character)


def _names(document: Document) -> Iterable[Target]:
    for row in document.get("credits", []):
        uuid = row.get("person") or row.get("company")
        if uuid:
            role, place = row.get("role", ""), row.get("position", 0)
            yield Target(uuid, "credit", row["uuid"], role=role, position=place)
    for row in document.get("companies", []):
        yield Target(row["company"], "company", row["uuid"], role=row["function"])
    for row in document.get("releases", []):
        for uuid in row.get("distributors", []):
            yield Target(uuid, "company", row["uuid"], role="distributor")
    for row in document.get("awards", []):
        if row.get("recipient"):
            yield Target(row["recipient"], "recipient", row["uuid"], year=row.get("year"))


def _festivals(document: Document) -> Iterable[Target]:
    editions = _editions(document)
    for row in document.get("selections", []):
        if row["edition"] in editions:
            festival, year = editions[row["edition"]]
            yield Target(
                festival,
                "selection",
                row["uuid"],
                role=row.get("premiere") or NO_PREMIERE,
                position=row.get("position", 0),
                year=year,
            )
    for row, festival, year in _festival_awards(document, editions):
        place = row.get("position", 0)
        yield Target(festival, "award", row["uuid"], role=row["result"], position=place, year=year)


def _festival_words(document: Document, language: str) -> Iterable[Target]:
    """Yield section and prize in this language."""
    editions = _editions(document)
    sections = texts_of(document, language, "selections")
    for row in document.get("selections", []):
        section = sections.get(row["uuid"], {}).get("section", "")
        if section and row["edition"] in editions:
            festival, year = editions[row["edition"]]
            yield Target(festival, "section", row["uuid"], character=section, year=year)
    prizes = texts_of(document, language, "awards")
    for row, festival, year in _festival_awards(document, editions):
        prize = prizes.get(row["uuid"], {}).get("name", "")
        if prize:
            yield Target(festival, "prize", row["uuid"], character=prize, year=year)


Editions = dict[str, tuple[str, int | None]]


def _editions(document: Document) -> Editions:
    """Return the festival and the year of each edition that the film was in."""
    wanted = [row["edition"] for row in document.get("selections", [])]
    if not wanted:
        return {}
    rows = Edition.objects.filter(uuid__in=wanted)
    listed = rows.values_list("uuid", "festival__record__uuid", "year")
    return {str(uuid): (str(festival), year) for uuid, festival, year in listed}


def _festival_awards(
    document: Document, editions: Editions
) -> Iterable[tuple[dict[str, Any], str, int | None]]:
    """Yield awards with festival and year, their own or those of the selection they belong to."""
    homes = {row["uuid"]: row["edition"] for row in document.get("selections", [])}
    for row in document.get("awards", []):
        edition = homes.get(row.get("selection", ""), "")
        festival, year = editions.get(edition, ("", None))
        if row.get("festival") or festival:
            yield row, row.get("festival") or festival, row.get("year") or year


def _pictures(document: Document) -> Iterable[Target]:
    for row in document.get("images", []):
        yield Target(row["image"], row["usage"], row["uuid"], position=row.get("position", 0))
    for row in document.get("trailers", []):
        if row.get("poster"):
            yield Target(row["poster"], "trailer", row["uuid"], position=row.get("position", 0))
    for row in (*document.get("selections", []), *document.get("awards", [])):
        if row.get("laurel"):
            yield Target(row["laurel"], "laurel", row["uuid"], position=row.get("position", 0))
