"""Text pages of the company."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from assets.models import Image
from editorial.fields import column
from editorial.models import Publication
from editorial.prose import plain_text
from editorial.texts import Text
from pages.page_data import page_card, page_linked_data
from pages.rendering import render_page

Entry = dict[str, Any]


def show_page(request: HttpRequest, language: str, publications: list[Publication]) -> HttpResponse:
    """Show a page from its live publications, one of which is in `language`."""
    by_language = {p.language: p for p in publications}
    texts = by_language[language].texts.get("facts", {})
    facts = by_language[""].parts.get("facts", {}) if "" in by_language else {}
    context = page_context(texts, facts, language)
    path = by_language[language].path
    context["linked_data"] = page_linked_data(context, language, path)
    context["social"] = page_card(context)
    others = [
        (code, reverse("address", args=[code, publication.path]))
        for code, publication in sorted(by_language.items())
        if code
    ]
    return render_page(request, "pages/page_detail.html", language, context, others)


def page_context(texts: Entry, facts: Entry, language: str) -> dict[str, Any]:
    """Return what the template shows of a page's texts and facts."""
    body = Text(texts.get("body", ""), language)
    return {
        "title": texts.get("title", ""),
        "seo_title": texts.get("seo_title", ""),
        "description": texts.get("seo_description") or plain_text(body.value, 160),
        "body": body,
        "image": _picture(facts.get("image"), language),
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
