"""What keeps a merge from being taken back, in words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.kinds import kind_of
from editorial.models import Record
from editorial.moments import say_moment
from people.models import Merging


class CannotUnmerge(ValidationError):
    """This merge cannot be taken back, or not yet; the message says why."""


def kept_row(merging: Merging) -> Any:
    """Return the person or company that stayed, or None if it is gone."""
    model = kind_of(merging.kept.kind).model
    return model._default_manager.filter(pk=merging.kept_id).first()


def later_merging(merging: Merging) -> Merging | None:
    """Return the newest merge after this one that touched the same record and still stands."""
    standing = Merging.objects.filter(pk__gt=merging.pk, undone_at=None).order_by("-pk")
    for later in standing.filter(kept__kind=merging.kept.kind).select_related("kept"):
        merged = {other["pk"] for other in later.trace.get("others", ())}
        if later.kept_id == merging.kept_id or merging.kept_id in merged:
            return later
    return None


def find_obstacle(merging: Merging) -> str:
    """Return why this merge cannot be taken back now, or ''."""
    if merging.undone_at is not None:
        return _("This merge was taken apart on %(at)s.") % {"at": say_moment(merging.undone_at)}
    if not merging.trace.get("others"):
        return _("What is needed to take this merge apart is kept no longer.")
    later = later_merging(merging)
    if later is not None:
        names = ", ".join(other["name"] for other in later.trace.get("others", ()))
        return _(
            "Another merge came after this one: %(names)s, on %(at)s. Take that one apart first."
        ) % {"names": names, "at": say_moment(later.merged_at)}
    if kept_row(merging) is None:
        return _("The record into which it was merged is deleted. Restore it first.")
    return _find_lost(merging)


def _find_lost(merging: Merging) -> str:
    for other in merging.trace["others"]:
        taken = Record.objects.filter(uuid=other["uuid"]).exclude(pk=other["pk"])
        if not Record.objects.filter(pk=other["pk"]).exists() or taken.exists():
            return _("“%(name)s” cannot come back: the record is gone.") % {"name": other["name"]}
    return ""
