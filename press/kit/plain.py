"""Markdown as plain words, for files and forms that know nothing else."""

import re

from editorial.prose import plain_text

PARAGRAPHS = re.compile(r"\n\s*\n")


def paragraphs_of(markdown: str) -> str:
    """Return the words alone, with an empty line between paragraphs."""
    told = (plain_text(part) for part in PARAGRAPHS.split(markdown.replace("\r\n", "\n")))
    return "\n\n".join(part for part in told if part)
