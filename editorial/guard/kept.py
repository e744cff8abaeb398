"""Both states of a record while an editor decides between them: signed, in the page itself."""

from typing import Any

from django.core import signing

from editorial.guard.collisions import Collision
from editorial.guard.combining import Choice, Combination
from editorial.guard.joining import document_path, part_joined, value_at
from editorial.kinds import Document, kind_of
from editorial.merging import Path
from editorial.models import Record

NAME = "_mine"
SALT = "lichtspiel.guard"
# Seconds after which the page must be made anew.
OLDEST = 7 * 24 * 3600


def pack(user: Any, record: Record, combination: Combination, shown: list[Collision]) -> str:
    kind = combination.kind
    return signing.dumps(
        {
            "user": user.pk,
            "record": record.pk,
            "ancestor": part_joined(kind, combination.ancestor),
            "mine": part_joined(kind, combination.mine),
            "places": [[list(collision.path), collision.shown] for collision in shown],
        },
        salt=SALT,
        compress=True,
    )


class Kept:
    """What `pack` packed. Raises `BadSignature` for anything else, or for another user's."""

    def __init__(self, packed: str, user: Any, record: Record) -> None:
        data = signing.loads(packed, salt=SALT, max_age=OLDEST)
        if (data["user"], data["record"]) != (user.pk, record.pk):
            raise signing.BadSignature("Of another user or record.")
        self.ancestor: Document = data["ancestor"]
        self.mine: Document = data["mine"]
        self.places: list[tuple[Path, str]] = [
            (tuple(path), shown) for path, shown in data["places"]
        ]

    def decide(
        self, record: Record, theirs: Document, answers: Any
    ) -> tuple[Combination, dict[Path, tuple[str, str]]]:
        """Return the states with every valid answer taken, and texts that cannot be taken.

        `answers` are a form's fields: `_choice-<n>` is theirs, mine or text, with `_text-<n>`.
        """
        from editorial.guard.writing import clean_text

        combination = Combination(kind_of(record.kind), self.ancestor, theirs, self.mine)
        wrong: dict[Path, tuple[str, str]] = {}
        for number, (path, shown) in enumerate(self.places):
            answer = answers.get(f"_choice-{number}", "")
            if answer not in ("theirs", "mine", "text"):
                continue
            if answer == "text":
                text = answers.get(f"_text-{number}", "")
                value, problem = clean_text(combination.kind, document_path(path), text)
                if problem:
                    wrong[path] = text, problem
                    continue
            else:
                side = combination.theirs if answer == "theirs" else combination.mine
                value = value_at(side, path)
            if not combination.settle(Choice(path, shown, value)) and answer == "text":
                wrong[path] = text, ""
        return combination, wrong
