"""What a folder says, as frozen objects. Nothing here is a row yet.

`Localized` maps a language code to a text and holds only languages that have one. Positions count
from 0 in the order of printing; credits are numbered through: direction, crew, cast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from desk.importing.problems import Problem
from films.printed.countries import ParsedCountry
from people.printed.kinds import NameKind

Localized: TypeAlias = Mapping[str, str]
Usage: TypeAlias = Literal["still", "poster", "trailer_poster", "teaser", "portrait"]
LinkKind: TypeAlias = Literal["watch", "website", "trailer", "review", "shop", "other"]
Result: TypeAlias = Literal["won", "nominated", "mention"]


@dataclass(frozen=True)
class ParsedCredit:
    """One name in one role. `role_key` is '' when the role is not in the vocabulary.

    A person has a `name`, the main spelling; a group has a label per language in `names` only.
    """

    role_key: str
    role_text: Localized
    kind: NameKind
    name: str
    names: Localized
    credited_as: str = ""
    character: Localized = field(default_factory=dict)
    is_lead: bool = False
    position: int = 0
    other_spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParsedCompany:
    """A company in one function. `territory` is an ISO country code or ''."""

    function: str
    name: str
    territory: str = ""
    note: Localized = field(default_factory=dict)
    position: int = 0


@dataclass(frozen=True)
class ParsedAward:
    name: Localized
    body: Localized
    year: int | None = None
    result: Result = "won"
    position: int = 0


@dataclass(frozen=True)
class ParsedSelection:
    """The film in a festival. Premiere: '', world, international, european or national."""

    festival: Localized
    section: Localized
    premiere: str = ""
    year: int | None = None
    position: int = 0


@dataclass(frozen=True)
class ParsedVersion:
    """The main version. Colour: '', colour, black_and_white, hand_coloured or tinted."""

    runtime_seconds: int | None = None
    format: str = ""
    aspect_ratio: str = ""
    colour: str = ""
    sound: str = ""
    dialogue_languages: tuple[str, ...] = ()
    has_no_dialogue: bool = False
    subtitle_languages: tuple[str, ...] = ()
    rest: Localized = field(default_factory=dict)


@dataclass(frozen=True)
class ParsedImage:
    """A picture file that a key names; it has not been opened. `language` '' means all."""

    path: Path
    file: str
    usage: Usage
    language: str = ""
    position: int = 0
    line: int | None = None
    key: str = ""


@dataclass(frozen=True)
class ParsedTrailer:
    """A video file that a key names. Its poster frame stands among the film's images, too."""

    path: Path
    file: str
    line: int | None
    poster: ParsedImage | None = None


@dataclass(frozen=True)
class ParsedLink:
    kind: LinkKind
    url: str
    label: Localized
    position: int = 0


@dataclass(frozen=True)
class ParsedFilm:
    """One film out of all its language files. `folder` is where its pictures lie.

    `texts` holds Markdown per language: synopsis_short, synopsis_long, award_notes,
    technical_note, additional_info. `internal_note` is never public. `site` is the folder of an
    old site that was made by hand; it has not been looked into.
    """

    slug: str
    folder: str
    category: str
    title: Localized
    release_year: int | None
    languages: tuple[str, ...]
    countries: tuple[ParsedCountry, ...]
    credits: tuple[ParsedCredit, ...]
    companies: tuple[ParsedCompany, ...]
    awards: tuple[ParsedAward, ...]
    selections: tuple[ParsedSelection, ...]
    version: ParsedVersion
    images: tuple[ParsedImage, ...]
    trailer: ParsedTrailer | None
    links: tuple[ParsedLink, ...]
    texts: Mapping[str, Mapping[str, str]]
    internal_note: str
    has_own_microsite: bool
    problems: tuple[Problem, ...]
    site: Path | None = None


@dataclass(frozen=True)
class ParsedPage:
    slug: str
    folder: str
    title: Localized
    body: Localized
    image: ParsedImage | None
    image_alt: Localized
    position: int
    languages: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class FailedItem:
    """A film or page that could not be read; at least one of its problems is fatal."""

    slug: str
    folder: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ParsedFolder:
    """The whole folder. `problems` are those that belong to no film and no page.

    The films lie on the disk (`desk.spool`): go through them once, and keep none.
    """

    root: Path
    films: Sequence[ParsedFilm] = ()
    pages: tuple[ParsedPage, ...] = ()
    problems: tuple[Problem, ...] = ()
    failed_films: tuple[FailedItem, ...] = ()
    failed_pages: tuple[FailedItem, ...] = ()

    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem: the folder's own, then films, pages and what failed."""
        found = [*self.problems]
        for film in self.films:
            found += film.problems
        for page in self.pages:
            found += page.problems
        for item in (*self.failed_films, *self.failed_pages):
            found += item.problems
        return tuple(found)
