"""Licences that the owner of a picture names beside it: Creative Commons, by their short names."""

import re

# CC BY 4.0, CC BY-NC-SA 3.0, CC0 1.0 (https://creativecommons.org/licenses/list.en).
NAMED = re.compile(r"\bCC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)\b", re.IGNORECASE)
FREE = re.compile(r"\bCC[ -]?0\b", re.IGNORECASE)


def licence_url(words: str) -> str:
    """Return the address of the licence that `words` name, '' if they name none."""
    found = NAMED.search(words)
    if found:
        kind, version = found.group(1).lower(), found.group(2)
        return f"https://creativecommons.org/licenses/{kind}/{version}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if FREE.search(words) else ""
