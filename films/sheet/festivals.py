"""Selections, awards and screenings of a sheet."""

from datetime import datetime
from typing import Any

from editorial.cities import city_beside, city_name
from editorial.texts import Text
from festivals.models import Edition, Festival, Venue
from films.choices import AwardResult, ScreeningStatus
from films.sheet.context import Context
from films.sheet.lookups import in_languages
from films.sheet.media import make_picture
from films.sheet.objects import AwardSheet, PictureSheet, ScreeningSheet, SelectionSheet
from films.sheet.showing import say_version, version_of
from films.sheet.telling import say_premiere
from films.sheet.words import country_name
from films.showtimes import place_showtime

Row = dict[str, Any]


def make_selections(context: Context) -> tuple[SelectionSheet, ...]:
    """Newest first; without a year last."""
    sheets = [
        _make_selection(context, row, context.lookups.editions[row["edition"]])
        for row in context.document.get("selections", [])
        if row["edition"] in context.lookups.editions
    ]
    return tuple(sorted(sheets, key=lambda sheet: -(sheet.year or 0)))


def _make_selection(context: Context, row: Row, edition: Edition) -> SelectionSheet:
    festival = edition.festival
    premiere = row.get("premiere", "")
    name = _name(context, festival)
    return SelectionSheet(
        festival=name,
        slug=festival.record.key,
        city=city_beside(name, festival.city, festival.country, context.language),
        country=country_name(festival.country, context.language),
        year=edition.year,
        section=context.text("selections", row["uuid"], "section"),
        premiere=premiere,
        premiere_label=say_premiere(premiere, festival.country, context.language),
        uuid=row["uuid"],
        country_code=festival.country,
        laurel=_laurel(context, row),
    )


def make_awards(context: Context) -> tuple[AwardSheet, ...]:
    """In the order of the desk, each with the selection in which it was given."""
    sheets = []
    for row in context.document.get("awards", []):
        recipient = context.lookups.people.get(row.get("recipient", ""))
        selection, edition = _selection_of(context, row)
        festival = context.lookups.festivals.get(row.get("festival", ""))
        festival = festival or (edition.festival if edition else None)
        sheets.append(
            AwardSheet(
                name=context.text("awards", row["uuid"], "name"),
                body=context.text("awards", row["uuid"], "body"),
                year=row.get("year") or (edition.year if edition else None),
                result=row["result"],
                result_label=str(AwardResult(row["result"]).label),
                recipient=recipient.name if recipient else "",
                festival_slug=festival.record.key if festival else "",
                uuid=row["uuid"],
                festival=_name(context, festival) if festival else "",
                selection=selection,
                laurel=_laurel(context, row),
            )
        )
    return tuple(sheets)


def _selection_of(context: Context, award: Row) -> tuple[str, Edition | None]:
    """Return the selection of an award: the one it names, or that of its festival and year."""
    editions = context.lookups.editions
    for row in context.document.get("selections", []):
        edition = editions.get(row["edition"])
        if edition is None:
            continue
        if award.get("selection"):
            is_its = award["selection"] == row["uuid"]
        else:
            uuid = str(edition.festival.record.uuid)
            is_its = (award.get("festival"), award.get("year")) == (uuid, edition.year)
        if is_its:
            return row["uuid"], edition
    return "", None


def _name(context: Context, festival: Festival) -> str:
    return context.choose(in_languages(festival, "name")).value


def _laurel(context: Context, row: Row) -> PictureSheet | None:
    """Return the festival's own artwork, if it was uploaded and may be shown."""
    image = context.lookups.images.get(row.get("laurel", ""))
    return make_picture(context, image, "laurel") if image else None


def make_screenings(context: Context, since: datetime) -> tuple[ScreeningSheet, ...]:
    """Return what begins at `since` or later, in the order of time; times are the venue's own."""
    sheets = []
    for row in context.document.get("screenings", []):
        venue = context.lookups.venues.get(row["venue"])
        if venue is None:
            continue
        starts_at = place_showtime(row["local_time"], venue.zone)
        if starts_at and starts_at >= since:
            sheets.append(_make_screening(context, row, venue, starts_at))
    return tuple(sorted(sheets, key=lambda sheet: sheet.starts_at))


def _make_screening(
    context: Context, row: Row, venue: Venue, starts_at: datetime
) -> ScreeningSheet:
    homes = {r["uuid"]: r["edition"] for r in context.document.get("selections", [])}
    edition = context.lookups.editions.get(homes.get(row.get("selection", ""), ""))

    version = version_of(context, row)

    def text(name: str) -> Text:
        return context.text("screenings", row["uuid"], name)

    return ScreeningSheet(
        starts_at=starts_at,
        zone=venue.zone,
        venue=venue.name,
        city=city_name(venue.city, venue.country, context.language),
        country=country_name(venue.country, context.language),
        tickets_url=row.get("tickets_url", ""),
        note=text("note"),
        uuid=row["uuid"],
        street=venue.address,
        country_code=venue.country,
        website=venue.website,
        is_cancelled=row.get("status", "") == ScreeningStatus.CANCELLED,
        guests=text("guests"),
        version=say_version(context, row),
        runtime_seconds=version.get("runtime_seconds"),
        festival=_name(context, edition.festival) if edition else "",
        festival_slug=edition.festival.record.key if edition else "",
        format=version.get("format", ""),
        subtitle_languages=_subtitles(row, version),
    )


def _subtitles(row: Row, version: Row) -> tuple[str, ...]:
    """Return the subtitles that are named: by the screening, or by the version it names.

    What the main version has says nothing about a screening that names no version.
    """
    if row.get("subtitles"):
        return (row["subtitles"],)
    is_own = bool(version) and row.get("version") == version["uuid"]
    return tuple(version.get("subtitle_languages", [])) if is_own else ()
