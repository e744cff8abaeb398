"""All that was found, by kind."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from desk.search_page.contact import find_contact
from desk.search_page.festivals import find_festivals
from desk.search_page.films import FoundFilm, FoundFilms, find_films, find_told, having_all
from desk.search_page.legal import find_legal_pages
from desk.search_page.marking import excerpt, mark_words
from desk.search_page.names import NameHits, company_hits, person_hits
from desk.search_page.question import Question
from desk.search_page.reasons import find_reasons
from desk.search_page.screenings import find_screenings
from desk.search_page.texts import ByWord, Rank, find_words, join_places
from editorial.models import Publication
from editorial.prose import plain_text
from editorial.spelling import fold
from pages.listing import ListedPage, listed_pages
from pages.tiles import FilmTile, ordered_tiles
from people.finding import FoundNames, find_shown

KINDS = ("films", "people", "companies", "festivals", "screenings", "pages")
# How many of each kind stand on the page, and how many if one kind was asked for.
FEW = {"films": 12, "people": 8, "companies": 6, "festivals": 6, "screenings": 6, "pages": 6}
MANY = 100


@dataclass(frozen=True)
class FilmHit:
    tile: FilmTile
    title: SafeString
    reason: SafeString | str


@dataclass(frozen=True)
class PlainHit:
    """A festival or page: a line that leads somewhere."""

    name: SafeString
    url: str
    note: SafeString | str = ""


@dataclass(frozen=True)
class Group:
    """The hits of one kind; `count` says how many there are, shown or not."""

    kind: str
    count: int
    hits: tuple[Any, ...]


@dataclass
class Found:
    """What a question has found before it is shown."""

    films: FoundFilms
    people: NameHits
    companies: NameHits
    festivals: list[Any]
    screenings: list[Any]
    pages: list[ListedPage]
    names: FoundNames = field(default_factory=FoundNames)

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)


def find_all(question: Question, language: str) -> Found:
    """Return everything live in the language that the question means."""
    names = find_shown(question.text, question.words, language)
    told = find_told(question, names, language)
    texts = find_words(question, language, told)
    placed = {word: join_places(texts[word], told[word]) for word in question.words}
    festivals = find_festivals(question, language)
    pages = listed_pages(language)
    records = [page.record_id for page in pages]
    return Found(
        films=find_films(question, placed, names, festivals, records, language),
        people=person_hits(question, names, language),
        companies=company_hits(question, names, language),
        festivals=festivals,
        screenings=find_screenings(question, language),
        pages=_find_pages(question, pages, texts, language),
        names=names,
    )


def _find_pages(
    question: Question, pages: tuple[ListedPage, ...], texts: ByWord, language: str
) -> list[ListedPage]:
    """Return the pages that have all words; first of all the one that answers for contact."""
    complete = having_all(question, texts)
    having = [page for page in pages if page.record_id in complete]
    listed = sorted(having, key=lambda page: (_worst(question, page, texts), page.title))
    contact = find_contact(question, language)
    first = [contact] if contact else []
    by_path: dict[str, ListedPage] = {}
    for page in [*first, *listed, *find_legal_pages(question, language)]:
        by_path.setdefault(page.path, page)
    return list(by_path.values())


def _worst(question: Question, page: ListedPage, texts: ByWord) -> Rank:
    if fold(page.title).startswith(question.phrase):
        return Rank.PHRASE
    return max(texts[word][page.record_id] for word in question.words)


def show_groups(question: Question, found: Found, language: str, only: str = "") -> list[Group]:
    """Return the hits to show, a few of each kind or many of one."""

    def most(kind: str) -> int:
        return (MANY if only == kind else FEW[kind]) if only in ("", kind) else 0

    def some(kind: str) -> list[Any]:
        return getattr(found, kind)[: most(kind)]  # type: ignore[no-any-return]

    shown = {
        "films": _film_hits(question, found.films.first(most("films")), found, language),
        "people": some("people"),
        "companies": some("companies"),
        "festivals": _festival_hits(question, some("festivals"), language),
        "screenings": some("screenings"),
        "pages": _page_hits(question, some("pages"), language),
    }
    return [
        Group(kind, len(getattr(found, kind)), tuple(hits)) for kind, hits in shown.items() if hits
    ]


def _film_hits(
    question: Question, entries: list[FoundFilm], found: Found, language: str
) -> list[FilmHit]:
    reasons = find_reasons(
        question, entries, found.names, (found.people, found.companies), found.festivals
    )
    tiles = ordered_tiles([entry.film for entry in entries], language)
    return [
        FilmHit(tile, mark_words(tile.title, question.words), reasons.get(tile.record_id, ""))
        for tile in tiles
    ]


def _festival_hits(question: Question, festivals: list[Any], language: str) -> list[PlainHit]:
    return [
        PlainHit(
            mark_words(one.name, question.words),
            reverse("festival", args=[language, one.key]),
            mark_words(one.place, question.words),
        )
        for one in festivals
    ]


def _page_hits(question: Question, pages: list[ListedPage], language: str) -> list[PlainHit]:
    """Return the pages with a piece of their text. One query."""
    bodies = dict(
        Publication.objects.filter(pk__in=[page.title_id for page in pages]).values_list(
            "pk", "parts__texts__facts__body"
        )
    )
    return [
        PlainHit(
            mark_words(page.title, question.words),
            reverse("address", args=[language, page.path]),
            excerpt(plain_text(bodies.get(page.title_id) or ""), question.words),
        )
        for page in pages
    ]
