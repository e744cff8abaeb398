"""What a microsite is rendered from. All frozen, all localised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assets.renditions import Picture
from editorial.texts import EMPTY, Text
from films.sheet import FilmSheet
from films.sheet.objects import CountryName, PictureSheet, TrailerSheet
from films.sheet.profiles import CompanyMark, ProfileSheet
from microsites.choices import BackgroundMode
from microsites.phases import Phase
from microsites.theming import ThemeSheet


@dataclass(frozen=True)
class Background:
    """What lies behind a page: a colour (#rrggbb) and perhaps a picture."""

    colour: str
    picture: Picture | None = None
    mode: str = BackgroundMode.COVER


@dataclass(frozen=True)
class FileSheet:
    """A file to take away; `size` in bytes."""

    url: str
    name: str
    size: int
    extension: str


@dataclass(frozen=True)
class EntrySheet:
    """One line of a block that is a list. `shown_date` always has its year."""

    uuid: str
    kind: str = ""
    day: date | None = None
    shown_date: str = ""
    number: int | None = None
    title: Text = EMPTY
    text: Text = EMPTY
    url: str = ""
    host: str = ""
    country: CountryName | None = None
    picture: PictureSheet | None = None
    trailer: TrailerSheet | None = None
    person: ProfileSheet | None = None
    company: CompanyMark | None = None
    file: FileSheet | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class BlockSheet:
    """One part of a page, as entered: what it shows is up to its kind."""

    uuid: str
    kind: str
    anchor: str
    variant: str = ""
    amount: int | None = None
    heading: Text = EMPTY
    text: Text = EMPTY
    picture: PictureSheet | None = None
    trailer: TrailerSheet | None = None
    entries: tuple[EntrySheet, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    phases: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageSheet:
    """One page in the reader's language; blocks that are not due are left out."""

    uuid: str
    slug: str
    title: Text
    url: str
    is_home: bool
    is_in_menu: bool
    follows_phase: bool
    blocks: tuple[BlockSheet, ...]
    background: Background


@dataclass(frozen=True)
class MicrositeSheet:
    """A film's microsite in one language, with the page that is shown.

    `base` is the address of its start page, `host` its own host or ''. `number` is the page of a
    long list that was asked for, from 1. `profiles` are the people whom blocks may show, by the
    key of their pages.
    """

    film: FilmSheet
    language: str
    theme: ThemeSheet
    pages: tuple[PageSheet, ...]
    page: PageSheet
    base: str
    host: str
    phase: Phase
    today: date
    number: int = 1
    profiles: Mapping[str, ProfileSheet] = field(default_factory=dict)
    has_old_site: bool = False

    @property
    def menu(self) -> tuple[PageSheet, ...]:
        """The pages of the menu; a microsite of one page has none."""
        shown = tuple(page for page in self.pages if page.is_in_menu)
        return shown if len(shown) > 1 else ()
