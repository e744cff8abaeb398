"""Public pages of people and companies: each exists if and only if a live film shows it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from assets.models import Image
from editorial.cities import city_name
from editorial.fields import column, languages
from editorial.models import Reference
from editorial.names import country_name
from editorial.texts import Text, choose_text
from pages.chrome import chrome_for
from pages.rendering import open_window, render_page
from people.company_films import USAGES as COMPANY_USAGES
from people.company_films import films_by_function
from people.depicted import stills_with
from people.filmography import make_filmography
from people.functions import ASKED
from people.linked_data import (
    company_card,
    company_linked_data,
    person_card,
    person_linked_data,
)
from people.models import Company, Person
from people.names_shown import shown_names
from people.shown import languages_of, live_references, shown_successor

PERSON_USAGES = ("credit",)


def person_page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    open_window()
    person = Person.objects.filter(record__key=slug).select_related("record").first()
    if person is None:
        return _lead_on("person", slug, language, PERSON_USAGES)
    references = live_references(person.pk)
    films = make_filmography(person, references, language)
    if not films:
        raise Http404
    context = {
        "person": person,
        "biography": _own_text(person, "biography", language),
        "portrait": _visible(person.portrait_id),
        "birthplace": Text(getattr(person, column("birthplace", language)) or "", language),
        "names": shown_names(person),
        "filmography": films,
        "stills": stills_with(person.pk, person.portrait_id, language),
        "honoured": _honours(references),
    }
    context["linked_data"] = person_linked_data(context, language)
    context["social"] = person_card(context)
    others = _others("person", slug, references, PERSON_USAGES)
    return render_page(request, "people/person_detail.html", language, context, others)


def company_page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    open_window()
    company = Company.objects.filter(record__key=slug).select_related("record").first()
    if company is None:
        return _lead_on("company", slug, language, COMPANY_USAGES)
    references = live_references(company.pk)
    groups = films_by_function(references, language)
    if not groups:
        raise Http404
    context = {
        "company": company,
        "description": _own_text(company, "description", language),
        "logo": _visible(company.logo_id),
        "city": city_name(company.city, company.country, language),
        "country": country_name(company.country, language) if company.country else "",
        "groups": groups,
        "is_asked": any(group.key in ASKED for group in groups),
        "is_own": company.name.casefold() == chrome_for(language).company.casefold(),
    }
    context["linked_data"] = company_linked_data(context, language)
    context["social"] = company_card(context)
    others = _others("company", slug, references, COMPANY_USAGES)
    return render_page(request, "people/company_detail.html", language, context, others)


def _lead_on(name: str, slug: str, language: str, usages: tuple[str, ...]) -> HttpResponse:
    """Redirect the address of one that was merged into another whose page is there."""
    record = shown_successor(slug, name, language, usages)
    if record is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(name, args=[language, record.key]))


def _own_text(row: Person | Company, name: str, language: str) -> Text:
    texts = {code: getattr(row, column(name, code)) or "" for code in languages()}
    return choose_text(texts, [language])


def _others(
    name: str, slug: str, references: list[Reference], usages: tuple[str, ...]
) -> list[tuple[str, str]]:
    shown = languages_of([reference for reference in references if reference.usage in usages])
    return [(code, reverse(name, args=[code, slug])) for code in shown]


def _visible(image_id: int | None) -> Image | None:
    return Image.objects.visible().filter(pk=image_id).first()


def _honours(references: list[Reference]) -> list[tuple[int, str]]:
    """Return (film, row) of what the person received; films say what it was."""
    return [(r.publication.record_id, str(r.row)) for r in references if r.usage == "recipient"]
