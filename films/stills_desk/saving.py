"""Saving a picture that somebody else may have changed meanwhile: field by field, nothing lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.changes import change
from editorial.guard.hidden import WouldShow
from editorial.guard.versions import locked
from editorial.models import Revision
from editorial.names import person_name
from films.models import Placement
from films.stills_desk.forms import PictureForm, as_sent, load, spoken


@dataclass(frozen=True)
class Collision:
    """One field that two changed differently: what stands there now, and what was typed."""

    name: str
    label: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class Outcome:
    """`state` is "saved", "wrong", "collision", or "shown": visitors would see what saved itself.

    The form holds what was typed.
    """

    state: str
    form: PictureForm
    collisions: list[Collision] = field(default_factory=list)
    who: str = ""


def save_picture(placement: Placement, data: QueryDict, user: Any, is_autosave: bool) -> Outcome:
    """Save what the user changed since the form was made; `base` in `data` says what it showed.

    What only others changed stays theirs. Where both changed the same field nothing is saved, and
    the next attempt, which has seen their value, wins. A picture that is live changes for visitors
    at once, so it is only saved by hand.
    """
    try:
        return _save(placement, data, user, is_autosave)
    except WouldShow:
        form = PictureForm(data, instance=placement.image, placement=placement, user=user)
        return Outcome("shown", form)


def _save(placement: Placement, data: QueryDict, user: Any, is_autosave: bool) -> Outcome:
    with change(user, _("Picture edited"), is_autosave=is_autosave):
        locked(placement.image.record)
        row = Placement.objects.select_related("film__record", "image__record").get(pk=placement.pk)
        now = spoken(PictureForm(instance=row.image, placement=row, user=user))
        merged, places = combine(load(data.get("base", "")), now, data)
        form = PictureForm(merged, instance=row.image, placement=row, user=user)
        if places:
            collisions = [_collision(form, name, now[name]) for name in places]
            return Outcome("collision", form, collisions, last_editor(row.image))
        if not form.is_valid():
            return Outcome("wrong", form)
        form.save()
    return Outcome("saved", form)


def combine(
    base: Mapping[str, Any] | None, now: Mapping[str, Any], data: QueryDict
) -> tuple[QueryDict, list[str]]:
    """Return what is to be saved, and the fields that both changed differently.

    Where nobody knows what the form showed (None), every other value is a question.
    """
    merged, places = data.copy(), []
    for name, theirs in now.items():
        mine = as_sent(data.get(name, theirs))
        shown = None if base is None else base.get(name, theirs)
        if name not in data or (mine == shown and theirs != shown):
            merged[name] = theirs
        elif theirs not in (shown, mine):
            places.append(name)
    return merged, places


def _collision(form: PictureForm, name: str, theirs: str) -> Collision:
    bound = form[name]
    choices = dict(getattr(bound.field, "choices", ()))
    mine = as_sent(bound.value())
    return Collision(
        name, str(bound.label), str(choices.get(theirs, theirs)), str(choices.get(mine, mine))
    )


def last_editor(image: Image) -> str:
    """Return who changed the picture last, '' if that is not known (any more)."""
    desk = Revision.objects.filter(record=image.pk, line=Revision.Line.DESK)
    latest = desk.select_related("user").order_by("-pk").first()
    return person_name(latest.user) if latest else ""
