"""Writing the log: one entry for one deed, in the transaction of the deed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from editorial.audit.deeds import Deed
from editorial.audit.origin import current_origin, shorten_address
from editorial.models import AuditEntry, Record

# The keys of people and pictures are made of names of people, and nothing takes a name out of the
# log again: of these only the number is kept, which means nothing once the record is gone.
NAMED_BY_KEY = frozenset({Record.Kind.FILM, Record.Kind.PAGE, Record.Kind.FESTIVAL})


def note(
    deed: Deed,
    record: Record | None = None,
    *,
    by: Any = None,
    member: Any = None,
    kind: str = "",
    number: int | None = None,
    key: str = "",
    language: str = "",
    detail: str = "",
) -> None:
    """Note a deed of a record, or of the `member` whose account it is, or of what `kind` says.

    `by` is who did it where the request does not know. `key` and `detail` name no person but
    members.
    """
    if record is not None:
        kind, number, key = _named(record)
    elif member is not None:
        kind, number, key = "account", member.pk, member.get_username()
    _entry(deed, kind, number, key, language, detail, _actor(by)).save(force_insert=True)


def note_records(deed: Deed, lines: Iterable[tuple[Record, str]], by: Any = None) -> None:
    """Note the same deed of many records, each in a language. One statement."""
    actor = _actor(by)
    AuditEntry.objects.bulk_create(
        _entry(deed, *_named(record), language, "", actor) for record, language in lines
    )


def _named(record: Record) -> tuple[str, int, str]:
    return record.kind, record.pk, record.key if record.kind in NAMED_BY_KEY else ""


def _actor(by: Any) -> Any:
    """Return the account that acts; None for nobody and for strangers."""
    user = by if getattr(by, "pk", None) else current_origin().user()
    return user if getattr(user, "pk", None) else None


def _entry(
    deed: Deed, kind: str, number: int | None, key: str, language: str, detail: str, actor: Any
) -> AuditEntry:
    origin, now = current_origin(), timezone.now()
    return AuditEntry(
        at=now,
        kept_until=keeping_end(now),
        deed=deed.value,
        account=actor.pk if actor else None,
        who=actor.get_username() if actor else "",
        kind=kind,
        number=number,
        key=key[:250],
        language=language,
        detail=detail[:250],
        address=shorten_address(origin.address()),
        door=origin.door,
    )


def keeping_end(now: datetime) -> datetime | None:
    """Return until when an entry of this moment is kept, None for always (`AUDIT_DAYS` is 0)."""
    return now + timedelta(days=settings.AUDIT_DAYS) if settings.AUDIT_DAYS > 0 else None
