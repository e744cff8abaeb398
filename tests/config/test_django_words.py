"""What the desk says otherwise than Django must be what Django says today."""

import ast
from pathlib import Path

import django
from babel.messages.pofile import read_po

from config import django_words

CATALOGUES = ("contrib/admin", "contrib/auth", "conf")


def named() -> set[str]:
    """Return the English of every message that the module names."""
    tree = ast.parse(Path(django_words.__file__).read_bytes())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def said_by_django() -> set[str]:
    found = set()
    for place in CATALOGUES:
        path = Path(django.__path__[0]) / place / "locale/de/LC_MESSAGES/django.po"
        with path.open("rb") as file:
            messages = [message.id for message in read_po(file, locale="de") if message.id]
        found |= {id if isinstance(id, str) else id[0] for id in messages}
    return found


def test_every_sentence_is_one_of_django():
    assert named() - said_by_django() == set()
