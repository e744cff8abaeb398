"""What no log keeps: the piece of an address that lets in whoever reads it."""

import logging
import re
from typing import Any

# Links for outsiders, invitations, new passwords: good until they are used or end.
SECRET = re.compile(
    r"(/(?:preview|admin/invitation|admin/account/reset)/+)[^/\s?#\"']+"
    # Only a token is so long: /de/press/feed.xml stays readable.
    r"|(/press/+)[\w-]{30,}"
    # What opens a file (editorial/passes.py), wherever it is quoted.
    r"|()\b\d+\.\d{10}\.[\w-]{43}",
    # An address that was typed wrong gives it away as well.
    re.IGNORECASE,
)
# Line ends and what commands a terminal: an address in a log must not write lines of its own.
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")


def hide_secrets(text: str) -> str:
    """Return the text with a star for each secret piece of an address."""
    return SECRET.sub(r"\1\2\3*", text)


class HideSecrets(logging.Filter):
    """Lets every line through, without its secrets."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        hidden = hide_secrets(text)
        if hidden != text:
            record.msg, record.args = hidden, ()
        return True


class EscapeControls(logging.Filter):
    """Writes control characters of a request as escapes."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        plain = CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)
        if plain != text:
            record.msg, record.args = plain, ()
        return True


class DiscreetFormatter(logging.Formatter):
    """Writes lines, and what was raised, without secrets: an error may quote the address."""

    def format(self, record: logging.LogRecord) -> str:
        return hide_secrets(super().format(record))


def hide_token(text: str, request: Any) -> str:
    """Return the text without secrets, and without the token of the request wherever it stands."""
    match = getattr(request, "resolver_match", None)
    token = match.kwargs.get("token", "") if match else ""
    return hide_secrets(text.replace(token, "*") if token else text)
