"""The whole path of a page in the tree of pages."""

from editorial.fields import column
from editorial.kinds import Document
from pages.models import Page


def page_path(document: Document, language: str) -> str | None:
    """Return the page's path, e.g. `workshops/tbilisi`; None if a page above has no address."""
    words = [document.get("texts", {}).get(language, {}).get("facts", {}).get("slug", "")]
    parent = document.get("facts", {}).get("parent")
    page = Page.objects.filter(record__uuid=parent).first() if parent else None
    while page is not None:
        words.append(getattr(page, column("slug", language)) or "")
        page = page.parent
    return "/".join(reversed(words)) if all(words) else None
