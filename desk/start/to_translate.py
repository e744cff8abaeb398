"""What is untranslated, and what was translated from a text that has changed since."""

from typing import Any

from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.cockpit.words import KINDS
from desk.start.blocks import Block, Item
from editorial.models import TranslationState
from editorial.names import spoken
from editorial.rights import languages_of

STATES = ("outdated", "missing")


def to_translate(user: Any) -> tuple[Block | None, ...]:
    """Return what is outdated and what is missing in the user's own languages. One query."""
    mine = languages_of(user)
    missing = F("missing") + F("same")
    rows = (
        TranslationState.objects.filter(language__in=mine, record__binned_at=None)
        .order_by()
        .values("record__kind", "language")
        .annotate(
            outdated_texts=Sum("outdated"),
            outdated_records=Count("pk", filter=Q(outdated__gt=0)),
            missing_texts=Sum(missing),
            missing_records=Count("pk", filter=Q(missing__gt=0) | Q(same__gt=0)),
        )
    )
    counted = {(row["language"], row["record__kind"]): row for row in rows} if mine else {}
    return tuple(_block(state, mine, counted) for state in STATES)


def _block(
    state: str, mine: list[str], counted: dict[tuple[str, str], dict[str, Any]]
) -> Block | None:
    items = []
    total = 0
    for language in mine:
        for kind, name in KINDS.items():
            row = counted.get((language, kind))
            texts = row[f"{state}_texts"] if row else 0
            if row and texts:
                total += texts
                items.append(_item(state, language, kind, name, texts, row[f"{state}_records"]))
    heading = _("Translations out of date") if state == "outdated" else _("Not translated yet")
    return Block(state, heading, total, tuple(items)) if items else None


def _item(state: str, language: str, kind: str, name: Any, texts: int, records: int) -> Item:
    # “Missing” in the cockpit leaves out what equals its source; “open” has both.
    asked = {"kind": kind, "language": language, "state": "open" if state == "missing" else state}
    note = ngettext("%(n)d text", "%(n)d texts", texts) % {"n": texts}
    title = f"{name}: {spoken(language)}"
    where = ngettext("in %(n)d entry", "in %(n)d entries", records) % {"n": records}
    return Item(title, f"{reverse('translations')}?{urlencode(asked)}", f"{note} {where}")
