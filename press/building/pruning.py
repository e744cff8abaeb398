"""Which built kits stay, and which files.

Of each film, choice of languages and format the latest `KEPT` files stay; a kit of the same file
takes the place of the older one. Drafts and failed builds go after `SHORT`, failed ones also as
soon as a later build succeeds.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from press.building.files import delete_files, delete_strays, stored_name
from press.models import Kit

KEPT = 3
SHORT = timedelta(days=30)
# A file is written before its row says so.
YOUNG = timedelta(days=1)


def prune_group(kit: Kit) -> int:
    """Delete what a kit that was just built makes superfluous; return how many rows."""
    alike = Kit.objects.filter(
        record=kit.record_id, languages=kit.languages, format=kit.format, is_draft=kit.is_draft
    )
    failed = alike.filter(state=Kit.State.FAILED, pk__lt=kit.pk)
    ready = alike.filter(state=Kit.State.READY).order_by("-pk")
    return delete_kits([*failed, *_superfluous(ready)])


def _superfluous(ready: Iterable[Kit]) -> list[Kit]:
    seen: dict[str, Kit] = {}
    double = []
    for kit in ready:
        if kit.sha256 in seen:
            double.append(kit)
        else:
            seen[kit.sha256] = kit
    return [*double, *list(seen.values())[KEPT:]]


def prune_kits(now: datetime | None = None) -> int:
    """Delete what is past its time, and files without a kit; return how many rows."""
    now = now or timezone.now()
    past = Q(state=Kit.State.FAILED) | Q(is_draft=True, state=Kit.State.READY)
    gone = delete_kits(Kit.objects.filter(past, asked_at__lt=now - SHORT))
    delete_strays(now - YOUNG)
    return gone


def delete_kits(kits: Iterable[Kit]) -> int:
    """Delete kits, and their files where no other kit has them; return how many rows."""
    rows = list(kits)
    names = {stored_name(kit.sha256, Kit.Format(kit.format)) for kit in rows if kit.sha256}
    Kit.objects.filter(pk__in=[kit.pk for kit in rows]).delete()
    delete_files(names)
    return len(rows)
