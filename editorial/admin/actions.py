"""Actions of lists, held to what the list offers: to who may do them, and to its own rows."""

from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from editorial.rights.bounds import BeyondBounds

# A primary key has fewer digits (2 ** 63).
DIGITS = 18


class NotInList(BeyondBounds):
    """An action was asked for rows that the list does not have; the message is for people."""


class HeldActions:
    """Mixin of a ModelAdmin; stands before Django's class, which leaves out what does not fit.

    Half of what was chosen is not what was asked for: nothing is done then.
    """

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        asked = {name for name in request.POST.getlist("action") if name}
        if asked - self.get_actions(request).keys():
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        if request.POST.get("select_across", "0") == "0":
            require_rows(queryset, request.POST.getlist(ACTION_CHECKBOX_NAME))
        return super().response_action(request, queryset)


def require_rows(queryset: QuerySet[Any], chosen: list[str]) -> None:
    """Raise `NotInList` unless all these primary keys are in the list."""
    wanted = {int(key) for key in chosen if is_key(key)}
    if len(wanted) != len(set(chosen)) or queryset.filter(pk__in=wanted).count() != len(wanted):
        raise NotInList(
            _(
                "Nothing was done: some of what was chosen is not in this list, or not any more. "
                "Go back, load the list again and choose once more."
            )
        )


def is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= DIGITS
