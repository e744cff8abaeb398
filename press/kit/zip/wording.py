"""Words that several files of the kit share, in the language of their edition."""

import re

from django.utils.translation import override, pgettext

from editorial.prose import plain_text
from press.kit.contents import Edition

PARAGRAPHS = re.compile(r"\n\s*\n")


def terms_of(edition: Edition) -> str:
    """Return the company's terms of use for the press on one line, or the usual ones."""
    if edition.house.terms:
        return edition.house.terms.plain
    with override(edition.language):
        return pgettext(
            "press kit",
            "Pictures may be used free of charge in reports about this film, with the credit that "
            "stands beside each.",
        )


def paragraphs_of(markdown: str) -> str:
    """Return the words alone, with an empty line between paragraphs."""
    told = (plain_text(part) for part in PARAGRAPHS.split(markdown.replace("\r\n", "\n")))
    return "\n\n".join(part for part in told if part)
