"""Where a line in large letters may break: after its sentences and colons first."""

import re

# The end of a sentence or a colon; “1. Februar” and “Dr. No” end nothing.
_END = re.compile(
    r"(?:(?<=[^\W\d]{2}\.)(?<!Dr\.)(?<!Mr\.)(?<!Mrs\.)(?<!St\.)|(?<=[!?…:])|(?<=[.!?…][”“’»]))\s+"
)
_DAY = re.compile(r"(?<=\d\.) (?=[^\W\d])")


def split_phrases(text: str) -> list[str]:
    """Return the parts of `text` that should each stay on a line; days stay with their months."""
    return [_DAY.sub("\xa0", part) for part in _END.split(text) if part]
