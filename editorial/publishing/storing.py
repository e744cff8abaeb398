"""Publications as they are written: parts, index, references and the address."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from editorial.changes import Change
from editorial.documents import hash_of
from editorial.kinds import Document, Target, kind_of
from editorial.leading import elsewhere, is_held
from editorial.models import Address, Forward, Publication, Record, Reference
from editorial.parts import split
from editorial.publishing.errors import Blocked
from editorial.rights.addresses import taking


def append(
    record: Record, document: Document, language: str, moment: datetime, opened: Change
) -> Publication:
    return create_publication(record, document, split(document, language), language, moment, opened)


def create_publication(
    record: Record,
    document: Document,
    parts: Document,
    language: str,
    moment: datetime,
    opened: Change,
) -> Publication:
    publication = make_publication(record, document, parts, language, moment, opened)
    publication.save()
    _refer(publication, kind_of(record.kind).targets(document, language))
    return publication


def make_publication(
    record: Record,
    document: Document,
    parts: Document,
    language: str,
    moment: datetime,
    opened: Change,
) -> Publication:
    """Return a publication that is not written yet."""
    return Publication(
        record=record,
        language=language,
        parts=parts,
        hash=hash_of(parts),
        publish_at=moment,
        user=opened.user,
        kind=record.kind,
        **kind_of(record.kind).index(document, language),
    )


def rewrite(publication: Publication, parts: Document, digest: str, whole: Document) -> None:
    """Give a publication that is only scheduled other parts."""
    publication.parts, publication.hash = parts, digest
    for name, value in kind_of(publication.kind).index(whole, publication.language).items():
        setattr(publication, name, value)
    publication.save()
    refer_anew(publication, whole)


def refer_anew(publication: Publication, whole: Document) -> None:
    """Write the references of a publication as its document has them."""
    publication.references.all().delete()
    _refer(publication, kind_of(publication.kind).targets(whole, publication.language))


def _refer(publication: Publication, targets: Iterable[Target]) -> None:
    refer_many([(publication, target) for target in targets])


def refer_many(targets: Sequence[tuple[Publication, Target]]) -> None:
    """Write what publications refer to: two queries, however many."""
    ids = record_ids({target.uuid for _publication, target in targets})
    Reference.objects.bulk_create(
        Reference(
            publication=publication,
            target_id=ids[target.uuid],
            usage=target.usage,
            row=target.row,
            role=target.role,
            character=target.character[:250],
            position=target.position,
            year=target.year,
        )
        for publication, target in targets
        if target.uuid in ids
    )


def record_ids(uuids: Iterable[str]) -> dict[str, int]:
    """Return primary keys by uuid; merged records lead to the one they were merged into."""
    wanted = list(uuids)
    found = {
        str(u): pk for u, pk in Record.objects.filter(uuid__in=wanted).values_list("uuid", "pk")
    }
    missing = [uuid for uuid in wanted if uuid not in found]
    if missing:
        forwards = Forward.objects.filter(uuid__in=missing).values_list("uuid", "record_id")
        found |= {str(uuid): pk for uuid, pk in forwards}
    return found


def claim_address(record: Record, language: str, path: str, user: Any) -> None:
    """Give the path to this record or raise `Blocked` if another one shows or will show it.

    Whoever may not edit takes none that led somewhere else before.
    """
    taken = elsewhere(record.pk, language, path)
    if taken is not None and is_held(taken):
        raise Blocked(
            _("The address /%(language)s/%(path)s/ belongs to “%(other)s”. Choose another.")
            % {"language": language, "path": path, "other": taken.record.key}
        )
    if why := taking(user, record.pk, language, path):
        raise Blocked(why)
    Address.objects.update_or_create(language=language, path=path, defaults={"record": record})
