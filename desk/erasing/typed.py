"""Drafts and what open forms last sent: typed text that is no content yet."""

from collections.abc import Iterator

from desk.erasing.places import Erased, register_place
from desk.erasing.spelling import Names
from editorial.models import Draft, OpenForm
from editorial.packing import canonical


@register_place
def clear_typed(erased: Erased) -> Iterator[str]:
    """Delete drafts and forms as last sent that name the person; yield a line for each."""
    names = Names(erased.names)
    for rows, column in ((Draft.objects, "fields"), (OpenForm.objects, "document")):
        for row in rows.select_related("user").iterator(chunk_size=50):
            text = canonical(getattr(row, column))
            if names.are_in(text) or any(uuid in text for uuid in erased.uuids):
                if not erased.is_dry_run:
                    row.delete()
                yield f"{row._meta.verbose_name}: {row}"
