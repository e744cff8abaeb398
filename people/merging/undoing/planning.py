"""What taking a merge back would do, row by row: no row is written here."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from editorial.kinds import kind_of
from editorial.models import Publication, Record, Reference
from people.merging.relations import rows_naming
from people.merging.tracing import find_row, key_of, names_of, read_values
from people.merging.undoing.obstacles import find_obstacle, kept_row
from people.merging.undoing.saying import (
    say_changes,
    say_field,
    say_kept,
    say_returning,
    say_row,
    say_traced,
)
from people.models import Merging

KEPT, BOTH = "kept", "both"


@dataclass(frozen=True)
class Choice:
    """One answer: `kept`, `both`, or the primary key of one who comes back."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What somebody has to decide, in words."""

    name: str
    group: str
    text: str
    detail: str
    choices: tuple[Choice, ...]
    default: str

    def answer(self, sent: Any) -> str:
        """Return what was chosen; anything else than an offered answer is the default."""
        return sent if sent in {choice.value for choice in self.choices} else self.default


@dataclass
class Step:
    """What becomes of one row: `does` is back, insert, delete, assign, field or name."""

    does: str
    entry: dict[str, Any]
    row: Any = None
    question: Question | None = None


@dataclass
class Plan:
    """Everything that taking a merge back does. With an `obstacle` nothing can be done."""

    merging: Merging
    kept: Any = None
    obstacle: str = ""
    steps: list[Step] = field(default_factory=list)
    returning: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)

    @property
    def trace(self) -> dict[str, Any]:
        trace: dict[str, Any] = self.merging.trace
        return trace

    @property
    def questions(self) -> list[Question]:
        return [step.question for step in self.steps if step.question is not None]

    @property
    def digest(self) -> str:
        """What was shown: a plan that reads otherwise must be shown again."""
        shown = [self.obstacle, self.returning, self.notes]
        asked = [[q.name, q.text, q.detail, q.default] for q in self.questions]
        return hashlib.sha256(json.dumps([shown, asked]).encode()).hexdigest()[:20]

    def main_entry(self, pk: int) -> dict[str, Any]:
        label = self.kept._meta.label
        entries = (e for e in self.trace["rows"] if e["model"] == label)
        return next(entry for entry in entries if entry["ident"] == str(pk))


def make_plan(merging: Merging) -> Plan:
    """Look at what has happened since the merge."""
    plan = Plan(merging, kept_row(merging), find_obstacle(merging))
    if not plan.obstacle:
        _Planner(plan).run()
    return plan


class _Planner:
    def __init__(self, plan: Plan) -> None:
        self.plan, self.kept = plan, plan.kept
        self.others = {other["pk"]: other["name"] for other in plan.trace["others"]}
        self.main = plan.kept._meta.label
        self.fates: dict[str, str] = {}

    def run(self) -> None:
        entries = [entry for entry in self.plan.trace["rows"] if entry["model"] != self.main]
        # What was folded away depends on what became of the row that stayed.
        for entry in sorted(entries, key=lambda entry: "twin" in entry):
            self._plan_row(entry)
        self._plan_new(entries)
        self._plan_fields()
        self._find_published(entries)

    def _find_published(self, entries: list[dict[str, Any]]) -> None:
        """Note what went live since the merge: it goes on naming the kept record."""
        rows = [entry["ident"] for entry in entries if entry["before"] is not None]
        live = Publication.objects.live().filter(created_at__gt=self.plan.merging.merged_at)
        live = live.exclude(pk__in=self.plan.trace["publications"])
        shown = Reference.objects.filter(target=self.kept.pk, row__in=rows, publication__in=live)
        records = Record.objects.filter(pk__in=shown.values("publication__record"))
        for record in records.order_by("kind", "key"):
            self.plan.published.append(
                str(kind_of(record.kind).model._default_manager.get(pk=record.pk))
            )

    # --- rows that the merge wrote ----------------------------------------

    def _plan_row(self, entry: dict[str, Any]) -> None:
        row = find_row(entry["model"], entry["ident"])
        if entry["before"] is None:
            self._plan_made(entry, row)
        elif entry["after"] is None:
            self._plan_folded(entry, row)
        elif entry.get("many"):
            self._plan_shared(entry, row)
        else:
            self._plan_moved(entry, row)

    def _plan_made(self, entry: dict[str, Any], row: Any) -> None:
        """A name that the merge itself wrote down goes, unless somebody has made it his own."""
        if row is None:
            return
        if read_values(row) == entry["after"]:
            self._do("delete", entry, row)
        else:
            self._ask("assign", entry, row, "edited", KEPT)

    def _plan_folded(self, entry: dict[str, Any], row: Any) -> None:
        if row is not None:
            # An old state of the film was restored since.
            if self.kept.pk in _named(row, self.kept):
                self._ask("assign", entry, row, "edited", self._former(entry))
            else:
                self._tell(entry, _("names somebody else by now, and stays as it is"))
            return
        fate = self.fates.get(entry.get("twin", ""), "back")
        if fate == "gone":
            self._tell(entry, _("was deleted since, and stays deleted"))
        elif fate == "edited":
            self._ask_twin(entry)
        else:
            self._return(entry)
            self._do("insert", entry)

    def _plan_shared(self, entry: dict[str, Any], row: Any) -> None:
        """One of several in a field, such as the distributors of a release."""
        if row is None:
            return self._tell(entry, _("was deleted since, and stays deleted"))
        for name in entry["many"]:
            if not getattr(row, name).filter(pk=self.kept.pk).exists():
                return self._tell(entry, _("names somebody else by now, and stays as it is"))
        self._return(entry)
        return self._do("many", entry, row)

    def _plan_moved(self, entry: dict[str, Any], row: Any) -> None:
        is_twin = self._former(entry) == KEPT
        if row is None:
            self.fates[entry["ident"]] = "gone"
            return None if is_twin else self._tell(entry, _("was deleted since, and stays deleted"))
        now, after = read_values(row), {**entry["before"], **entry["after"]}
        if self.kept.pk not in _named(row, self.kept):
            self.fates[entry["ident"]] = "elsewhere"
            return self._tell(entry, _("names somebody else by now, and stays as it is"))
        if now == after:
            if not is_twin:
                self._return(entry)
            return self._do("back", entry, row)
        self.fates[entry["ident"]] = "edited"
        if is_twin:
            # Who it belongs to is asked with the row that was folded into it.
            return self._do("back", entry, row)
        return self._ask("back", entry, row, "edited", self._former(entry))

    # --- what names the kept record since ----------------------------------------

    def _plan_new(self, entries: list[dict[str, Any]]) -> None:
        known = {(entry["model"], entry["ident"]) for entry in entries}
        known |= {tuple(key) for key in self.plan.trace["own"]}
        rows = [(None, name) for name in names_of(self.kept)] + rows_naming(self.kept)
        for relation, row in rows:
            if key_of(row) not in known:
                many = relation.field.name if relation and relation.many_to_many else ""
                entry = {"model": row._meta.label, "ident": key_of(row)[1], "many_field": many}
                self._ask("assign", entry, row, "new", KEPT)

    # --- fields of the kept record ----------------------------------------

    def _plan_fields(self) -> None:
        entry = self.plan.main_entry(self.kept.pk)
        now, after = read_values(self.kept), {**entry["before"], **entry["after"]}
        for name, value in now.items():
            if value == after.get(name):
                continue
            if isinstance(value, list) or isinstance(after.get(name), list):
                self._plan_list(name, after.get(name) or [], value or [])
                continue
            source = self._source_of(name, entry)
            text, detail = say_field(self.kept, name, entry["before"].get(name), after.get(name))
            question = self._question(f"field-{name}", "field", text, detail, source)
            self.plan.steps.append(Step("field", {"name": name}, self.kept, question))

    def _plan_list(self, name: str, after: list[str], now: list[str]) -> None:
        label = str(self.kept._meta.get_field(name).verbose_name)
        for number, text in enumerate(item for item in now if item not in after):
            question = self._question(f"name-{number}", "new", f"{label}: {text}", "", KEPT)
            self.plan.steps.append(Step("name", {"name": name, "text": text}, self.kept, question))
        for text in after:
            if text not in now:
                self._tell_text(f"{label}: {text}", _("was deleted since, and stays deleted"))

    def _source_of(self, name: str, entry: dict[str, Any]) -> str:
        """Return whose value the merge took: it is he or she whom the newer one is about."""
        if name not in entry["after"]:
            return KEPT
        for pk in self.others:
            if self.plan.main_entry(pk)["before"].get(name) == entry["after"][name]:
                return str(pk)
        return KEPT

    # --- words ----------------------------------------

    def _former(self, entry: dict[str, Any]) -> str:
        """Return who a row named before the merge."""
        named = [entry["before"].get(name) for name in _links(entry["model"], self.kept)]
        return next((str(pk) for pk in named if pk in self.others), KEPT)

    def _question(
        self, name: str, group: str, text: str, detail: str, default: str, more: str = ""
    ) -> Question:
        choices = [Choice(KEPT, say_kept(self.kept.name))]
        choices += [Choice(str(pk), say_returning(other)) for pk, other in self.others.items()]
        if more:
            choices.insert(0, Choice(BOTH, more))
        return Question(name, group, text, detail, tuple(choices), default)

    def _ask(self, does: str, entry: dict[str, Any], row: Any, group: str, default: str) -> None:
        detail = say_changes(entry, row) if group == "edited" else ""
        name = f"row-{entry['ident']}"
        question = self._question(name, group, say_row(row), detail, default)
        self.plan.steps.append(Step(does, entry, row, question))

    def _ask_twin(self, entry: dict[str, Any]) -> None:
        """The row that stayed for two was edited since: whose is it now?"""
        model = apps.get_model(entry["model"])
        row = find_row(model._meta.label, entry["twin"])
        stayed = next(e for e in self.plan.trace["rows"] if e["ident"] == entry["twin"])
        more = _("both: one row each again")
        question = self._question(
            f"row-{entry['ident']}", "edited", say_row(row), say_changes(stayed, row), BOTH, more
        )
        self.plan.steps.append(Step("twin", entry, row, question))

    def _do(self, does: str, entry: dict[str, Any], row: Any = None) -> None:
        self.plan.steps.append(Step(does, entry, row))

    def _return(self, entry: dict[str, Any]) -> None:
        self.plan.returning.append(say_traced(entry))

    def _tell(self, entry: dict[str, Any], what: str) -> None:
        self._tell_text(say_traced(entry), what)

    def _tell_text(self, text: str, what: str) -> None:
        self.plan.notes.append(f"{text} – {what}")


def _links(label: str, main: models.Model) -> list[str]:
    """Return the columns by which a row names a person or company."""
    model = apps.get_model(label)
    return [f.attname for f in model._meta.concrete_fields if f.related_model is type(main)]


def _named(row: Any, main: models.Model) -> set[int]:
    return {getattr(row, name) for name in _links(row._meta.label, main)}
