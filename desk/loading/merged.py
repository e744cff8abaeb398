"""What the folder says and what stands here, brought together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desk.importing.problems import Problem
from desk.loading.clashes import say_double
from desk.loading.prepared import Item
from editorial.documents import canonical
from editorial.kinds import Document, kind_of
from editorial.matching_rows import leave_out_doubles, match_rows, rename_rows
from editorial.merging import Conflict, merge
from editorial.models import Record

# Characters of a value in a report: it says which one is meant.
MAX_SHOWN = 120


@dataclass(frozen=True)
class Merged:
    document: Document
    is_changed: bool
    problems: tuple[Problem, ...]


def merge_item(
    item: Item, record: Record, before: Document, theirs: Document, standing: Document | None
) -> Merged:
    """Merge what an item says with what stands here; None is a record without rows."""
    kind = kind_of(record.kind)
    ours = standing or empty_document(record)
    aliases = match_rows(kind, theirs, ours, before)
    merged, conflicts = merge(rename_rows(before, aliases), rename_rows(theirs, aliases), ours)
    doubles = leave_out_doubles(kind, merged, ours)
    problems = [_conflict_problem(item, conflict, bool(before)) for conflict in conflicts]
    problems += [
        Problem(item.folder, None, part.name, "", say_double(part, row)) for part, row in doubles
    ]
    return Merged(merged, canonical(merged) != canonical(ours), tuple(problems))


def empty_document(record: Record) -> Document:
    """Return the document of a record that has no rows yet."""
    kind = kind_of(record.kind)
    parts: Document = {part.name: [] for part in kind.parts[1:]}
    return {
        "schema": kind.schema,
        "kind": kind.name,
        "uuid": str(record.uuid),
        "key": record.key,
        "texts": {},
        "facts": {},
        **parts,
    }


def _conflict_problem(item: Item, conflict: Conflict, is_known: bool) -> Problem:
    message = _("Here it says something else already. The editors' value was kept.")
    if is_known:
        message = _(
            "Changed in the folder and by hand since the last import. "
            "The editors' value was kept; change it in the admin if the folder is right."
        )
    value = str(conflict.theirs)[:MAX_SHOWN]
    return Problem(item.folder, None, ".".join(conflict.path), value, message)
