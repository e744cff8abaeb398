"""Taking a merge back: one change, one transaction."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.models import Forward, OwnRow, Record
from people.merging.relations import lead_to_many
from people.merging.tracing import read_values, value_columns
from people.merging.undoing.following import (
    cancel_publications,
    lead_back,
    restore_marks,
)
from people.merging.undoing.obstacles import CannotUnmerge
from people.merging.undoing.planning import BOTH, KEPT, Plan, Step, make_plan
from people.models import Merging

Values = dict[str, Any]


def unmerge(
    merging: Merging,
    user: Any = None,
    choices: Mapping[str, str] | None = None,
    digest: str | None = None,
) -> list[str]:
    """Make two records of one again; return what could not come back, in words.

    `choices` answers the questions of the plan by name; what is not answered gets its default.
    `digest` is that of the plan that was shown. Raises `CannotUnmerge` where something stands in
    the way, or has changed since the plan was shown.
    """
    with transaction.atomic():
        list(Merging.objects.select_for_update().filter(pk=merging.pk))
        merging.refresh_from_db()
        ids = {merging.kept_id, *(other["pk"] for other in merging.trace.get("others", ()))}
        list(Record.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
        plan = make_plan(merging)
        if plan.obstacle:
            raise CannotUnmerge(plan.obstacle)
        if digest is not None and digest != plan.digest:
            raise CannotUnmerge(_("Something has changed meanwhile. Look at it again."))
        acting = _Acting(plan, choices or {})
        with change(user, _("Taken apart again: %(name)s") % {"name": plan.kept}) as opened:
            acting.act(opened)
            opened.show()
        restore_marks(plan.trace["marks"], merging.kept_id, acting.restored)
        # What was needed is needed no more, and would keep names that nobody asks for.
        others = [{"pk": other["pk"]} for other in plan.trace["others"]]
        merging.trace, merging.undone_at = {"undone": others}, timezone.now()
        merging.save(update_fields=["trace", "undone_at"])
        parts = ", ".join(str(other["pk"]) for other in others)
        note(Deed.UNMERGED, merging.kept, by=user, detail=parts)
    return acting.lost


class _Acting:
    """Follows one plan. `restored` are the rows that are as before, `lost` is told."""

    def __init__(self, plan: Plan, choices: Mapping[str, str]) -> None:
        self.plan, self.kept = plan, plan.kept
        self.label: str = plan.kept._meta.label
        self.answers = {q.name: q.answer(choices.get(q.name)) for q in plan.questions}
        self.given: dict[int, Values] = {other["pk"]: {} for other in plan.trace["others"]}
        self.back: Values = {}
        self.restored: set[str] = set()
        self.lost: list[str] = []

    def act(self, opened: Any) -> None:
        self._return_records()
        self._settle_fields()
        for pk, given in self.given.items():
            self._insert({**self.plan.main_entry(pk), "pk": pk}, given)
        for step in self.plan.steps:
            if step.does not in ("field", "name"):
                self._take(step)
        self._write_kept()
        lead_back(self.plan.trace["references"], self.kept.pk)
        cancel_publications(self.plan.trace["publications"], opened)

    # --- the records ------------------------------------------------------------

    def _return_records(self) -> None:
        for other in self.plan.trace["others"]:
            record = Record.objects.get(pk=other["pk"])
            uuids = (other["uuid"], str(record.uuid))
            Forward.objects.filter(uuid__in=uuids, record=self.kept.pk).delete()
            record.uuid = other["uuid"]
            record.save(update_fields=["uuid"])
        for uuid, pk in self.plan.trace["forwards"]:
            Forward.objects.filter(uuid=uuid, record=self.kept.pk).update(record=pk)

    def _settle_fields(self) -> None:
        """Decide what the kept record has again, and what goes to those who come back."""
        entry = self.plan.main_entry(self.kept.pk)
        self.back = {name: entry["before"][name] for name in entry["after"]}
        now = read_values(self.kept)
        for name, value in now.items():
            after = entry["after"].get(name, entry["before"].get(name))
            if isinstance(value, list) and isinstance(after, list):
                before = entry["before"].get(name) or []
                new = [text for text in value if text not in after]
                self.back[name] = [t for t in before if t in value or t not in after] + new
                self._give_list(name, [t for t in after if t not in value])
        for step in self.plan.steps:
            if step.question is None or step.does not in ("field", "name"):
                continue
            self._settle(step, self.answers[step.question.name], entry["before"], now)

    def _give_list(self, name: str, deleted: list[str]) -> None:
        """Give the others their names again, but for those that were deleted since."""
        for pk, given in self.given.items():
            own = self.plan.main_entry(pk)["before"].get(name) or []
            given[name] = [text for text in own if text not in deleted]

    def _settle(self, step: Step, answer: str, before: Values, now: Values) -> None:
        name = step.entry["name"]
        if step.does == "name":
            if answer != KEPT:
                self.back[name] = [t for t in self.back[name] if t != step.entry["text"]]
                self.given[int(answer)][name].append(step.entry["text"])
        elif answer == KEPT:
            self.back.pop(name, None)
        else:
            self.back[name] = before[name]
            self.given[int(answer)][name] = now[name]

    def _write_kept(self) -> None:
        self._write(self.kept, self.back)
        if not any(step.does == "field" for step in self.plan.steps):
            self.restored.add("")

    # --- rows ------------------------------------------------------------

    def _take(self, step: Step) -> None:
        answer = self.answers[step.question.name] if step.question else ""
        if step.does == "delete":
            step.row.delete()
        elif step.does == "insert":
            self._insert(step.entry)
        elif step.does == "many":
            for name, (before, _after) in step.entry["many"].items():
                back = [pk for pk in before if pk in self.given]
                lead_to_many(step.row, name, self.kept.pk, back, self.kept.pk in before)
        elif step.does == "assign":
            self._assign(step, answer)
        elif step.does == "twin" and answer == BOTH:
            self._insert(step.entry)
        elif step.does == "back":
            self._take_back(step, answer)

    def _assign(self, step: Step, answer: str) -> None:
        if answer in ("", KEPT):
            return
        name = step.entry.get("many_field")
        if name:
            lead_to_many(step.row, name, self.kept.pk, [int(answer)], stays=False)
            return
        self._name(step.row, int(answer))
        step.row.save()

    def _name(self, row: Any, pk: int) -> None:
        """Let the row name one who comes back where it names the kept record."""
        for name in self._links(type(row)):
            if getattr(row, name) == self.kept.pk:
                setattr(row, name, pk)

    def _take_back(self, step: Step, answer: str) -> None:
        """Give back what the merge wrote and nobody has written since."""
        claims = self._claims(step.entry["ident"])
        if answer == KEPT or KEPT in claims:
            return
        values = step.entry["before"]
        if claims - {BOTH} or (answer and answer != self._owner(step.entry)):
            chosen = answer or sorted(claims - {BOTH})[0]
            self._name(step.row, int(chosen))
            step.row.save()
            return
        now, after = read_values(step.row), {**values, **step.entry["after"]}
        back = {name: values[name] for name in step.entry["after"] if now[name] == after[name]}
        self._write(step.row, back)
        if now == after:
            self.restored.add(step.entry["ident"])

    def _claims(self, ident: str) -> set[str]:
        """Return what was answered about the rows that were folded into this one."""
        return {
            self.answers[step.question.name]
            for step in self.plan.steps
            if step.does == "twin" and step.question and step.entry["twin"] == ident
        }

    def _owner(self, entry: dict[str, Any]) -> str:
        """Return who the row named before the merge."""
        links = self._links(apps.get_model(entry["model"]))
        named = (entry["before"][name] for name in links if name in entry["after"])
        return next((str(pk) for pk in named if pk in self.given), KEPT)

    def _links(self, model: type[models.Model]) -> list[str]:
        kind = type(self.kept)
        return [c.attname for c in value_columns(model) if c.related_model is kind]

    # --- writing ------------------------------------------------------------

    def _write(self, row: Any, values: Values) -> None:
        for column in value_columns(type(row)):
            if column.attname in values:
                value = self._fitting(column, values[column.attname], str(row))
                setattr(row, column.attname, value)
        row.save()

    def _insert(self, entry: dict[str, Any], given: Values | None = None) -> None:
        model = apps.get_model(entry["model"])
        row = model()
        values = {**entry["before"], **(given or {})}
        for column in value_columns(model):
            if column.attname not in values:
                continue
            what = entry.get("owner") or values.get("name", "")
            value = self._fitting(column, values[column.attname], what)
            if value is None and not column.null:
                kind = str(model._meta.verbose_name)
                self.lost.append(_("%(what)s: what it belongs to is gone") % {"what": kind})
                return
            setattr(row, column.attname, value)
        if not issubclass(model, OwnRow):
            row.record_id = entry["pk"]
        elif not model._default_manager.filter(pk=entry["pk"]).exists():
            # The order of rows that share a place is that of their numbers.
            row.pk = entry["pk"]
        row.save(force_insert=True)
        self.restored.add(entry["ident"])

    def _fitting(self, column: models.Field[Any, Any], value: Any, what: str) -> Any:
        """Return the value for the column; what it referred to may be gone."""
        if value is None:
            return None
        related: Any = column.related_model
        if related is not None and not related._default_manager.filter(pk=value).exists():
            label = str(column.verbose_name)
            if column.null:
                self.lost.append(_("%(what)s: %(field)s is gone") % {"what": what, "field": label})
            return None
        return column.to_python(value)
