"""Drawn PNGs, kept: each takes a third of a second and tens of megabytes to draw."""

import hashlib
from threading import Lock

from django.core.cache import cache

from films.laurels.png import draw_png
from films.laurels.wording import Laurel

# Steps with every change to the drawing.
DRAWING = 1
# Seconds. What is asked for again after a month is drawn again.
KEPT = 30 * 24 * 3600
# One drawing at a time in a process: a visitor who asks for all of them must not fill its memory.
_drawing = Lock()


def name_png(laurel: Laurel, ink: str) -> str:
    """Return what tells a drawing from every other: its words, ink and the drawing's version."""
    words = (laurel.note, laurel.head.value, laurel.festival.value, laurel.year)
    return hashlib.sha256(repr((DRAWING, ink, *words)).encode()).hexdigest()[:32]


def keep_png(laurel: Laurel, ink: str) -> bytes:
    """Return the picture in one of the two inks, drawn if nobody has asked for it before."""
    name = f"laurel-{name_png(laurel, ink)}"
    return _kept(name) or _draw(name, laurel, ink)


def _draw(name: str, laurel: Laurel, ink: str) -> bytes:
    with _drawing:
        # Whoever waited for the same picture finds it drawn.
        picture = _kept(name) or draw_png(laurel, ink)
        cache.set(name, picture, KEPT)
    return picture


def _kept(name: str) -> bytes | None:
    picture: bytes | None = cache.get(name)
    return picture
