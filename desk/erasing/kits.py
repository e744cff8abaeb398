"""Press kits that may name an erased person: a built file cannot be searched, but built again."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from desk.erasing.places import Erased, register_place
from press.building.pruning import delete_kits
from press.models import Kit


@register_place
def erase_kits(erased: Erased) -> Iterable[str]:
    """Delete the kits of every film that has ever shown the person."""
    kits = list(Kit.objects.filter(record__in=erased.records).select_related("record"))
    lines = [
        _("Press kit of %(film)s: %(kit)s") % {"film": kit.record.key, "kit": kit} for kit in kits
    ]
    if not erased.is_dry_run:
        delete_kits(kits)
    return lines
