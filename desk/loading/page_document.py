"""A parsed text page as a document."""

from typing import Any

from django.db import models

from assets.models import Image
from desk.importing.objects import ParsedPage
from editorial.fields import column
from editorial.kinds import Document
from editorial.models import Record
from pages.document import PAGE
from pages.models import Page

# Pages that the law or custom wants at the foot of every page, by what they are for; all
# others go into the menu.
PURPOSES = {
    "imprint": "imprint",
    "impressum": "imprint",
    "privacy": "privacy",
    "datenschutz": "privacy",
    "accessibility": "accessibility",
    "barrierefreiheit": "accessibility",
}


def write_page(page: ParsedPage, record: Record, image: Image | None) -> Document:
    facts: dict[str, Any] = {
        "menu": "foot" if page.slug in PURPOSES else "main",
        "position": page.position,
    }
    purpose = PURPOSES.get(page.slug, "")
    if purpose and not _is_served(purpose, record):
        facts["purpose"] = purpose
    if image is not None:
        facts["image"] = str(image.uuid)
        _describe(image, page)
    texts = {
        language: {
            "facts": {
                "title": page.title[language],
                "slug": page.slug,
                **({"body": page.body[language]} if page.body.get(language) else {}),
            }
        }
        for language in page.title
    }
    return {
        "schema": PAGE.schema,
        "kind": PAGE.name,
        "uuid": str(record.uuid),
        "key": record.key,
        "facts": facts,
        "texts": texts,
    }


def _is_served(purpose: str, record: Record) -> bool:
    """Tell whether another page serves the purpose already."""
    return Page.objects.exclude(pk=record.pk).filter(models.Q(purpose=purpose)).exists()


def _describe(image: Image, page: ParsedPage) -> None:
    """Give the picture the folder's alternative text where it has none."""
    empty = {
        column("alt", language): text[:300]
        for language, text in page.image_alt.items()
        if text and not getattr(image, column("alt", language))
    }
    if empty:
        for name, text in empty.items():
            setattr(image, name, text)
        image.save(update_fields=list(empty))
