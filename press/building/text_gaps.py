"""What a kit lacks in texts of one language: empty, too long, untranslated, outdated."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from editorial.fields import column
from editorial.kinds import Document, kind_of
from editorial.prose import count_words
from editorial.translating.keeping import as_mark, marks_of, origin_of
from editorial.translating.states import Look, TextState, text_states
from films.document import LIMITS
from films.models import Film
from pages.models import Profile
from press.building.gaps import Gap, form_url

OPEN = (Look.MISSING, Look.OUTDATED)
Marks = dict[Any, Any]


def read_marks(film: Film) -> Marks:
    """Return what the film's translations were made from. One query."""
    return {key: as_mark(row) for key, row in marks_of([film.pk])[film.pk].items()}


def text_gaps(film: Film, document: Document, language: str, marks: Marks) -> Iterator[Gap]:
    """Find what is wrong with the film's own texts and those of its rows."""
    yield from _lengths(film, language)
    kind = kind_of(film.record.kind)
    states = text_states(kind, document, language, origin_of(film.record), marks)
    own = {state.key.field: state for state in states if state.key.row == ""}
    for field in LIMITS:
        if not getattr(film, column(field, language)) and field not in own:
            yield _at_field(film, "empty", language, {"field": field})
    for state in states:
        if state.look in OPEN and state.key.row == "" and not state.key.field.startswith("seo_"):
            yield _at_field(film, _code(state), language, {"field": state.key.field})
    rows = [state for state in states if state.look in OPEN and state.key.row]
    if rows:
        url = reverse("translations_record", args=[film.record.uuid, language])
        yield Gap("open rows", language, {"count": len(rows)}, url)


def terms_gaps(profile: Profile | None, language: str) -> Iterator[Gap]:
    name = column("press_terms", language)
    if profile is not None and not getattr(profile, name):
        url = reverse("admin:pages_profile_change", args=[profile.pk]) + f"#id_{name}"
        yield Gap("no terms", language, {}, url)


def _lengths(film: Film, language: str) -> Iterator[Gap]:
    for field, limit in LIMITS.items():
        words = count_words(getattr(film, column(field, language)) or "")
        if words > limit:
            values = {"field": field, "words": words, "limit": limit}
            yield _at_field(film, "too long", language, values)


def _at_field(film: Film, code: str, language: str, values: dict[str, Any]) -> Gap:
    anchor = f"id_{column(values['field'], language)}"
    return Gap(code, language, values, form_url(film, anchor))


def _code(state: TextState) -> str:
    return "untranslated" if state.look is Look.MISSING else "outdated"
