"""What a film's page, microsite, JSON and press kit are made from. All frozen, all localised."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from assets.video.prepared import Loop, VideoSource
from editorial.names import language_name
from editorial.prose import plain_text
from editorial.texts import EMPTY, Text
from films.age_marks import AgeMark
from films.choices import CompanyFunction, Status
from films.sheet.telling import say_result

# A text of so many characters stands at the top as it is.
BRIEF = 400
# Whom a page names with mail and phone, the press first.
CONTACTS = (CompanyFunction.PRESS_AGENT, CompanyFunction.WORLD_SALES)


@dataclass(frozen=True)
class LanguageLink:
    """The film in another live language."""

    code: str
    name: str
    title: str
    path: str


@dataclass(frozen=True)
class CountryName:
    code: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class NameSheet:
    """One name in the credits. `slug` leads to the person's page; groups have none."""

    name: str
    kind: str
    slug: str = ""
    credited_as: str = ""
    character: Text = EMPTY
    is_lead: bool = False
    billing: str = ""
    is_uncredited: bool = False
    word_form: str = ""

    @property
    def shown_name(self) -> str:
        return self.credited_as or self.name


@dataclass(frozen=True)
class PictureSheet:
    """A picture in one use. `alt_is_default` marks an alternative text nobody wrote.

    `captions` are those in all languages of the film, as pairs; `number` counts the film's pictures
    of this use, hidden ones included, from 1 on: it stands in the names of files. 0: not counted.
    """

    key: str
    picture: Any
    usage: str
    alt: str
    alt_is_default: bool
    caption: Text
    credit: str
    language: str = ""
    focal_x: int = 50
    focal_y: int = 50
    photographer: str = ""
    copyright: str = ""
    people: tuple[NameSheet, ...] = ()
    is_for_press: bool = False
    captions: tuple[tuple[str, str], ...] = ()
    number: int = 0


@dataclass(frozen=True)
class RoleSheet:
    """A role with everyone credited in it; `key` is '' for a role only known as printed."""

    key: str
    label: str
    names: tuple[NameSheet, ...]
    schema_property: str = ""


@dataclass(frozen=True)
class DepartmentSheet:
    key: str
    label: str
    roles: tuple[RoleSheet, ...]


@dataclass(frozen=True)
class CompanySheet:
    name: str
    slug: str
    function: str
    territory: str = ""
    note: Text = EMPTY
    website: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class FunctionSheet:
    """All companies of one function."""

    key: str
    label: str
    companies: tuple[CompanySheet, ...]


@dataclass(frozen=True)
class VersionSheet:
    """One cut or presentation; `facts` are its lines in the reader's language."""

    is_main: bool
    name: Text
    runtime_seconds: int | None
    runtime: str
    format: str
    aspect_ratio: str
    colour: str
    sound: str
    dialogue: str
    subtitles: str
    note: Text
    has_no_dialogue: bool = False
    dialogue_languages: tuple[str, ...] = ()
    subtitle_languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class SelectionSheet:
    """The film in one edition of a festival. `laurel` is the festival's own artwork."""

    festival: str
    slug: str
    city: str
    country: str
    year: int | None
    section: Text
    premiere: str
    premiere_label: str
    uuid: str = ""
    country_code: str = ""
    laurel: PictureSheet | None = None


@dataclass(frozen=True)
class AwardSheet:
    """A prize, nomination or mention; `selection` is the uuid of the one it was given in."""

    name: Text
    body: Text
    year: int | None
    result: str
    result_label: str
    recipient: str = ""
    festival_slug: str = ""
    uuid: str = ""
    festival: str = ""
    selection: str = ""
    laurel: PictureSheet | None = None

    @property
    def result_note(self) -> str:
        """What stands beside the name; nothing beside prizes and names that say it."""
        return say_result(self.result, self.name.value) if self.name else ""


@dataclass(frozen=True)
class VersionLabel:
    """A screening's version: the name of a cut that is not the usual, and in which languages.

    `short` is what cinemas of the reader's language call the latter: OmU.
    """

    short: str = ""
    full: str = ""
    name: Text = EMPTY

    def __bool__(self) -> bool:
        return bool(self.full or self.name)

    @property
    def line(self) -> str:
        """All of it as plain text."""
        told = f"{self.full} ({self.short})" if self.short else self.full
        return " · ".join(part for part in (self.name.value, told) if part)


@dataclass(frozen=True)
class ScreeningSheet:
    """One showing, on the clock of its venue."""

    starts_at: datetime
    zone: str
    venue: str
    city: str
    country: str
    tickets_url: str
    note: Text
    uuid: str = ""
    street: str = ""
    country_code: str = ""
    website: str = ""
    is_cancelled: bool = False
    guests: Text = EMPTY
    version: VersionLabel = VersionLabel()
    runtime_seconds: int | None = None
    festival: str = ""
    festival_slug: str = ""
    format: str = ""
    subtitle_languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReleaseSheet:
    country: CountryName
    date: date | None
    shown_date: str
    kind_label: str
    status: str
    status_label: str
    distributors: tuple[str, ...]
    age_rating: str
    kind: str = ""
    precision: str = "day"
    mark: AgeMark | None = None
    distributor_pages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class QuoteSheet:
    """Words of a press item: whole, shortened, and translated into the reader's language.

    `shown` is what the page prints first; `translated_from` names the language if that is a
    translation. `original` holds the whole words wherever something else is shown.
    """

    text: str
    language: str
    translation: Text
    author: str
    outlet: str
    title: str
    url: str
    shown_date: str
    is_featured: bool
    kind: str = ""
    published_on: date | None = None
    precision: str = "day"
    abridged: str = ""
    shown: Text = EMPTY
    original: Text = EMPTY
    translated_from: str = ""
    is_translated: bool = False


@dataclass(frozen=True)
class ArticleSheet:
    """A press item of which nothing is quoted."""

    title: str
    author: str
    outlet: str
    url: str
    shown_date: str
    language: str
    kind_label: str


@dataclass(frozen=True)
class LinkSheet:
    kind: str
    url: str
    label: str

    @property
    def host(self) -> str:
        """Where it leads to: example.com."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


@dataclass(frozen=True)
class TrackSheet:
    url: str
    kind: str
    language: str
    label: str
    is_default: bool = False


@dataclass(frozen=True)
class ElsewhereSheet:
    """A video on another site: its address and host, the site's name, whom a browser contacts."""

    url: str
    host: str
    name: str
    company: str


@dataclass(frozen=True)
class TrailerSheet:
    """A trailer. `url` is its best file, '' if none plays here; `state` says why.

    States are those of `MediaFile` and "elsewhere"; `frame` is a picture of the video itself,
    width and height are pixels, `shape` is a word of the stylesheet, the length is in seconds.
    """

    title: str
    url: str
    mime: str
    poster: PictureSheet | None
    tracks: tuple[TrackSheet, ...]
    language: str = ""
    uploaded_at: datetime | None = None
    state: str = ""
    sources: tuple[VideoSource, ...] = ()
    frame: str = ""
    width: int = 1920
    height: int = 1080
    shape: str = ""
    seconds: float | None = None
    loop: Loop | None = None
    elsewhere: ElsewhereSheet | None = None
    uuid: str = ""


@dataclass(frozen=True)
class FilmSheet:
    """Everything one language of a film shows."""

    uuid: str
    key: str
    language: str
    languages: tuple[LanguageLink, ...]
    path: str
    title: Text
    titles: tuple[tuple[str, str], ...]
    original_title: str
    category: str
    category_label: str
    status: str
    status_label: str
    year: int | None
    genres: tuple[str, ...]
    countries: tuple[CountryName, ...]
    tagline: Text
    logline: Text
    synopsis_short: Text
    synopsis_medium: Text
    synopsis_long: Text
    press_note: Text
    directors_statement: Text
    production_notes: Text
    interview: Text
    award_notes: Text
    additional_info: Text
    seo_title: Text
    seo_description: Text
    copyright_line: str
    versions: tuple[VersionSheet, ...]
    directors: tuple[NameSheet, ...]
    cast: tuple[NameSheet, ...]
    departments: tuple[DepartmentSheet, ...]
    functions: tuple[FunctionSheet, ...]
    selections: tuple[SelectionSheet, ...]
    awards: tuple[AwardSheet, ...]
    screenings: tuple[ScreeningSheet, ...]
    releases: tuple[ReleaseSheet, ...]
    quotes: tuple[QuoteSheet, ...]
    articles: tuple[ArticleSheet, ...]
    links: tuple[LinkSheet, ...]
    external_ids: tuple[tuple[str, str], ...]
    stills: tuple[PictureSheet, ...]
    posters: tuple[PictureSheet, ...]
    title_art: PictureSheet | None
    background: PictureSheet | None
    trailers: tuple[TrailerSheet, ...]
    texts_by_language: Mapping[str, Mapping[str, str]]

    @property
    def main_version(self) -> VersionSheet | None:
        mains = [version for version in self.versions if version.is_main]
        return next(iter(mains or self.versions), None)

    @property
    def subtitles(self) -> str:
        """The subtitles of all versions, each named once."""
        codes = [code for version in self.versions for code in version.subtitle_languages]
        return ", ".join(language_name(code, self.language) for code in dict.fromkeys(codes))

    @property
    def contacts(self) -> tuple[FunctionSheet, ...]:
        """Who answers for press and sales, as far as they can be written to or called."""
        found = []
        for function in self.functions:
            reached = tuple(c for c in function.companies if c.email or c.phone)
            if function.key in CONTACTS and reached:
                found.append(replace(function, companies=reached))
        return tuple(sorted(found, key=lambda function: CONTACTS.index(function.key)))

    @property
    def synopsis(self) -> Text:
        """The longest text in the page's own language, or the longest there is."""
        texts = [self.synopsis_long, self.synopsis_medium, self.synopsis_short, self.logline]
        own = [text for text in texts if text and not text.is_foreign]
        return (own or [text for text in texts if text] or [EMPTY])[0]

    @property
    def lead_text(self) -> Text:
        """The short text above the synopsis, if it says something else."""
        for text in (self.synopsis_short, self.logline):
            if text and text.value != self.synopsis.value:
                return text
        return EMPTY

    @property
    def description(self) -> str:
        """Plain text for search engines and previews, at most 300 characters."""
        source = self.seo_description or self.synopsis_short or self.logline or self.synopsis
        return plain_text(source.value, 300)

    @property
    def hero(self) -> PictureSheet | None:
        """The picture at the top: first still, trailer frame, background; never a poster."""
        frames = [trailer.poster for trailer in self.trailers if trailer.poster]
        return next((p for p in (*self.stills, *frames, self.background) if p), None)

    @property
    def loop(self) -> Loop | None:
        """The silent loop behind the title, of the first trailer that has one."""
        return next((trailer.loop for trailer in self.trailers if trailer.loop), None)

    @property
    def poster(self) -> PictureSheet | None:
        return self.posters[0] if self.posters else None

    @property
    def crew(self) -> tuple[RoleSheet, ...]:
        return tuple(role for department in self.departments for role in department.roles)

    @property
    def other_original(self) -> str:
        """The original title, if the page's title is another one."""
        return self.original_title if self.original_title != self.title.value else ""

    @property
    def unfinished_label(self) -> str:
        """The state of production, while there is no finished film."""
        return "" if self.status == Status.FINISHED else self.status_label

    @property
    def has_awards(self) -> bool:
        """Tell whether there are prizes: alone, words about them are part of the festivals."""
        return bool(self.awards or (self.award_notes and not self.selections))

    @property
    def has_crew(self) -> bool:
        """Tell whether anybody did something else than direct or act."""
        return any(role.key != "director" for role in self.crew)

    @property
    def is_told_briefly(self) -> bool:
        """Tell whether the one text there is needs no heading: a logline, a few sentences."""
        return not self.lead_text and len(self.synopsis.value) <= BRIEF

    @property
    def has_site(self) -> bool:
        """Tell whether the microsite has something to show: a picture and a text."""
        return bool((self.hero or self.poster) and self.synopsis)
