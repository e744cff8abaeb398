"""Reasons of saved states, read in another language than they were written in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from editorial.history.reasons import REASONS, say_reason
from editorial.models import Revision
from editorial.publishing import publish
from tests.factories import FilmFactory

# Which argument of these calls is the reason.
REASON_AT = {"change": 1, "restore": 3}
APPS = (
    "assets",
    "desk",
    "editorial",
    "festivals",
    "films",
    "microsites",
    "pages",
    "people",
    "press",
    "sources",
)


@pytest.mark.parametrize(
    ("stored", "german", "english"),
    [
        ("Credits pasted", "Nennungen eingefügt", "Credits pasted"),
        ("Nennungen eingefügt", "Nennungen eingefügt", "Credits pasted"),
        ("Merged into Ana Sol", "Mit Ana Sol zusammengeführt", "Merged into Ana Sol"),
        ("Mit Ana Sol zusammengeführt", "Mit Ana Sol zusammengeführt", "Merged into Ana Sol"),
        ("Before the 100 % premiere", "Before the 100 % premiere", "Before the 100 % premiere"),
        ("", "", ""),
    ],
)
def test_reason_is_said_in_the_language_of_the_reader(stored, german, english):
    with override("de"):
        assert say_reason(stored) == german
    with override("en"):
        assert say_reason(stored) == english


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_german_for_germans(reason):
    with override("de"):
        assert say_reason(reason) != reason


def test_every_reason_that_the_code_gives_is_known():
    given = {
        text
        for app in APPS
        for path in (settings.BASE_DIR / app).rglob("*.py")
        for text in _reasons(path)
    }
    assert len(given) > 20
    assert given - set(REASONS) == set()


@pytest.mark.django_db
def test_what_publishing_stores_is_said_in_the_language_of_the_reader():
    film = FilmFactory()
    with override("en"):
        publish(film.record, "de")
    reasons = set(Revision.objects.filter(line="published").values_list("reason", flat=True))
    assert reasons == {"Published"}
    with override("de"):
        assert {say_reason(reason) for reason in reasons} == {"Veröffentlicht"}


def _reasons(path: Path) -> Iterator[str]:
    """Yield the texts given to `change()` or `restore()`, or put into a name `reason`."""
    for node in ast.walk(ast.parse(path.read_text())):
        place = REASON_AT.get(_name(node.func)) if isinstance(node, ast.Call) else None
        if place is not None and len(node.args) > place:
            yield from _texts(node.args[place])
        elif isinstance(node, ast.Assign) and "reason" in map(_name, node.targets):
            is_field = isinstance(node.value, ast.Call) and _name(node.value.func) != "_"
            yield from () if is_field else _texts(node.value)


def _name(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _texts(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and _name(call.func) == "_":
            yield from (arg.value for arg in call.args if isinstance(arg, ast.Constant))
