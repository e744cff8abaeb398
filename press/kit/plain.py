"""Markdown as plain words, for files and forms that know nothing else."""

import re

from editorial.prose import plain_text

# What no XML can hold (XML 1.0, section 2.2) beside what no text of ours holds.
NONCHARACTERS = re.compile("[\ufffe\uffff]")
PARAGRAPHS = re.compile(r"\n\s*\n")


def paragraphs_of(markdown: str) -> str:
    """Return the words alone, with an empty line between paragraphs."""
    told = map(plain_text, PARAGRAPHS.split(NONCHARACTERS.sub("", markdown).replace("\r\n", "\n")))
    return "\n\n".join(part for part in told if part)
