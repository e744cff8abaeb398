"""The whole path of a page in the tree of pages."""

from editorial.fields import column
from editorial.kinds import Document
from editorial.publishing.window import live_titles
from pages.models import Page


def page_path(document: Document, language: str) -> str | None:
    """Return the page's path, e.g. `workshops/tbilisi`; None if a page above has no address."""
    slug = document.get("texts", {}).get(language, {}).get("facts", {}).get("slug", "")
    parent = document.get("facts", {}).get("parent")
    page = Page.objects.filter(record__uuid=parent).first() if parent else None
    if page is None:
        return slug or None
    live = live_titles("page", language).filter(record=page.pk).first()
    above = live.path if live else path_of(page, language)
    return f"{above}/{slug}" if above and slug else None


def is_parent_live(document: Document, language: str) -> bool:
    """Tell whether the page above, if any, is live in this language."""
    parent = document.get("facts", {}).get("parent")
    return not parent or live_titles("page", language).filter(record__uuid=parent).exists()


def path_of(page: Page, language: str) -> str | None:
    """Return the path of a page as it stands on the desk."""
    words = []
    while page is not None:
        words.append(getattr(page, column("slug", language)) or "")
        page = page.parent
    return "/".join(reversed(words)) if all(words) else None
