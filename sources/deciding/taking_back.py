"""A decision taken back: the question is open again, the film says what it said before."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from editorial.models import Record
from films.models import Film
from sources.deciding.decide import ChangedMeanwhile, deciding, find_point
from sources.deciding.fingerprint import print_of
from sources.deciding.steps import step_back
from sources.models import Decision


def take_back_decision(record: Record, key: str, user: Any = None, known: str = "") -> list[str]:
    """Remove the decision on a point with what it wrote; return what stays, in words.

    What somebody has changed since stays as it is. Raises ValidationError without a decision,
    `ChangedMeanwhile` if the point is not `known` (its `print_of`, '' for whatever stands there).
    """
    with deciding(record, user, [key]) as comparison:
        decision = Decision.objects.select_for_update().filter(record=record, point=key).first()
        if decision is None:
            raise ValidationError(_("This decision has been taken back already."))
        point = find_point(comparison, key)
        if known and (point is None or known != print_of(point)):
            raise ChangedMeanwhile(
                _("This has changed since you saw it, and stays. Look at it once more.")
            )
        film: Any = Film.objects.get(pk=record.pk)
        kept: list[str] = []
        try:
            with transaction.atomic():
                undone = [step_back(step, film) for step in reversed(decision.steps)]
                if not all(undone):
                    kept.append(_("What was changed since stays in the film."))
        except (IntegrityError, ValidationError):
            kept.append(_("What was changed since excludes the former value; the film stays."))
        decision.delete()
    return kept
