"""What an export says of a record and what stands here, brought together."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from desk.exchange.reading import Source
from desk.exchange.unread import keep_unread
from desk.importing.problems import Problem
from desk.loading.clashes import say_double
from desk.loading.merged import MAX_SHOWN, empty_document
from desk.models import ImportedDocument
from editorial.documents import canonical
from editorial.kinds import Document, kind_of
from editorial.matching_rows import Aliases, leave_out_doubles, match_rows, rename_rows
from editorial.merging import Conflict, merge
from editorial.models import Record


@dataclass(frozen=True)
class Merging:
    """One record: what the folder says, what is to stand here, and what the folder calls its rows.

    `memory` is what the folder said at the last import.
    """

    record: Record
    theirs: Document
    document: Document
    aliases: Aliases
    memory: ImportedDocument | None
    is_new: bool
    is_changed: bool

    @property
    def status(self) -> str:
        return "created" if self.is_new else "updated" if self.is_changed else "unchanged"

    @classmethod
    def make(
        cls,
        record: Record,
        said: Document,
        source: Source,
        standing: Document | None,
        memory: ImportedDocument | None,
    ) -> "Merging":
        """Merge three ways; where both sides changed the same, the desk stays, reported."""
        kind = kind_of(record.kind)
        before = memory.document if memory and standing is not None else {}
        theirs = {**said, "uuid": str(record.uuid), "key": record.key}
        theirs = keep_unread(theirs, before, source.unread)
        ours = standing or empty_document(record)
        aliases = match_rows(kind, theirs, ours, before)
        merged, conflicts = merge(rename_rows(before, aliases), rename_rows(theirs, aliases), ours)
        doubles = [] if standing is None else leave_out_doubles(kind, merged, ours)
        for part, row in doubles:
            source.report((part.name,), "", say_double(part, row))
        for conflict in conflicts:
            _report_conflict(source, conflict)
        is_changed = standing is None or canonical(merged) != canonical(ours)
        return cls(record, theirs, merged, aliases, memory, standing is None, is_changed)


def remember(merged: Sequence[Merging]) -> None:
    """Keep what the folder said, for the merge of the next import."""
    new, changed = [], []
    for one in merged:
        if one.memory is None:
            layout = ImportedDocument.Layout.EXPORT
            new.append(ImportedDocument(record=one.record, layout=layout, document=one.theirs))
        elif one.memory.document != one.theirs:
            one.memory.document, one.memory.files = one.theirs, {}
            one.memory.imported_at = timezone.now()
            changed.append(one.memory)
    ImportedDocument.objects.bulk_create(new)
    ImportedDocument.objects.bulk_update(changed, ["document", "files", "imported_at"])


def _report_conflict(source: Source, conflict: Conflict) -> None:
    message = _(
        "Changed in the folder and by hand since the last import. "
        "The editors' value was kept; change it in the admin if the folder is right."
    )
    value = str(conflict.theirs)[:MAX_SHOWN]
    source.problems.append(Problem(source.file, None, ".".join(conflict.path), value, message))
