"""Asking for kits: rows at once, files in the background."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction

from editorial.fields import languages as all_languages
from editorial.models import Publication, Record
from press.building.building import OPEN, ask_again
from press.building.rescuing import has_job
from press.kit.formats import FORMATS
from press.models import Kit


def ask_for_kits(
    record: Record,
    languages: Iterable[str],
    formats: Iterable[Kit.Format],
    user: Any,
    is_draft: bool = False,
    gaps: Iterable[Any] = (),
) -> list[Kit]:
    """Have a kit built in each format; `languages` stand in it together, the first leads.

    One that is already asked for is not asked for twice, unless nobody is about to build it. Raises
    `KeyError` for a format that is not offered.
    """
    codes = ",".join(languages)
    kits = []
    for format in formats:
        FORMATS[format]
        with transaction.atomic():
            kit, is_unasked = _find_or_make(record, codes, format, user, is_draft, list(gaps))
        if is_unasked:
            transaction.on_commit(partial(_enqueue, kit))
        kits.append(kit)
    return kits


def _enqueue(kit: Kit) -> None:
    if not has_job(kit):
        ask_again(kit)


def _find_or_make(
    record: Record, codes: str, format: Kit.Format, user: Any, is_draft: bool, gaps: list[Any]
) -> tuple[Kit, bool]:
    """Return the kit, and whether its job is still to be asked for."""
    Record.objects.select_for_update().get(pk=record.pk)  # who presses twice asks once
    facts = {"record": record, "languages": codes, "format": format, "is_draft": is_draft}
    waiting = Kit.objects.filter(**facts, state__in=OPEN).first()
    if waiting is not None:
        return waiting, not has_job(waiting)
    by = user if getattr(user, "pk", None) else None
    return Kit.objects.create(**facts, asked_by=by, gaps=gaps), True


def live_languages(record: Record) -> list[str]:
    """Return the languages in which the film is live, in the order of the settings. One query."""
    live = Publication.objects.live().filter(record=record)
    spoken = set(live.values_list("language", flat=True))
    return [code for code in all_languages() if code in spoken] if "" in spoken else []
