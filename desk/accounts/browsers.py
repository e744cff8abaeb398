"""What a person calls a browser, from what it calls itself (RFC 9110, section 10.1.5)."""

import re

# The first match counts: each names those below it, too.
BROWSERS = (
    ("Edge", re.compile(r"Edg[A-Z]*/")),
    ("Opera", re.compile(r"OPR/|Opera")),
    ("Firefox", re.compile(r"Firefox/|FxiOS/")),
    ("Chrome", re.compile(r"Chrome/|CriOS/|Chromium/")),
    ("Safari", re.compile(r"Safari/")),
)
SYSTEMS = (
    ("iPhone", re.compile("iPhone")),
    ("iPad", re.compile("iPad")),
    ("Android", re.compile("Android")),
    ("Windows", re.compile("Windows")),
    ("macOS", re.compile("Macintosh|Mac OS")),
    ("ChromeOS", re.compile("CrOS")),
    ("Linux", re.compile("Linux|X11")),
)
LONGEST = 60


def browser_name(user_agent: str) -> str:
    """Return for example “Firefox, Windows”; of an unknown one, how it begins."""
    found = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(name for name in found if name) or user_agent[:LONGEST] or "?"


def _first(names: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((name for name, pattern in names if pattern.search(text)), "")
