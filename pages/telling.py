"""What in an address could say who asked for it: e-mails, tokens, names, numbers of customers.

What editors need to lead an old address on is short: `id=7`, `film=ferry`, `/filme/faehre.html`.
"""

import re
from urllib.parse import unquote

PLAIN_NAME = re.compile(r"[a-z][a-z0-9_-]{0,19}", re.IGNORECASE)
PLAIN_VALUE = re.compile(r"[0-9]{1,12}|[a-z]{1,12}", re.IGNORECASE | re.ASCII)
TELLING_NAME = re.compile(
    r"mail|token|key|code|user|name|sess|auth|pass|login|secret|hash|phone|mobile|invit"
    r"|^utm|clid$|(^|[_-])(sid|uid|cid|pwd|pin|sig|tel)($|[_-])",
    re.IGNORECASE,
)
# Letters of a longer piece of a path; shorter ones are words, numbers, names of files.
LONGEST_MIX = 20
PIECE = re.compile(r"[^/]+")
# Digits among letters, as in random signs; in an address of words they stand by themselves.
MIXED = re.compile(r"[a-z]\d+[a-z]|\d[a-z]+\d", re.IGNORECASE)


def is_telling_pair(name: str, value: str) -> bool:
    """Tell whether a pair of a query could say more than which page was meant."""
    if TELLING_NAME.search(name):
        return True
    return not (PLAIN_NAME.fullmatch(name) and PLAIN_VALUE.fullmatch(value))


def is_telling_path(path: str) -> bool:
    """Tell whether a decoded path holds an e-mail address or random signs."""
    text = unquote(path)
    return "@" in text or any(
        len(piece) > LONGEST_MIX and MIXED.search(piece) for piece in PIECE.findall(text)
    )
