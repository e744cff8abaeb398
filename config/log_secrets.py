"""What no log keeps: the piece of an address that lets in whoever reads it."""

import logging
import re

# Links for outsiders, invitations, new passwords: good until they are used or end.
SECRET = re.compile(
    r"(/(?:preview|admin/invitation|admin/account/reset)/)[^/\s?#\"']+"
    # Only a token is so long: /de/press/feed.xml stays readable.
    r"|(/press/)[\w-]{30,}"
)


def hide_secrets(text: str) -> str:
    """Return the text with a star for each secret piece of an address."""
    return SECRET.sub(r"\1\2*", text)


class HideSecrets(logging.Filter):
    """Lets every line through, without its secrets."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        hidden = hide_secrets(text)
        if hidden != text:
            record.msg, record.args = hidden, ()
        return True
