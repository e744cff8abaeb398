"""Selections, awards and screenings of a sheet."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from festivals.models import Edition
from films.choices import AwardResult, Premiere
from films.sheet.context import Context
from films.sheet.lookups import in_languages
from films.sheet.objects import AwardSheet, ScreeningSheet, SelectionSheet
from films.sheet.words import country_name


def make_selections(context: Context) -> tuple[SelectionSheet, ...]:
    """Newest first; without a year last."""
    sheets = [
        _make_selection(context, row, context.lookups.editions[row["edition"]])
        for row in context.document.get("selections", [])
        if row["edition"] in context.lookups.editions
    ]
    return tuple(sorted(sheets, key=lambda sheet: -(sheet.year or 0)))


def _make_selection(context: Context, row: dict[str, Any], edition: Edition) -> SelectionSheet:
    festival = edition.festival
    premiere = row.get("premiere", "")
    return SelectionSheet(
        festival=context.choose(in_languages(festival, "name")).value,
        slug=festival.record.key,
        city=festival.city,
        country=country_name(festival.country, context.language),
        year=edition.year,
        section=context.text("selections", row["uuid"], "section"),
        premiere=premiere,
        premiere_label=str(Premiere(premiere).label) if premiere else "",
    )


def make_awards(context: Context) -> tuple[AwardSheet, ...]:
    sheets = []
    for row in context.document.get("awards", []):
        recipient = context.lookups.people.get(row.get("recipient", ""))
        sheets.append(
            AwardSheet(
                name=context.text("awards", row["uuid"], "name"),
                body=context.text("awards", row["uuid"], "body"),
                year=row.get("year"),
                result=row["result"],
                result_label=str(AwardResult(row["result"]).label),
                recipient=recipient.name if recipient else "",
            )
        )
    return tuple(sheets)


def make_screenings(context: Context, now: datetime) -> tuple[ScreeningSheet, ...]:
    """Only what is still to come, in the order of time; times are the venue's own."""
    sheets = []
    for row in context.document.get("screenings", []):
        venue = context.lookups.venues.get(row["venue"])
        if venue is None:
            continue
        starts_at = datetime.fromisoformat(row["local_time"]).astimezone(ZoneInfo(venue.zone))
        if starts_at >= now:
            sheets.append(
                ScreeningSheet(
                    starts_at=starts_at,
                    zone=venue.zone,
                    venue=venue.name,
                    city=venue.city,
                    country=country_name(venue.country, context.language),
                    tickets_url=row.get("tickets_url", ""),
                    note=context.text("screenings", row["uuid"], "note"),
                    uuid=row["uuid"],
                    street=venue.address,
                    country_code=venue.country,
                )
            )
    return tuple(sorted(sheets, key=lambda sheet: sheet.starts_at))
