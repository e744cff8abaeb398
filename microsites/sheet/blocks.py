"""The blocks of one page that are due, with their entries."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from assets.models import MediaFile
from films.choices import Usage
from films.sheet import FilmSheet
from films.sheet.context import Context
from films.sheet.media import make_picture
from films.sheet.objects import CountryName, PictureSheet, TrailerSheet
from films.sheet.profiles import ProfileSheet, make_marks
from films.sheet.words import country_name, show_date
from microsites.downloading import download_url
from microsites.phases import Phase
from microsites.sheet.objects import BlockSheet, EntrySheet, FileSheet

Row = dict[str, Any]


def make_blocks(
    context: Context,
    film: FilmSheet,
    page: Row,
    profiles: Mapping[str, ProfileSheet],
    phase: Phase,
    today: date,
) -> tuple[BlockSheet, ...]:
    """Return the blocks of the page that are shown on that day, in the order of the desk."""
    maker = _Maker(context, film, profiles, today)
    rows = [row for row in context.document.get("blocks", []) if row["page"] == page["uuid"]]
    anchors = name_anchors(rows)
    return tuple(
        maker.block(row, anchors[row["uuid"]]) for row in rows if is_shown(row, phase, today)
    )


def is_due(row: Row, today: date) -> bool:
    """Tell whether a row with first and last day is shown; both days count."""
    starts, ends = row.get("starts_on", ""), row.get("ends_on", "")
    return (not starts or starts <= today.isoformat()) and (not ends or today.isoformat() <= ends)


def is_shown(row: Row, phase: Phase, today: date) -> bool:
    """Tell whether a block is shown on that day, in that phase."""
    return is_due(row, today) and (not row.get("phases") or phase.key in row["phases"])


def name_anchors(rows: list[Row]) -> dict[str, str]:
    """Return what each block is called in links: its kind, numbered where a page has several."""
    seen: Counter[str] = Counter()
    anchors = {}
    for row in rows:
        seen[row["kind"]] += 1
        number = seen[row["kind"]]
        anchors[row["uuid"]] = row["kind"] if number == 1 else f"{row['kind']}-{number}"
    return anchors


class _Maker:
    """Makes blocks and entries of one document."""

    def __init__(
        self,
        context: Context,
        film: FilmSheet,
        profiles: Mapping[str, ProfileSheet],
        today: date,
    ) -> None:
        self.context = context
        self.profiles = profiles
        self.today = today
        self.trailers = {trailer.uuid: trailer for trailer in film.trailers if trailer.uuid}
        self.entries: dict[str, list[Row]] = {}
        for row in context.document.get("entries", []):
            self.entries.setdefault(row["block"], []).append(row)
        rows = context.document.get("entries", [])
        self.companies = make_marks(context, {row["company"] for row in rows if row.get("company")})

    def block(self, row: Row, anchor: str) -> BlockSheet:
        uuid = row["uuid"]
        return BlockSheet(
            uuid=uuid,
            kind=row["kind"],
            anchor=anchor,
            variant=row.get("variant", ""),
            amount=row.get("amount"),
            heading=self.context.text("blocks", uuid, "heading"),
            text=self.context.text("blocks", uuid, "text"),
            picture=self._picture(row),
            trailer=self._trailer(row),
            entries=tuple(
                self._entry(entry)
                for entry in self.entries.get(uuid, [])
                if is_due(entry, self.today)
            ),
            starts_on=_day(row.get("starts_on")),
            ends_on=_day(row.get("ends_on")),
            phases=tuple(row.get("phases", [])),
        )

    def _entry(self, row: Row) -> EntrySheet:
        uuid, day = row["uuid"], _day(row.get("date"))
        url = row.get("url", "")
        return EntrySheet(
            uuid=uuid,
            kind=row.get("kind", ""),
            day=day,
            shown_date=show_date(day, "day", self.context.language),
            number=row.get("number"),
            title=self.context.text("entries", uuid, "title"),
            text=self.context.text("entries", uuid, "text"),
            url=url,
            host=(urlsplit(url).hostname or "").removeprefix("www."),
            country=self._country(row.get("country", "")),
            picture=self._picture(row),
            trailer=self._trailer(row),
            person=self.profiles.get(row.get("person", "")),
            company=self.companies.get(row.get("company", "")),
            file=self._file(row.get("file", "")),
            ends_on=_day(row.get("ends_on")),
        )

    def _picture(self, row: Row) -> PictureSheet | None:
        image = self.context.lookups.images.get(row.get("image", ""))
        return make_picture(self.context, image, Usage.STILL) if image else None

    def _trailer(self, row: Row) -> TrailerSheet | None:
        return self.trailers.get(row.get("trailer", ""))

    def _country(self, code: str) -> CountryName | None:
        return CountryName(code, country_name(code, self.context.language)) if code else None

    def _file(self, uuid: str) -> FileSheet | None:
        file = self.context.lookups.files.get(uuid)
        if file is None or file.kind != MediaFile.Kind.DOCUMENT:
            return None
        return FileSheet(download_url(file), file.original_name, file.size, file.extension)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
