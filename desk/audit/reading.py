"""The log in words: which record, which way, for the list and for the file."""

from collections.abc import Iterator

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.data_out.tables.objects import Column, Row
from editorial.audit.deeds import deed_name
from editorial.models import AuditEntry, Record

DOORS = {
    "web": gettext_lazy("browser"),
    "worker": gettext_lazy("background worker"),
    "command": gettext_lazy("command on the server"),
}
# Beside records, and rows by their model's name.
KINDS = {
    **dict(Record.Kind.choices),
    "account": gettext_lazy("account"),
    "invitation": gettext_lazy("invitation"),
    "import": gettext_lazy("import"),
    "redirects": gettext_lazy("redirects"),
    "translations": gettext_lazy("translations"),
    "table": gettext_lazy("table"),
    "site": gettext_lazy("all that is live"),
    "content": gettext_lazy("all content"),
    "static-site": gettext_lazy("static site"),
    "backup": gettext_lazy("backup"),
    "audit": gettext_lazy("audit log"),
}


def named(entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """Add `today`: the key that the record has now; nothing where it is gone."""
    record = Record.objects.filter(pk=OuterRef("number"), kind=OuterRef("kind"))
    return entries.annotate(today=Subquery(record.values("key")[:1]))


def thing(entry: AuditEntry) -> str:
    """Return what it was done to: “film night-ferry”, “account ada”, “import no. 12”."""
    kind = capfirst(str(KINDS.get(entry.kind, entry.kind)))
    name = getattr(entry, "today", None) or entry.key
    if not name and entry.number is not None:
        name = _("no. %(n)d") % {"n": entry.number}
    return f"{kind} {name}".strip()


def door_name(entry: AuditEntry) -> str:
    return str(DOORS.get(entry.door, entry.door))


def columns() -> list[Column]:
    names = (_("Time"), _("Who"), _("What"), _("Of what"), _("Language"), _("Details"),
             _("From where"), _("By which way"))  # fmt: skip
    return [Column(name) for name in names]


def rows(entries: QuerySet[AuditEntry]) -> Iterator[Row]:
    for entry in entries.iterator():
        yield (
            entry.at.isoformat(timespec="seconds"),
            entry.who,
            deed_name(entry.deed),
            thing(entry),
            entry.language,
            entry.detail,
            entry.address,
            door_name(entry),
        )
