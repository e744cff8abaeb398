"""Make the sheet of a microsite from a film's document, live or not."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from editorial.kinds import Document
from films.sheet.build import fill_sheet, make_context
from films.sheet.context import Context
from films.sheet.profiles import make_profiles
from microsites.defaults import with_default_pages
from microsites.documents import wanted_by
from microsites.phases import Phase, aim_calls, entered_offers, find_phase, order_blocks
from microsites.sheet.blocks import is_shown, make_blocks, name_anchors
from microsites.sheet.objects import Background, BlockSheet, MicrositeSheet, PageSheet
from microsites.sheet.slugs import name_slugs
from microsites.theming import make_theme

Row = dict[str, Any]
# (slug of a page, '' for the start page) -> its address
Address = Callable[[str], str]


def make_microsite(
    document: Document,
    language: str,
    address: Address,
    slug: str = "",
    *,
    host: str = "",
    today: date | None = None,
    number: int = 1,
    now: datetime | None = None,
) -> MicrositeSheet | None:
    """Return the microsite with the page of `slug`; None if there is no such page.

    A film whose editor has made no pages gets those of `microsites.defaults`. `today` is a day of
    the company's time zone. Falls back only to the languages that the document contains.
    """
    now = now or timezone.now()
    today = today or timezone.localdate(now)
    document = with_default_pages(document)
    with translation.override(language):
        slugs = page_slugs(document, language)
        rows = document["microsite_pages"]
        asked = next((row for row in rows if slugs[row["uuid"]] == slug), None)
        if asked is None:
            return None
        context = make_context(document, language, now, wanted_by(document))
        return _Maker(context, asked, slugs, address, today, now).site(host, number)


def page_slugs(document: Document, language: str) -> dict[str, str]:
    """Return the slug of each page of the microsite in one language, by uuid; the start page ''."""
    document = with_default_pages(document)
    texts = document["texts"].get(language, {}).get("microsite_pages", {})
    return name_slugs(document["microsite_pages"], texts)


class _Maker:
    """Makes the sheet of one microsite; of its pages only that of the row `asked` has blocks."""

    def __init__(
        self,
        context: Context,
        asked: Row,
        slugs: Mapping[str, str],
        address: Address,
        today: date,
        now: datetime,
    ) -> None:
        self.context, self.document = context, context.document
        self.asked, self.slugs, self.address, self.today = asked, slugs, address, today
        self.film = fill_sheet(context, now)
        self.profiles = make_profiles(context, now)
        theme = next(iter(self.document.get("theme", [])), None)
        self.theme = make_theme(theme, context.lookups.images)
        self.phase = self._phase()

    def site(self, host: str, number: int) -> MicrositeSheet:
        rows = self.document["microsite_pages"]
        pages = tuple(self._page(row) for row in rows)
        return MicrositeSheet(
            film=self.film,
            language=self.context.language,
            theme=self.theme,
            pages=pages,
            page=pages[rows.index(self.asked)],
            base=self.address(""),
            host=host,
            phase=self.phase,
            today=self.today,
            number=number,
            profiles={one.slug: one for one in self.profiles.values() if one.slug},
            has_old_site=bool(self.document.get("archived_sites")),
        )

    def _phase(self) -> Phase:
        """Return what the film lives through that day, with calls that lead to its blocks."""
        entered = entered_offers(self.document, self.context.language, self.today)
        phase = find_phase(self.film, self.today, entered=entered)
        return aim_calls(phase, self._places(phase))

    def _places(self, phase: Phase) -> dict[str, str]:
        """Return where a block of each kind stands, by kind: on the page itself, if it has one."""
        places: dict[str, str] = {}
        asked = self.asked["uuid"]
        for page in sorted(self.slugs, key=lambda uuid: uuid != asked):
            rows = [row for row in self.document.get("blocks", []) if row["page"] == page]
            anchors = name_anchors(rows)
            base = "" if page == asked else self.address(self.slugs[page])
            for row in rows:
                if is_shown(row, phase, self.today):
                    places.setdefault(row["kind"], f"{base}#{anchors[row['uuid']]}")
        return places

    def _page(self, row: Row) -> PageSheet:
        slug = self.slugs[row["uuid"]]
        return PageSheet(
            uuid=row["uuid"],
            slug=slug,
            title=self.context.text("microsite_pages", row["uuid"], "title"),
            url=self.address(slug),
            is_home=slug == "",
            is_in_menu=row.get("is_in_menu", True),
            follows_phase=row.get("follows_phase", True),
            blocks=self._blocks() if row is self.asked else (),
            background=self._background(row),
        )

    def _blocks(self) -> tuple[BlockSheet, ...]:
        blocks = make_blocks(
            self.context, self.film, self.asked, self.profiles, self.phase, self.today
        )
        return order_blocks(blocks, self.phase) if self.asked.get("follows_phase", True) else blocks

    def _background(self, row: Row) -> Background:
        """Return the page's own background, else the theme's."""
        image = self.context.lookups.images.get(row.get("background_image", ""))
        own_colour = row.get("background_colour", "")
        theme = self.theme
        return Background(
            colour=own_colour or theme.background_colour,
            # A page with a colour of its own and no picture hides that of the theme.
            picture=image.picture if image else (None if own_colour else theme.background_picture),
            mode=row.get("background_mode") or theme.background_mode,
        )


__all__ = ["make_microsite", "page_slugs"]
