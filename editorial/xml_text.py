"""Text that may stand in XML."""

import re

# XML 1.0 knows none of these, not even escaped (section 2.2).
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit_for_xml(text: str) -> str:
    """Return `text` without the characters that would make the whole file unreadable."""
    return FORBIDDEN.sub("", text)
