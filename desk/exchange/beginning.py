"""What a new record has beside its document: its place, former names, publications."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from assets.tasks import complete_image
from desk.exchange.cleaning import clean_value
from desk.exchange.folder import FoundRecord
from desk.exchange.identifying import as_uuid
from desk.exchange.naming import Identities
from desk.exchange.reading import Source
from desk.exchange.state import restore_state
from desk.loading.options import LoadOptions
from desk.loading.pictures import reason
from desk.loading.publishing import Ready, publish_ready
from desk.loading.report import ItemReport
from editorial.documents import document_of
from editorial.kinds import kind_of
from editorial.models import Forward, Record
from editorial.publishing import pin


def begin(
    record: Record,
    source: Source,
    found: FoundRecord | None,
    item: ItemReport,
    identities: Identities,
    options: LoadOptions,
) -> None:
    """Give a new record what is not in its document; a picture has no `found`."""
    if "pinned" in source.data:
        _pin(record, source)
    if "former_uuids" in source.data:
        _forward(record, source)
    if record.kind == Record.Kind.IMAGE and not options.is_dry_run:
        transaction.on_commit(lambda: complete_image.enqueue(record.pk))
    document = document_of(record)
    if found is None or document is None:
        return
    if found.state is not None:
        item.published = restore_state(
            record, document, found.state, found.documents, identities.find
        )
    elif options.is_publishing and kind_of(record.kind).is_published:
        publish_ready([Ready(record, list(document["texts"]), found.source.file, item)], options)


def _pin(record: Record, source: Source) -> None:
    field = Record._meta.get_field("pinned")
    try:
        pin(record, clean_value(field, source.data["pinned"]))
    except ValidationError as error:
        source.report(("pinned",), source.data["pinned"], reason(error))


def _forward(record: Record, source: Source) -> None:
    """Let the identifiers of records that were merged into this one lead here."""
    written = source.data["former_uuids"]
    for number, word in enumerate(written if isinstance(written, list) else [written]):
        uuid = as_uuid(word)
        if uuid is None:
            path = ("former_uuids", number)
            source.report(path, word, _("This is no identifier."))
        elif not Forward.objects.filter(uuid=uuid).exists():
            Forward.objects.create(uuid=uuid, record=record)
