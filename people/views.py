"""A person's public page: it exists if and only if a live film shows the person."""

from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from assets.models import Image
from editorial.fields import any_text, column, languages
from editorial.memory import remember
from editorial.models import Publication, Reference
from editorial.publishing.window import live_titles
from editorial.texts import Text, choose_text
from pages.rendering import open_window, render_page
from pages.tiles import FilmTile, make_tiles
from people.merging.merge import successor_of
from people.models import Person, PersonName, Role


@dataclass(frozen=True)
class FilmographyEntry:
    """A film with what the person did for it."""

    tile: FilmTile
    roles: tuple[str, ...]
    characters: tuple[str, ...]


def person_page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    open_window()
    person = Person.objects.filter(record__key=slug).select_related("record", "portrait").first()
    if person is None:
        return _lead_on(slug, language)
    references = live_references(person.pk)
    films = make_filmography(person, references, language)
    if not films:
        raise Http404
    texts = {code: getattr(person, column("biography", code)) or "" for code in languages()}
    context = {
        "person": person,
        "biography": choose_text(texts, [language]),
        "portrait": _portrait(person),
        "birthplace": Text(getattr(person, column("birthplace", language)) or "", language),
        "other_names": list(
            person.names.exclude(
                kind__in=[PersonName.Kind.MISSPELLING, PersonName.Kind.LEGAL]
            ).values_list("name", flat=True)
        ),
        "filmography": films,
    }
    others = [(code, reverse("person", args=[code, slug])) for code in _languages_of(references)]
    return render_page(request, "people/person_detail.html", language, context, others)


def _lead_on(slug: str, language: str) -> HttpResponse:
    """Redirect the address of somebody who was merged into another whose page is there."""
    record = successor_of(slug, "person")
    films = [r.publication.record_id for r in live_references(record.pk)] if record else []
    if record is None or not live_titles("film", language).filter(record__in=films).exists():
        raise Http404
    return HttpResponsePermanentRedirect(reverse("person", args=[language, record.key]))


def live_references(record_id: int) -> list[Reference]:
    """Return what live films say about a shared record, with their publications."""
    live = Publication.objects.live().filter(kind="film").values("pk")
    found = Reference.objects.filter(target=record_id, publication__in=live)
    return list(found.select_related("publication").defer("publication__parts"))


def _languages_of(references: list[Reference]) -> list[str]:
    """Return the languages in which a film of these is live."""
    records = {reference.publication.record_id for reference in references}
    live = Publication.objects.live().filter(record__in=records, language__in=languages())
    return sorted(set(live.order_by().values_list("language", flat=True)))


def make_filmography(
    person: Person, references: list[Reference], language: str
) -> list[FilmographyEntry]:
    """Return the films live in `language` that show the person, newest first."""
    roles: dict[int, list[Reference]] = defaultdict(list)
    characters: dict[int, list[str]] = defaultdict(list)
    for reference in references:
        record = reference.publication.record_id
        if reference.usage == "credit":
            roles[record].append(reference)
        elif reference.usage == "character" and reference.publication.language == language:
            characters[record].append(reference.character)
    tiles = make_tiles(live_titles("film", language).filter(record__in=roles), language)
    ordered = sorted(tiles, key=lambda tile: -(tile.year or 0))
    return [
        FilmographyEntry(
            tile,
            tuple(
                dict.fromkeys(role_word(r.role, person, language) for r in roles[tile.record_id])
            ),
            tuple(characters[tile.record_id]),
        )
        for tile in ordered
    ]


def role_word(key: str, person: Person, language: str) -> str:
    """Return the role's word for this person, e.g. Kamerafrau; '' if the role is not known."""
    role = remember(("role words",), lambda: {r.key: r for r in Role.objects.all()}).get(key)
    if role is None:
        return ""
    forms = {"f": "name_feminine", "m": "name_masculine"}
    name = forms.get(person.word_form, "name")
    own = getattr(role, column(name, language)) or getattr(role, column("name", language))
    return own or any_text(role, "name")


def _portrait(person: Person):
    return Image.objects.visible().filter(pk=person.portrait_id).first()
