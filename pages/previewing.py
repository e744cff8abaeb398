"""The output of a text page: where it stands, and how a preview shows it from any document."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.outputs import Links, Output, register_output
from pages.paths import page_path
from pages.rendering import render_page
from pages.views import page_context


def register_outputs() -> None:
    register_output(Output("page", "page", gettext_lazy("Page"), page_address, show_page))


def page_address(document: Document, language: str) -> str:
    return reverse("address", args=[language, page_path(document, language) or document["key"]])


def show_page(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    texts = document["texts"].get(language, {}).get("facts", {})
    context = {**frame, **page_context(texts, document["facts"], language)}
    context["title"] = context["title"] or _("No title yet")
    if document["facts"].get("is_press_release"):
        context["release"] = document
    return render_page(request, "pages/page_detail.html", language, context, others)
