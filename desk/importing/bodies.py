"""The Markdown body: stray rules dropped, research notes taken out for the desk."""

import re
from dataclasses import dataclass

LONGEST_HEADING = 80

_RULE = re.compile(r"\s*(?:-\s?){3,}\s*|\s*(?:\*\s?){3,}\s*|\s*(?:_\s?){3,}\s*")
_HEADING = re.compile(
    r"\s*(?:#{1,6}\s*)?(?:\*\*|__)?\s*"
    r"(?:external references?|externe (?:referenzen|verweise|quellen))\s*:?\s*(?:\*\*|__)?\s*:?\s*",
    re.IGNORECASE,
)
_LIST_LINE = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\S.*|\s{2,}\S.*|\s*")


@dataclass(frozen=True)
class Body:
    """The public text and the research notes that stood at its end."""

    text: str
    references: str


def read_body(markdown: str) -> Body:
    rows = markdown.split("\n")
    start = next((i for i, row in enumerate(rows) if is_heading(row)), None)
    if start is None:
        return Body(drop_rules(rows), "")
    end = start + 1
    while end < len(rows) and _LIST_LINE.fullmatch(rows[end]) and not _RULE.fullmatch(rows[end]):
        end += 1
    references = "\n".join(rows[start + 1 : end]).strip()
    return Body(drop_rules([*_without_rule_at_end(rows[:start]), *rows[end:]]), references)


def is_heading(row: str) -> bool:
    return len(row) <= LONGEST_HEADING and _HEADING.fullmatch(row) is not None


def _without_rule_at_end(rows: list[str]) -> list[str]:
    kept = list(rows)
    while kept and (not kept[-1].strip() or _RULE.fullmatch(kept[-1])):
        kept.pop()
    return [*kept, ""]


def drop_rules(rows: list[str]) -> str:
    """The text without rules before its first and after its last line."""
    kept = list(rows)
    while kept and (not kept[0].strip() or _RULE.fullmatch(kept[0])):
        kept.pop(0)
    return "\n".join(_without_rule_at_end(kept)).strip("\n").rstrip()
