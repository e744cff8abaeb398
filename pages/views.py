"""Text pages of the company."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from assets.models import Image
from editorial.fields import column, languages
from editorial.models import Publication
from editorial.prose import plain_text
from editorial.publishing.window import first_moment
from editorial.texts import Text
from pages.chrome import chrome_for
from pages.legal import LegalPage, describe, legal_facts, legal_pages
from pages.page_data import page_card, page_linked_data
from pages.rendering import render_page

Entry = dict[str, Any]


def show_page(request: HttpRequest, language: str, publications: list[Publication]) -> HttpResponse:
    """Show a page from its live publications, one of which is in `language`."""
    by_language = {p.language: p for p in publications}
    texts = by_language[language].texts.get("facts", {})
    facts = by_language[""].parts.get("facts", {}) if "" in by_language else {}
    context = page_context(texts, facts, language)
    if facts.get("is_press_release"):
        context["release"] = by_language[""].parts
        context["released_at"] = _first_moment(by_language[language])
    path = by_language[language].path
    purpose = next((page.purpose for page in legal_pages(language) if page.path == path), "")
    context["linked_data"] = page_linked_data(context, language, path)
    context["social"] = page_card(context)
    others = (
        _elsewhere(purpose, language)
        if purpose
        else [
            (code, reverse("address", args=[code, publication.path]))
            for code, publication in sorted(by_language.items())
            if code
        ]
    )
    return render_page(request, "pages/page_detail.html", language, context, others)


def _first_moment(publication: Publication) -> datetime:
    """Return when a page first went live in its language: the end of its embargo."""
    rows = Publication.objects.filter(pk=publication.pk)
    first = rows.annotate(first_at=first_moment(publication.language)).values_list("first_at")
    return first.get()[0]


def show_legal(request: HttpRequest, language: str, page: LegalPage) -> HttpResponse:
    """Show what the law asks for where no text page of the company does."""
    others = _elsewhere(page.purpose, language)
    context = page_context({"title": page.title}, {"purpose": page.purpose}, language)
    context["linked_data"] = page_linked_data(context, language, page.path)
    context["social"] = page_card(context)
    return render_page(request, "pages/page_detail.html", language, context, others)


def _elsewhere(purpose: str, language: str) -> list[tuple[str, str]]:
    """Return the page of this purpose in every live language, written or made by the site."""
    spoken = {language, *chrome_for(language).live_languages}
    return [
        (code, page.url)
        for code in languages()
        if code in spoken
        for page in legal_pages(code)
        if page.purpose == purpose
    ]


def page_context(texts: Entry, facts: Entry, language: str) -> dict[str, Any]:
    """Return what the template shows of a page's texts and facts."""
    body = Text(texts.get("body", ""), language)
    legal = legal_facts(facts.get("purpose", ""), language)
    description = texts.get("seo_description") or plain_text(body.value, 160)
    return {
        "title": texts.get("title", ""),
        "seo_title": texts.get("seo_title", ""),
        "description": description or (describe(legal) if legal else ""),
        "body": body,
        "image": _picture(facts.get("image"), language),
        "legal": legal,
    }


def _picture(uuid: str | None, language: str) -> dict | None:
    image = Image.objects.visible().filter(record__uuid=uuid).first() if uuid else None
    if image is None:
        return None
    return {
        "picture": image.picture,
        "alt": getattr(image, column("alt", language)) or "",
        "caption": getattr(image, column("caption", language)) or "",
        "credit": image.credit,
    }
