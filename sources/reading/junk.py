"""Lines that belong to a page and not to a film: menus, cookie notes, buttons, copyright."""

import re

_JUNK = re.compile(
    r"(?:skip to|cookies?\b|wir verwenden|accept (?:all )?cookies|subscribe"
    r"|sign (?:in|up)|log ?in\b|share\b"
    r"|tweet\b|teilen\b|merken\b|drucken\b|print(?:ed)?\b from|newsletter"
    r"|advertisement|anzeige\b|edit page"
    r"|add to|like \d|menu\b|suche?\b|search\b|home\b\s*[|>›»]|startseite\b|©"
    r"|all rights reserved|contact us"
    r"|impressum|datenschutz|reuse this|report (?:an )?error|fehler melden|zurück zur|back to"
    r"|last update|artikel bewerten|access exclusive|you will be redirected"
    r"|comments? \(|kommentare \("
    r"|follow us|leave a reply|read more|weiterlesen|\d+ ratings|[\d.]+ ?/ ?10\b"
    r"|topics?\s*:|tags?\s*:"
    r"|popular on)",
    re.IGNORECASE,
)
LONGEST = 120


def is_junk(text: str) -> bool:
    return len(text) <= LONGEST and bool(_JUNK.match(text))
