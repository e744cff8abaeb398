"""What is sent by the forms of points: one point, or several at once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from sources.comparing.objects import Point
from sources.deciding.decide import CHOSEN, DISPUTED, Wish
from sources.deciding.fingerprint import print_of

MOST_NOTE = 2000  # characters
MOST_DIGITS = 18  # what every key of the database has at most


def read_wish(posted: QueryDict, points: Mapping[str, Point]) -> Wish:
    """Return what is wanted of one point. Raises ValidationError for what makes no sense."""
    act, _colon, number = posted.get("act", "").partition(":")
    note = posted.get("note", "").replace("\0", "")
    if len(note) > MOST_NOTE:
        raise ValidationError(_("The note is too long: 2000 characters at most."))
    wish = Wish(
        key=posted.get("key", ""),
        note=note,
        known=posted.get("seen", "") or "none",
        keeps_names="keeps_names" in posted or "is_named" not in posted,
    )
    if act == "keep":
        return replace(wish, is_record=True)
    if act == "disputed":
        return replace(wish, state=DISPUTED)
    if act != "choose":
        raise ValidationError(_("Choose a value."))
    return replace(wish, state=CHOSEN, value=_value_at(points.get(wish.key), wish, number))


def _value_at(point: Point | None, wish: Wish, number: str) -> Any:
    """Return a saying's value; of a point that is not the one that was seen it may be another."""
    if point is None or print_of(point) != wish.known:
        return None
    place = read_number(number)
    if place >= len(point.sayings):
        raise ValidationError(_("Choose a value."))
    return point.sayings[place].value


def read_number(text: str) -> int:
    """Return a number that stands behind an act. Raises ValidationError for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise ValidationError(_("Choose a value."))
    return int(text)


def read_wishes(posted: QueryDict) -> list[Wish]:
    """Return what is wanted of all points that were ticked: "seen|key" each."""
    is_disputed = posted.get("act") == "disputed"
    wishes = []
    for ticked in posted.getlist("point"):
        seen, _bar, key = ticked.partition("|")
        state = DISPUTED if is_disputed else CHOSEN
        wishes.append(Wish(key, state=state, known=seen or "none", is_record=not is_disputed))
    return wishes
