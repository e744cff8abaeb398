"""A point decided: the film says the chosen value, and who chose it when is kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.models import Record
from editorial.rights import Act, may
from films.models import Film
from sources.comparing.film import Comparison, compare_film
from sources.comparing.objects import Point
from sources.comparing.points import NAMED
from sources.comparing.renewing import renew_standings
from sources.deciding.fingerprint import print_of
from sources.deciding.steps import Step
from sources.deciding.writing import keep_spellings, write_value
from sources.models import Decision
from sources.wording import Words, begin_of

CHOSEN, DISPUTED = Decision.State.CHOSEN, Decision.State.DISPUTED


class ChangedMeanwhile(ValidationError):
    """The point is not what the user saw: a new claim, another decision, an edited film."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants of one point. `known` is the `print_of` the point that was seen, '' to
    decide whatever stands there. Without `keeps_names` other spellings stay what they were:
    mistakes, or somebody else."""

    key: str
    value: Any = None
    state: str = CHOSEN
    note: str = ""
    known: str = ""
    is_record: bool = False
    keeps_names: bool = True


@dataclass
class Decided:
    """What came of several wishes; `refused` are sentences for people."""

    made: list[Decision] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def decide(
    record: Record, key: str, value: Any, user: Any = None, note: str = "", state: str = CHOSEN,
    known: str = "", keeps_names: bool = True,
) -> Decision:  # fmt: skip
    """Decide one point in one change. `state` "disputed" leaves the film as it is.

    Raises ValidationError for what cannot be, `ChangedMeanwhile` if the point is not `known`.
    """
    wish = Wish(key, value, state, note, known, keeps_names=keeps_names)
    with deciding(record, user, [key]) as comparison:
        return _decide(record, comparison, wish, user)


def decide_all(record: Record, wishes: Iterable[Wish], user: Any = None) -> Decided:
    """Decide several points in one change; what cannot be decided is told, the rest goes on."""
    wanted, done, words = list(wishes), Decided(), Words()
    with deciding(record, user, [wish.key for wish in wanted]) as comparison:
        for wish in wanted:
            try:
                with transaction.atomic():
                    done.made.append(_decide(record, comparison, wish, user))
            except ValidationError as error:
                point = find_point(comparison, wish.key)
                name = name_point(words, comparison, point) if point else ""
                done.refused.append(" ".join([f"{name}:" if name else "", *error.messages]).strip())
    return done


@contextmanager
def deciding(record: Record, user: Any, keys: Iterable[str]) -> Iterator[Comparison]:
    """Open the change around decisions: rights, lock, reason, and standings at its end.

    Raises PermissionDenied for who may not edit.
    """
    if user is not None and not may(user, Act.EDIT):
        raise PermissionDenied
    with change(user, _("Decided between sources")) as opened:
        locked(record)
        comparison = compare_film(record)
        found = [point for key in keys if (point := find_point(comparison, key))]
        if len(found) == 1 and not opened.touched:
            name = name_point(Words(), comparison, found[0])
            opened.reason = _("Decided between sources: %(point)s") % {"point": name}
        yield comparison
        if record.pk not in opened.touched:
            renew_standings([record.pk])


def find_point(comparison: Comparison, key: str) -> Point | None:
    return next((point for point in comparison.points if point.key == key), None)


def name_point(words: Words, comparison: Comparison, point: Point) -> str:
    """Return what a point is called, with the job of its row."""
    return words.point(point.key, point.about, begin_of(words, comparison, point))


def _decide(record: Record, comparison: Comparison, wish: Wish, user: Any) -> Decision:
    point = find_point(comparison, wish.key)
    if point is None:
        raise ChangedMeanwhile(_("No source says anything about it any more."))
    if wish.known and wish.known != print_of(point):
        raise ChangedMeanwhile(
            _("This has changed since you saw it, and was not decided. Look at it once more.")
        )
    value, steps = wish.value, []
    if wish.state == CHOSEN:
        value = _record_value(point) if wish.is_record else value
        steps = _write(record, comparison, point, value, wish.keeps_names)
    else:
        value = None
    seen = [saying.value for saying in point.sayings]
    decision, _made = Decision.objects.update_or_create(
        record=record,
        point=point.key,
        defaults={
            "state": wish.state,
            "value": value,
            "seen": seen,
            "note": wish.note.strip(),
            "steps": steps,
            "decided_by": user if getattr(user, "pk", None) else None,
        },
    )
    return decision


def _record_value(point: Point) -> Any:
    if point.record is None:
        raise ValidationError(_("The film says nothing yet: choose a value."))
    return point.record.value


def _write(
    record: Record, comparison: Comparison, point: Point, value: Any, keeps_names: bool
) -> list[Step]:
    """Write the value unless the film has it, and keep the other spellings of a name."""
    if value in (None, "", []):
        raise ValidationError(_("Choose a value."))
    film: Any = Film.objects.get(pk=record.pk)
    steps: list[Step] = []
    try:
        with transaction.atomic():
            if point.record is None or point.record.value != value:
                steps += write_value(film, point, value, language_of(comparison, point, value))
            if keeps_names and point.field in NAMED:
                steps += keep_spellings(film, point, value)
    except (IntegrityError, TypeError, ValueError) as error:
        raise ValidationError(_("This cannot stand in the film: %(value)s.") % {
            "value": value}) from error  # fmt: skip
    return steps


def language_of(comparison: Comparison, point: Point, value: Any) -> str:
    """Return the language of the first source that says so, '' if none does."""
    saying = next((saying for saying in point.sayings if saying.value == value), None)
    claims = {witness.claim for witness in saying.witnesses} if saying else set()
    spoken = (claim.language for claim, _row in comparison.placed if claim.pk in claims)
    return next((language for language in spoken if language), "")
