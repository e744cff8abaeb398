"""What is written into XLIFF 1.2 files and read from them (OASIS standard, 1 February 2008)."""

import re
from dataclasses import dataclass

from editorial.translating.states import Look

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
VERSION = "1.2"
# State of a target, by what the cockpit says of it.
STATES = {
    Look.MISSING: "needs-translation",
    Look.OUTDATED: "needs-review-translation",
    Look.SAME: "needs-review-translation",
    Look.TRANSLATED: "translated",
    Look.REVIEWED: "signed-off",
}
# With these an agency says: we have looked at it, it may stay.
DONE = frozenset({"translated", "final", "signed-off"})
WAS = "was:"
# What XML 1.0 cannot say.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Unit:
    """One text of a file. `was` is the digest of the translation that the file began with, None if
    the file does not say; `problem` is why the text cannot be used, `name` what the file calls it.
    """

    id: str
    language: str
    source: str
    target: str
    state: str
    was: str | None
    line: int
    problem: str = ""
    name: str = ""


class XliffError(ValueError):
    """The file as a whole cannot be read; the message is for people."""


def xml_text(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)
