"""Why a film was found, where its title does not say it: who made it, a role, a piece of text."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from desk.search_page.festivals import ListedFestival
from desk.search_page.films import FoundFilm
from desk.search_page.marking import excerpt, has_mark, mark_words
from desk.search_page.names import NameHits
from desk.search_page.question import Question
from desk.search_page.texts import Rank
from editorial.models import Publication
from editorial.prose import plain_text
from films.search_text import PROSE
from people.finding import FoundNames

MOST_NAMES = 2
NEEDED_FROM = Rank.NAMES


def find_reasons(
    question: Question,
    found: Sequence[FoundFilm],
    names: FoundNames,
    hits: Sequence[NameHits],
    festivals: Sequence[ListedFestival],
) -> dict[int, SafeString | str]:
    """Return a line of HTML by film for those whose title does not have all words. One query."""
    wanted = [entry for entry in found if entry.worst >= NEEDED_FROM]
    ids = [pk for entry in wanted for pk in (entry.film.title_id, entry.film.facts_id)]
    rows = Publication.objects.filter(pk__in=ids).values_list(
        "record", "parts__texts__facts", "parts__texts__credits", "parts__titles"
    )
    texts: dict[int, list[tuple[str, str]]] = {}
    for record, facts, credits, titles in rows:
        texts.setdefault(record, []).extend(_pieces(facts or {}, credits or {}, titles or []))
    reasons = {
        entry.film.record_id: _named(entry, names, hits)
        or _shown_at(entry, festivals, question.words)
        or _told(texts.get(entry.film.record_id, []), question.words)
        for entry in wanted
    }
    return {record: reason for record, reason in reasons.items() if reason}


def _pieces(
    facts: dict[str, str], credits: dict[str, dict[str, str]], titles: list[dict[str, Any]]
) -> Iterable[tuple[str, str]]:
    """Yield (kind, text) of what the search looks into beside the title."""
    for row in titles:
        yield "title", row["title"]
    for texts in credits.values():
        yield "character", texts.get("character", "")
        yield "other", texts.get("group", "")
        yield "other", texts.get("role_text", "")
    for name in PROSE:
        yield "prose", facts.get(name, "")


def _named(entry: FoundFilm, names: FoundNames, hits: Sequence[NameHits]) -> SafeString | str:
    """Return the people and companies that brought the film, with what they did."""
    if not entry.is_named:
        return ""
    film = entry.film.record_id
    brought = (
        kind.hit_of(record)
        for kind in hits
        for record in kind.records
        if film in names.films_of([record])
    )
    shown = [
        format_html("{}{}", hit.name, f" ({', '.join(hit.done[:1])})" if hit.done else "")
        for hit in islice(brought, MOST_NAMES)
    ]
    return format_html(", ".join("{}" for _line in shown), *shown) if shown else ""


def _shown_at(
    entry: FoundFilm, festivals: Iterable[ListedFestival], words: Sequence[str]
) -> SafeString | str:
    names = [one.name for one in festivals if entry.film.record_id in one.films]
    if not (entry.is_named and names):
        return ""
    return format_html(_("at {festival}"), festival=mark_words(names[0], words))


def _told(pieces: Sequence[tuple[str, str]], words: Sequence[str]) -> SafeString | str:
    for kind, text in pieces:
        if kind == "prose" or not text or not has_mark(text, words):
            continue
        if kind == "title":
            return format_html(_("also “{title}”"), title=mark_words(text, words))
        if kind == "character":
            return format_html(_("with the character {name}"), name=mark_words(text, words))
        return mark_words(text, words)
    plain = (plain_text(text) for kind, text in pieces if kind == "prose" and text)
    return next((piece for text in plain if (piece := excerpt(text, words))), "")
