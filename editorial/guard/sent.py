"""What a browser sent beside the fields of a form: which window, made from what, and how."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict

from editorial.guard.rows import GONE, read_uuid

WINDOW = "_form"
BASE = "_base_version"
NUMBER = "_number"
AUTOSAVE = "_autosave"
# Ctrl+S: a save like any other, but answered without a new page.
QUIET = "_quiet"
# Not to be saved at all, only kept as a draft.
KEEP = "_keep"
OWN = frozenset({WINDOW, BASE, GONE})
# Of an address only this matters: which part of a record stands in the form.
PART = "part"


@dataclass
class SentForm:
    """`base` is the record's version that the form shows, None if it does not say."""

    address: str
    fields: QueryDict
    token: UUID | None
    base: int | None
    number: int
    is_autosave: bool
    is_quiet: bool
    is_kept_only: bool
    is_popup: bool
    is_saved: bool = False

    @property
    def wants_json(self) -> bool:
        return self.is_autosave or self.is_quiet or self.is_kept_only

    def typed(self) -> dict[str, list[str]]:
        """Return what is worth keeping as a draft: fields, no buttons, no secrets."""
        return {
            name: values
            for name, values in self.fields.lists()
            if name in OWN or not name.startswith(("_", "csrf"))
        }


def read_sent(request: Any) -> SentForm:
    posted = request.POST
    return SentForm(
        address=address_of(request),
        fields=posted,
        token=read_uuid(posted.get(WINDOW)),
        base=_read_number(posted.get(BASE)),
        number=_read_number(posted.get(NUMBER)) or 0,
        is_autosave=AUTOSAVE in posted,
        is_quiet=QUIET in posted,
        is_kept_only=KEEP in posted,
        is_popup="_popup" in posted,
    )


def address_of(request: Any) -> str:
    """Return the form's name: the address without its host, and of the query only the part."""
    part = request.GET.get(PART, "")
    return str(f"{request.path}?{PART}={part}" if part else request.path)[:250]


def new_token() -> str:
    return str(uuid4())


def _read_number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else None
