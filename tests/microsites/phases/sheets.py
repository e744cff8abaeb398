"""Sheets of films for the rules of phases: everything empty but what a test names."""

from dataclasses import MISSING, fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from editorial.texts import EMPTY, Text
from films.sheet import FilmSheet
from films.sheet.objects import (
    CountryName,
    LinkSheet,
    ReleaseSheet,
    ScreeningSheet,
    SelectionSheet,
)
from films.sheet.words import country_name, show_date

EMPTIES = {"str": "", "Text": EMPTY, "int | None": None, "PictureSheet | None": None}


def sheet(language: str = "en", **facts) -> FilmSheet:
    """Return a finished film of 2011 with these facts."""
    known = {
        "language": language,
        "title": Text("Baikonur", language),
        "category": "feature",
        "category_label": "Feature film",
        "status": "finished",
        "status_label": "Finished",
        "year": 2011,
        "texts_by_language": {},
        **facts,
    }
    for field in fields(FilmSheet):
        if field.name not in known and field.default is MISSING:
            name = getattr(field.type, "__name__", str(field.type))
            known[field.name] = EMPTIES.get(str(field.type), EMPTIES.get(name, ()))
    return FilmSheet(**known)


def release(day: str, country: str = "DE", language: str = "en", **facts) -> ReleaseSheet:
    at = date.fromisoformat(day) if day else None
    precision = facts.pop("precision", "day")
    return ReleaseSheet(
        country=CountryName(country, country_name(country, language)),
        date=at,
        shown_date=show_date(at, precision, language),
        kind_label="",
        status=facts.pop("status", "expected"),
        status_label="",
        distributors=(),
        age_rating="",
        kind=facts.pop("kind", "cinema"),
        precision=precision,
        **facts,
    )


def screening(moment: str, country: str = "DE", city: str = "Berlin", **facts) -> ScreeningSheet:
    zone = facts.pop("zone", "Europe/Berlin")
    return ScreeningSheet(
        starts_at=datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)),
        zone=zone,
        venue="Kino",
        city=city,
        country="",
        country_code=country,
        tickets_url=facts.pop("tickets_url", ""),
        note=EMPTY,
        **facts,
    )


def selection(year: int | None, festival: str = "Busan Film Festival", premiere: str = "", **facts):
    labels = {"": "", "world": "World premiere", "european": "European premiere"}
    return SelectionSheet(
        festival=festival,
        slug=facts.pop("slug", festival.lower().replace(" ", "-")),
        city="",
        country="",
        year=year,
        section=EMPTY,
        premiere=premiere,
        premiere_label=labels[premiere],
        **facts,
    )


def link(kind: str = "watch", label: str = "Watch the film", host: str = "video.example.com"):
    return LinkSheet(kind, f"https://{host}/film", label)


def spoken(day: str, language: str) -> str:
    return format_date(date.fromisoformat(day), "long", locale=language)
