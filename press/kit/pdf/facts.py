"""Credits, versions, festivals and the press, as tables."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import npgettext, pgettext

from films.sheet import FilmSheet
from films.sheet.objects import AwardSheet, NameSheet, SelectionSheet, VersionSheet
from press.kit.pdf.cover import JOIN, make_quote
from press.kit.pdf.letters import end_name
from press.kit.pdf.prose import read_prose
from press.kit.pdf.telling import Section

# Versions that stand side by side.
ABREAST = 3


def list_facts(film: FilmSheet) -> Iterator[Section]:
    """Yield (heading, block) of what is known about the film, from credits to quotes."""
    groups = list(_credits(film))
    if sum(len(group["rows"]) for group in groups) > 1:
        yield pgettext("press kit", "Credits"), {"kind": "credits", "groups": groups}
    if tables := _versions(film):
        yield pgettext("press kit", "Technical data"), {"kind": "versions", "tables": tables}
    if film.selections or film.awards or film.award_notes:
        yield pgettext("press kit", "Festivals and awards"), _festivals(film)
    if film.quotes or film.articles:
        yield pgettext("press kit", "Press"), _press(film)


def _credits(film: FilmSheet) -> Iterator[dict[str, Any]]:
    """Yield the departments as two columns: the role, or the part, and the names."""
    cast = [name for name in film.cast if not name.is_uncredited]
    if cast:
        rows = [[name.character.value, [name.shown_name]] for name in cast]
        yield {"label": pgettext("press kit", "Cast"), "rows": rows}
    for department in film.departments:
        rows = [[role.label, _names(role.names)] for role in department.roles]
        if rows := [row for row in rows if row[1]]:
            yield {"label": department.label, "rows": rows}
    rows = [[f.label, [company.name for company in f.companies]] for f in film.functions]
    if rows:
        yield {"label": pgettext("press kit", "Companies"), "rows": rows}


def _names(names: tuple[NameSheet, ...]) -> list[str]:
    shown = (name.shown_name for name in names if not name.is_uncredited)
    return [end_name(name) for name in dict.fromkeys(shown)]


def _versions(film: FilmSheet) -> list[dict[str, Any]]:
    """Return the versions side by side, so many a table, with the facts that one of them has."""
    versions = [_version(version, film) for version in film.versions]
    told = [version for version in versions if version["rows"]]
    tables = []
    for start in range(0, len(told), ABREAST):
        group = told[start : start + ABREAST]
        labels = dict.fromkeys(label for version in group for label in version["rows"])
        rows = [[label, [v["rows"].get(label, "") for v in group]] for label in labels]
        tables.append({"names": [version["name"] for version in group], "rows": rows})
    return tables


def _version(version: VersionSheet, film: FilmSheet) -> dict[str, Any]:
    name = version.name.value
    if not name and len(film.versions) > 1:
        name = pgettext("press kit", "Main version") if version.is_main else ""
    rows = [
        (pgettext("press kit", "Running time"), version.runtime),
        (pgettext("press kit", "Format"), version.format),
        (pgettext("press kit", "Aspect ratio"), version.aspect_ratio),
        (pgettext("press kit", "Picture"), version.colour),
        (pgettext("press kit", "Sound"), version.sound),
        (
            npgettext("press kit", "Language", "Languages", len(version.dialogue_languages) or 1),
            version.dialogue,
        ),
        (pgettext("press kit", "Subtitles"), version.subtitles),
        (pgettext("press kit", "Note"), version.note.plain),
    ]
    return {"name": name, "rows": {label: value for label, value in rows if value}}


def _festivals(film: FilmSheet) -> dict[str, Any]:
    """Return selections with the prizes received there, then prizes of other bodies."""
    by_selection: dict[str, list[AwardSheet]] = {}
    uuids = {selection.uuid for selection in film.selections}
    for award in film.awards:
        by_selection.setdefault(award.selection if award.selection in uuids else "", []).append(
            award
        )
    rows = [_selection(s, by_selection.get(s.uuid, [])) for s in film.selections]
    others = [_other_award(award) for award in by_selection.get("", [])]
    ordered = sorted([*others, *rows], key=lambda row: row["year"] or "0", reverse=True)
    notes = read_prose(film.award_notes) if film.award_notes else None
    return {"kind": "festivals", "rows": ordered, "notes": notes}


def _other_award(award: AwardSheet) -> dict[str, Any]:
    """Return a prize of a body of its own; without one its name stands in the first line."""
    giver = award.body.value or award.festival
    said = _award(award)
    row = {"year": str(award.year or ""), "place": "", "detail": ""}
    return {**row, "name": giver or said, "awards": [said] if giver else []}


def _selection(selection: SelectionSheet, awards: list[AwardSheet]) -> dict[str, Any]:
    return {
        "year": str(selection.year or ""),
        "name": selection.festival,
        "place": JOIN.join(part for part in (selection.city, selection.country) if part),
        "detail": " · ".join(p for p in (selection.section.value, selection.premiere_label) if p),
        "awards": [_award(award) for award in awards],
    }


def _award(award: AwardSheet) -> str:
    """Return the prize with its result and who received it."""
    name = award.name.value or award.result_label
    note = f" ({award.result_note})" if award.result_note else ""
    return f"{name}{note}" + (f": {award.recipient}" if award.recipient else "")


def _press(film: FilmSheet) -> dict[str, Any]:
    articles = [
        {"title": a.title, "url": a.url,
         "source": JOIN.join(part for part in (a.author, a.outlet, a.shown_date) if part)}
        for a in film.articles
    ]  # fmt: skip
    return {
        "kind": "press",
        "quotes": [make_quote(quote) for quote in film.quotes],
        "articles": articles,
        "further": pgettext("press kit", "Further articles"),
        "original": pgettext("press kit", "Original"),
    }


def list_honours(film: FilmSheet) -> list[str]:
    """Return prizes and selections, one line each, the best first."""
    block = _festivals(film)
    won = [row for row in block["rows"] if row["awards"]]
    others = [row for row in block["rows"] if not row["awards"]]
    return [_honour(row) for row in (*won, *others)]


def _honour(row: dict[str, Any]) -> str:
    place = f"{end_name(row['name'])} {row['year']}".strip()
    return JOIN.join(part for part in (place, *row["awards"]) if part)
