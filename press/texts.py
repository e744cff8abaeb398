"""The texts of a film to copy, in every language in which it is live."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.names import own_name
from editorial.prose import count_words
from editorial.texts import Text
from films.sheet import FilmSheet

# From the shortest on; then what the press asks for besides.
NAMES = (
    "logline",
    "synopsis_short",
    "synopsis_medium",
    "synopsis_long",
    "press_note",
    "directors_statement",
)


@dataclass(frozen=True)
class PressText:
    """One text with its length. `anchor` is its place on the page."""

    anchor: str
    label: str
    text: Text
    words: int


@dataclass(frozen=True)
class TextSet:
    """All texts in one language; `is_own` if it is the page's."""

    language: str
    name: str
    is_own: bool
    texts: tuple[PressText, ...]


def make_texts(film: FilmSheet) -> tuple[TextSet, ...]:
    """Return what is written in each language, the page's own first; nothing falls back here."""
    codes = sorted(film.texts_by_language, key=lambda code: code != film.language)
    sets = (_make_set(film, code) for code in codes)
    return tuple(found for found in sets if found.texts)


def _make_set(film: FilmSheet, code: str) -> TextSet:
    values, labels = film.texts_by_language[code], _labels()
    texts = []
    for name in NAMES:
        text = Text(values.get(name) or "", code, code != film.language)
        if text:
            words = count_words(text.value)
            anchor = f"{name.replace('_', '-')}-{code}"
            texts.append(PressText(anchor, labels[name], text, words))
    return TextSet(code, own_name(code), code == film.language, tuple(texts))


def _labels() -> dict[str, str]:
    labels = (
        _("Logline"),
        _("Short synopsis"),
        _("Medium synopsis"),
        _("Long synopsis"),
        _("Press note"),
        _("Director’s statement"),
    )
    return dict(zip(NAMES, labels, strict=True))
