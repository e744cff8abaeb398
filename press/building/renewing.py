"""Kits of the press area follow their film: one that is out of date is built anew by itself."""

from collections.abc import Iterable

from django.core.cache import cache

from films.models import Film
from press.building.asking import ask_for_kits
from press.building.freshness import codes_of
from press.building.readiness import find_gaps
from press.models import Kit

# Whoever asks again and again has it built once in this time, in seconds.
PAUSE = 600


def renew(kits: Iterable[Kit]) -> None:
    """Have these kits built from what the film says today, in the name of who asked for them."""
    for kit in kits:
        if not cache.add(f"renew-kit-{kit.pk}", True, PAUSE):
            continue
        film = Film.objects.select_related("record").get(pk=kit.record_id)
        gaps = [gap.as_json() for gap in find_gaps(film, codes_of(kit))]
        by, format = kit.asked_by, Kit.Format(kit.format)
        ask_for_kits(kit.record, codes_of(kit), [format], by, kit.is_draft, gaps)
