"""What a form's window knows of itself: hidden fields, draft, where to say that it is open."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from editorial.guard import sent
from editorial.guard.drafts import drafts_of
from editorial.models import Draft, Record


@dataclass(frozen=True)
class Window:
    """`drafts` is what the same user typed here before and did not save; none beside one."""

    address: str
    token: str
    base: str
    user: int
    drafts: tuple[Draft, ...]
    is_restored: bool
    presence_url: str

    @property
    def restore_url(self) -> str:
        """The same form with what was typed in it: the draft's key follows."""
        return f"{self.address}{'&' if '?' in self.address else '?'}draft="


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
        drafts=() if is_returned else tuple(drafts_of(request.user, address).defer("fields")),
        is_restored=restored is not None,
        presence_url=reverse("admin:editing", args=[record.pk]) if record else "",
    )
