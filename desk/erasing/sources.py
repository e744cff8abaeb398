"""An erased person in claims and decisions about films.

A claim whose value is the person's name says something about him or her, and goes. Texts of
sources, and sentences that were taken from them, are prose of others: they are listed for a human.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from desk.erasing.history import blank_values
from desk.erasing.places import Erased, register_place
from desk.erasing.spelling import BLANK, Names
from editorial.documents import canonical
from sources.comparing.renewing import renew_standings
from sources.models import Claim, Decision, Standing


@register_place
def erase_claims(erased: Erased) -> Iterable[str]:
    """Delete the claims, blank the decisions; return a line for each film. Undone on a dry run."""
    names = Names(erased.names)
    films: dict[int, str] = {}
    counts: dict[int, int] = {}
    for claim in Claim.objects.select_related("record").iterator(chunk_size=500):
        if _is_value(claim.values, names):
            films[claim.record_id] = str(claim.record)
            counts[claim.record_id] = counts.get(claim.record_id, 0) + 1
            claim.delete()
    renew_standings({*films, *_blank_decisions(names), *_named_standings(names)})
    text = _("Claims about %(film)s: %(n)d")
    return [text % {"film": films[pk], "n": n} for pk, n in counts.items()]


def _is_value(value: Any, names: Names) -> bool:
    """Tell whether one of the values is a name of the person and nothing else."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return any(_is_value(item, names) for item in inner)
    return isinstance(value, str) and bool(value) and names.blank(value.strip()) == BLANK


def _blank_decisions(names: Names) -> set[int]:
    films = set()
    for decision in Decision.objects.iterator(chunk_size=500):
        if names.are_in(canonical([decision.value, decision.seen])):
            decided = Decision.objects.filter(pk=decision.pk)
            # `update` leaves the time alone: nothing was decided now.
            decided.update(
                value=blank_values(decision.value, names), seen=blank_values(decision.seen, names)
            )
            films.add(decision.record_id)
    return films


def _named_standings(names: Names) -> set[int]:
    """Return the films whose standings name the person: they are made anew."""
    standings = Standing.objects.values_list("record", "points").iterator(chunk_size=500)
    return {record for record, points in standings if names.are_in(canonical(points))}
