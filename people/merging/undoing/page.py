"""What the page of a merge to take apart shows: fields side by side, questions with answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.kinds import kind_of
from editorial.moments import say_moment
from editorial.names import person_name
from people.merging.page import merged_fields
from people.merging.tracing import read_values
from people.merging.undoing.planning import Plan, Question
from people.merging.undoing.saying import show_value
from people.models import Merging


@dataclass(frozen=True)
class Field:
    """One field: what the record says that stays, and what each of the others said."""

    label: str
    language: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question and the answer that is ticked."""

    question: Question
    answer: str


@dataclass(frozen=True)
class Group:
    heading: str
    asked: tuple[Asked, ...]


def make_fields(plan: Plan) -> list[Field]:
    """Return the fields in which one of the records says something."""
    kept = plan.kept
    sides = [read_values(kept)]
    sides += [plan.main_entry(other["pk"])["before"] for other in plan.trace["others"]]
    model = kind_of(plan.merging.kept.kind).model
    found = []
    for name, label, language in merged_fields(model):
        attname = next(f.attname for f in model._meta.concrete_fields if f.name == name)
        values = tuple(show_value(kept, attname, side.get(attname)) for side in sides)
        if any(values):
            found.append(Field(label, language, values))
    return found


def make_groups(plan: Plan, sent: Mapping[str, str]) -> list[Group]:
    """Return the questions by what they ask about; what was sent already stays ticked."""
    headings = {
        "new": _("Came since the merge: whose is it?"),
        "edited": _("Edited since the merge: whose is it?"),
        "field": _("Fields edited since the merge: whose value is it?"),
    }
    groups = []
    for name, heading in headings.items():
        asked = [Asked(q, q.answer(sent.get(q.name))) for q in plan.questions if q.group == name]
        if asked:
            groups.append(Group(heading, tuple(asked)))
    return groups


@dataclass(frozen=True)
class Line:
    """One merge of a record, as its form tells it."""

    pk: int
    text: str


def standing_mergings(record_id: int) -> list[Line]:
    """Return the merges into a record that can be taken apart. One query."""
    mergings = Merging.objects.filter(kept=record_id, undone_at=None).select_related("merged_by")
    return [Line(m.pk, _say_merging(m)) for m in mergings if m.trace.get("others")]


def _say_merging(merging: Merging) -> str:
    names = ", ".join(other["name"] for other in merging.trace["others"])
    facts = {"names": names, "at": say_moment(merging.merged_at)}
    who = person_name(merging.merged_by)
    if not who:
        return _("Merged with %(names)s on %(at)s") % facts
    return _("Merged with %(names)s on %(at)s by %(who)s") % {**facts, "who": who}
