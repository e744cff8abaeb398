"""What a form's window knows of itself: hidden fields, draft, where to say that it is open."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from editorial.guard import sent
from editorial.guard.drafts import draft_of
from editorial.models import Draft, Record


@dataclass(frozen=True)
class Window:
    """`draft` is what the same user typed here before and has not saved; not while it is shown."""

    address: str
    token: str
    base: str
    user: int
    draft: Draft | None
    is_restored: bool
    presence_url: str

    @property
    def restore_url(self) -> str:
        """The same form with what was typed in it."""
        return f"{self.address}{'&' if '?' in self.address else '?'}draft=1"


def window_of(request: Any, record: Record | None) -> Window:
    """Return the window of a form about to be shown: a new one, or the same if it comes back."""
    address = sent.address_of(request)
    is_returned = bool(request.POST)
    token = request.POST.get(sent.WINDOW) or sent.new_token()
    base = str(record.version) if record else ""
    restored = getattr(request, "restored", None)
    return Window(
        address=address,
        token=token,
        base=request.POST.get(sent.BASE, base),
        user=request.user.pk,
        draft=None if is_returned else draft_of(request.user, address),
        is_restored=restored is not None,
        presence_url=reverse("admin:editing", args=[record.pk]) if record else "",
    )
