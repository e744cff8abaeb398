"""Traces of merges: one that names an erased person is forgotten, and cannot be followed back.

What was merged into the person goes with the record itself.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from desk.erasing.places import Erased, register_place
from desk.erasing.spelling import Names
from editorial.packing import canonical
from people.models import Merging


@register_place
def forget_mergings(erased: Erased) -> Iterator[str]:
    """Empty the traces that name the person; yield a line for each."""
    names = Names(erased.names)
    for merging in Merging.objects.select_related("kept").iterator(chunk_size=50):
        text = canonical(merging.trace)
        if names.are_in(text) or any(uuid in text for uuid in erased.uuids):
            if not erased.is_dry_run:
                Merging.objects.filter(pk=merging.pk).update(trace={})
            yield _("The merge of %(name)s cannot be taken apart any more") % {
                "name": merging.kept.key
            }
