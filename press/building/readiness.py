"""What a good press kit of a film still lacks, each thing with the way to its field.

Editors build nevertheless: gaps are named on the desk, never printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from assets.models import Image
from editorial.documents import document_of
from editorial.fields import column
from editorial.kinds import Document, kind_of
from editorial.prose import count_words
from editorial.translating.keeping import as_mark, marks_of, origin_of
from editorial.translating.states import Look, TextState, text_states
from films.choices import CompanyFunction, Usage
from films.document import LIMITS
from films.models import Film
from pages.models import Profile

# A5 at 300 dpi in pixels, the longer side first.
PRINT = (2480, 1748)
OPEN = (Look.MISSING, Look.OUTDATED)


@dataclass(frozen=True)
class Gap:
    """One thing that is missing. `code` and `values` are said by `saying.say_gap`; `language` is ''
    for what every kit lacks; `url` leads to the field."""

    code: str
    language: str
    values: dict[str, Any]
    url: str

    def as_json(self) -> dict[str, Any]:
        """Return what a built kit remembers."""
        return {"code": self.code, "language": self.language, "values": self.values}


def find_gaps(film: Film, languages: tuple[str, ...]) -> list[Gap]:
    """Return what is missing for a kit in these languages; the film's own facts come first."""
    document = document_of(film.record) or {}
    gaps = [*_neutral(film)]
    placements = list(film.placements.select_related("image__record"))
    visible = set(
        Image.objects.visible().filter(placements__film=film).values_list("pk", flat=True)
    )
    shown = [placement for placement in placements if placement.image_id in visible]
    gaps += _usages(film, shown)
    gaps += [gap for placement in shown for gap in _picture(film, placement)]
    marks = {key: as_mark(row) for key, row in marks_of([film.pk])[film.pk].items()}
    profile = Profile.objects.first()
    for language in languages:
        gaps += _texts(film, language)
        gaps += _translations(film, document, language, marks)
        gaps += _captions(film, shown, language)
        gaps += _terms(profile, language)
    return gaps


def form_url(film: Film, anchor: str) -> str:
    return reverse("admin:films_film_change", args=[film.pk]) + f"#{anchor}"


def _neutral(film: Film) -> Iterator[Gap]:
    agents = film.company_credits.filter(function=CompanyFunction.PRESS_AGENT)
    companies = [credit.company for credit in agents.select_related("company")]
    if not companies:
        yield Gap("no press contact", "", {}, form_url(film, "part-credits"))
    elif not any(company.email or company.phone for company in companies):
        url = reverse("admin:people_company_change", args=[companies[0].pk]) + "#id_email"
        yield Gap("silent press contact", "", {"name": companies[0].name}, url)


def _usages(film: Film, placements: list[Any]) -> Iterator[Gap]:
    used = {placement.usage for placement in placements}
    for usage in (Usage.STILL, Usage.POSTER):
        if usage not in used:
            url = reverse("admin:films_film_stills", args=[film.pk])
            yield Gap(f"no {usage.value}", "", {}, url)


def _picture(film: Film, placement: Any) -> Iterator[Gap]:
    """Find what is wrong with a picture in every language."""
    image, url = placement.image, _still_url(film, placement)
    if not (image.photographer or image.copyright):
        yield Gap("no credit", "", {"name": str(image)}, f"{url}#id_photographer")
    long, short = max(image.width, image.height), min(image.width, image.height)
    if placement.usage == Usage.STILL and (long < PRINT[0] or short < PRINT[1]):
        size = {"width": image.width, "height": image.height}
        yield Gap("small still", "", {"name": str(image), **size}, url)


def _captions(film: Film, placements: list[Any], language: str) -> Iterator[Gap]:
    name = column("caption", language)
    for placement in placements:
        if not getattr(placement.image, name):
            url = f"{_still_url(film, placement)}#id_{name}"
            yield Gap("no caption", language, {"name": str(placement.image)}, url)


def _still_url(film: Film, placement: Any) -> str:
    return reverse("admin:films_film_still", args=[film.pk, placement.uuid])


def _texts(film: Film, language: str) -> Iterator[Gap]:
    """Find synopses that nobody wrote in any language, and those that are too long."""
    for field, limit in LIMITS.items():
        name = column(field, language)
        words = count_words(getattr(film, name) or "")
        if words > limit:
            values = {"field": field, "words": words, "limit": limit}
            yield Gap("too long", language, values, form_url(film, f"id_{name}"))


def _translations(
    film: Film, document: Document, language: str, marks: dict[Any, Any]
) -> Iterator[Gap]:
    """Find empty synopses, and texts that another language has, or has had rewritten since."""
    kind = kind_of(film.record.kind)
    states = text_states(kind, document, language, origin_of(film.record), marks)
    own = {state.key.field: state for state in states if state.key.row == ""}
    for field in LIMITS:
        if not getattr(film, column(field, language)) and field not in own:
            anchor = f"id_{column(field, language)}"
            yield Gap("empty", language, {"field": field}, form_url(film, anchor))
    for state in states:
        if state.look in OPEN and state.key.row == "" and not state.key.field.startswith("seo_"):
            anchor = f"id_{column(state.key.field, language)}"
            yield Gap(_code(state), language, {"field": state.key.field}, form_url(film, anchor))
    rows = [state for state in states if state.look in OPEN and state.key.row]
    if rows:
        url = reverse("translations_record", args=[film.record.uuid, language])
        yield Gap("open rows", language, {"count": len(rows)}, url)


def _code(state: TextState) -> str:
    return "untranslated" if state.look is Look.MISSING else "outdated"


def _terms(profile: Any, language: str) -> Iterator[Gap]:
    name = column("press_terms", language)
    if profile is not None and not getattr(profile, name):
        url = reverse("admin:pages_profile_change", args=[profile.pk]) + f"#id_{name}"
        yield Gap("no terms", language, {}, url)
