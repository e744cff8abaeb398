"""Press kits that failed, and those that are being built."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from desk.cockpit.records import titles_of
from desk.start.blocks import MOST, Block, Item, block_of
from press.building.building import OPEN
from press.building.freshness import codes_of
from press.building.problems import say_problem
from press.building.progress import say_step
from press.desk.forms import say_edition
from press.desk.rights import may_build
from press.models import Kit


def failed_kits(user: Any) -> Block | None:
    """Return the kits that failed and were not asked for again, for who may build them.

    Two queries.
    """
    later = Kit.objects.filter(
        record=OuterRef("record"), languages=OuterRef("languages"), format=OuterRef("format"),
        is_draft=OuterRef("is_draft"), pk__gt=OuterRef("pk"),
    )  # fmt: skip
    rows = Kit.objects.filter(~Exists(later), state=Kit.State.FAILED, record__binned_at=None)
    kits = [kit for kit in rows.select_related("record")[: MOST + 1] if may_build(user, kit)]
    return block_of("kits", _("Press kits that failed"), _items(kits))


def open_kits() -> tuple[Item, ...]:
    """Return the kits that are being built, and those that wait. Two queries."""
    rows = Kit.objects.filter(state__in=OPEN, record__binned_at=None).order_by("pk")
    return tuple(_items(list(rows.select_related("record")[:MOST])))


def _items(kits: list[Kit]) -> Iterable[Item]:
    titles = titles_of(dict.fromkeys(kit.record for kit in kits))
    return (_item(kit, titles.get(kit.record_id, kit.record.key)) for kit in kits)


def _item(kit: Kit, film: str) -> Item:
    what = f"{kit.get_format_display()}, {say_edition(codes_of(kit))}"
    place = reverse("press_kits", args=[kit.record_id]) + f"#kit-{kit.pk}"
    if kit.state != Kit.State.FAILED:
        return Item(f"{film}: {what}", place, say_step(kit.step) or kit.get_state_display())
    at = date_format(timezone.localtime(kit.started_at or kit.asked_at), "SHORT_DATETIME_FORMAT")
    retry = reverse("press_kit_again", args=[kit.record_id, kit.pk])
    return Item(f"{film}: {what}", place, f"{at}: {say_problem(kit.problem)}", retry=retry)
