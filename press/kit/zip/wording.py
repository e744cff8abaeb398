"""Words that several files of the kit share, in the language of their edition."""

from django.utils.translation import override, pgettext

from press.kit.contents import Edition, KitContents
from press.terms import usual_terms


def terms_of(edition: Edition) -> str:
    """Return the company's terms of use for the press on one line, or the usual ones."""
    return edition.house.terms.plain if edition.house.terms else usual_terms(edition.language)


def usage_terms(contents: KitContents) -> dict[str, str]:
    """Return the terms by the language that they are really in, that of the kit first."""
    told: dict[str, str] = {}
    for edition in contents.editions:
        told.setdefault(edition.house.terms.language or edition.language, terms_of(edition))
    return told


def mark_draft(contents: KitContents, edition: Edition, text: str) -> str:
    """Return the text; that of a draft says so first."""
    if not contents.is_draft:
        return text
    with override(edition.language):
        return pgettext("press kit", "Draft, not for publication") + "\n\n" + text
