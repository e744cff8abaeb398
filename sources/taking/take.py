"""What was chosen from a source becomes claims and rows, in one step that can be taken back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.documents import canonical, document_of
from editorial.fields import languages
from editorial.guard.versions import locked
from editorial.kinds import kind_of
from editorial.models import Record
from films.models import Credit, Film, Selection
from sources.comparing.equal import is_equal
from sources.comparing.film import ROW_PARTS, names_of, statements_of
from sources.comparing.matching import find_row
from sources.comparing.objects import Row, Statement
from sources.comparing.points import LOOSE, SINGLE, single_values
from sources.comparing.renewing import renew_standings
from sources.comparing.rows import rows_of, scalars_of
from sources.models import Claim, Intake, Source
from sources.public import show_if_named
from sources.taking.adding import Adder
from sources.taking.choices import Choice, Outcome, Refused, Taken
from sources.taking.correcting import correct_row, corrected_values
from sources.taking.filling import Filler
from sources.taking.naming import Naming
from sources.taking.places import fill_place
from sources.taking.prints import print_record
from sources.taking.told import (
    as_row,
    fuller_character,
    is_conflict,
    missing_values,
    names_in,
)

# Values of a claim that may be the name of somebody.
NAMES = ("name", "other_name", "recipient", "author")


def take(
    source: Source,
    record: Record,
    choices: Iterable[Choice],
    user: Any = None,
    is_new: bool = False,
    into: Intake | None = None,
) -> Taken:
    """Take facts of a source into a film, in one change.

    Each becomes a claim. What the film lacks is written; what it says already has one more witness;
    where it says something else the film keeps its own and the point is open. What cannot be
    written is refused with the reason and leaves no claim; the rest goes on. A claim that this
    source has made of this film before is not made twice.
    """
    with change(user, _("Taken from a source: %(source)s") % {"source": source}):
        locked(record)
        taken = _Taking(source, record, list(choices), user).run(is_new, into)
        if into is None and taken.intake is not None:
            note(Deed.IMPORTED, record, by=user, detail=f"#{taken.intake.pk}")
    return taken


class _Taking:
    def __init__(self, source: Source, record: Record, choices: list[Choice], user: Any) -> None:
        self.source, self.record, self.choices = source, record, choices
        self.user = user if getattr(user, "pk", None) else None
        known = languages()
        self.language = source.language if source.language in known else settings.LANGUAGE_CODE
        credited = [choice.said for choice in choices if choice.fact.part == "credits"]
        self.naming = Naming(
            self.language,
            [values.get(n, "") for values in credited for n in ("name", "other_name")],
        )
        self.film: Film = Film.objects.get(pk=record.pk)  # type: ignore[assignment]
        self.adder = Adder(self.film, source, self.language, self.naming)
        self.filler = Filler(self.film, self.language)
        self.taken = Taken()

    def run(self, is_new: bool, into: Intake | None) -> Taken:
        self.intake = into or Intake.objects.create(
            source=self.source,
            record=self.record,
            before=document_of(self.record),
            taken_by=self.user,
        )
        self._take_all(is_new)
        if not is_new and not self.intake.claims.exists():
            self.intake.delete()
            self.taken.intake = None
        return self.taken

    def _take_all(self, is_new: bool) -> None:
        self.is_new = is_new
        self.taken.intake = self.intake
        claims = statements_of(self.record)
        own = [claim for claim in claims if claim.source == self.source.pk]
        said = {_key(claim.part, claim.values) for claim in own}
        statements = [self._state(-number, one) for number, one in enumerate(self.choices, 1)]
        self.others = [*own, *statements]
        self._read(claims)
        for choice, statement in zip(self.choices, statements, strict=True):
            key = _key(choice.fact.part, choice.claimed)
            if key in said:
                self.taken.known += 1
                self.taken.outcomes.append((choice, Outcome.KNOWN))
                continue
            said.add(key)
            self._try(choice, statement)
        added = [self.record, *self.naming.added] if is_new else self.naming.added
        self.intake.after = document_of(self.record)
        self.intake.added += [str(record.uuid) for record in added]
        self.intake.added += [str(name.uuid) for name in self.naming.spellings]
        made = Record.objects.filter(uuid__in=self.intake.added).exclude(pk=self.record.pk)
        self.intake.prints = {str(record.uuid): print_record(record) for record in made}
        self.intake.save()
        renew_standings([self.record.pk])
        show_if_named(self.source)

    def _try(self, choice: Choice, statement: Statement) -> None:
        try:
            with transaction.atomic():
                outcome = self._take(choice, statement)
        except ValidationError as error:
            self.taken.refused.append(Refused(choice, " ".join(error.messages)))
            self.film.refresh_from_db()
            self._read(statements_of(self.record))
        else:
            self.taken.outcomes.append((choice, outcome))

    def _state(self, number: int, choice: Choice) -> Statement:
        row = "" if choice.row == "new" else choice.row
        return Statement(number, self.source.pk, choice.fact.part, choice.claimed,
                         choice.fact.printed, row, self.source.language)  # fmt: skip

    def _read(self, claims: Iterable[Statement]) -> None:
        document = document_of(self.record)
        assert document is not None
        self.rows = rows_of(document, names_of(document))
        self.scalars = scalars_of(document)
        for key in self._guessed(claims):
            self.scalars.pop(key, None)
        # Names that are registered: of those each agrees.
        self.usual = {row.uuid: set(row.names) for row in self.rows}
        # Names that other sources print for a row are known, too.
        by_uuid = {row.uuid: row for row in self.rows}
        self.told_of: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self.told_of[claim.row].add(claim.values.get("character", ""))
            if claim.row in by_uuid:
                by_uuid[claim.row].names |= names_in(claim)

    def _guessed(self, claims: Iterable[Statement]) -> list[tuple[str, str]]:
        """Return the fields that hold what was put there when a film was made for an intake, such
        as a title out of its key: the first who says something fills them."""
        made = Intake.objects.filter(record=self.record, undone_at=None).order_by("pk").first()
        is_made = made is not None and (self.is_new or str(self.record.uuid) in made.added)
        if made is None or not made.before or not is_made:
            return []
        told = {(c.part, field) for c in claims if c.part in SINGLE for field, _v in
                single_values(c)}  # fmt: skip
        first = scalars_of(made.before)
        return [key for key, value in first.items()
                if key not in told and self.scalars.get(key) == value]  # fmt: skip

    def _take(self, choice: Choice, statement: Statement) -> Outcome:
        part, values = choice.fact.part, choice.said
        row_uuid: Any = None
        outcome = Outcome.KEPT
        self._check_names(values)
        if part in SINGLE:
            outcome = self._take_single(choice, statement)
        elif part in ROW_PARTS or part == "characters":
            row = self._find_row(choice, statement)
            if row is not None:
                outcome = self._add_witness(row, statement, choice)
                row_uuid = row.uuid
            elif part in ROW_PARTS:
                outcome, row_uuid = Outcome.ADDED, self._add_row(part, values, choice.who)
        Claim.objects.create(
            source=self.source, record=self.record, intake=self.intake, part=part,
            values=choice.claimed, printed=choice.fact.printed, start=choice.fact.start,
            end=choice.fact.end, row=row_uuid,
        )  # fmt: skip
        self.told_of[str(row_uuid)].add(values.get("character", ""))
        return outcome

    def _find_row(self, choice: Choice, statement: Statement) -> Row | None:
        """Return the row that is meant: by what a person corrected, then by what is printed."""
        if choice.row == "new":
            return None
        meant = replace(statement, values=choice.said)
        found = find_row(meant, self.rows, self.others)
        return found or find_row(statement, self.rows, self.others)

    def _check_names(self, values: dict[str, Any]) -> None:
        """Refuse names of people who were erased; somebody of that name who is here may stay."""
        names = [str(values.get(name) or "") for name in NAMES]
        self.naming.held.refuse(name for name in names if name and not self.naming.knows(name))

    def _take_single(self, choice: Choice, statement: Statement) -> Outcome:
        meant = replace(statement, values=choice.said)
        printed = dict(single_values(statement))
        outcomes = [
            self._take_field(statement.part, field, value, printed.get(field, value))
            for field, value in single_values(meant)
        ]
        order = (Outcome.CONFLICT, Outcome.FILLED, Outcome.WITNESSED)
        return next((one for one in order if one in outcomes), Outcome.KEPT)

    def _take_field(self, part: str, field: str, value: Any, printed: Any) -> Outcome:
        """Fill a field that is empty, or that says what a person corrects in the source."""
        known = self.scalars.get((part, field))
        is_corrected = not is_equal(field, value, printed)
        if known is not None and not (is_corrected and is_equal(field, known, printed)):
            self.taken.witnessed += 1
            return Outcome.WITNESSED if is_equal(field, known, printed) else Outcome.CONFLICT
        if not self.filler.fill(part, field, value):
            self.taken.witnessed += 1
            return Outcome.WITNESSED
        self.taken.filled += 1
        if field not in LOOSE:
            self.scalars[part, field] = value
        return Outcome.FILLED

    def _add_witness(self, row: Row, statement: Statement, choice: Choice) -> Outcome:
        self.taken.witnessed += 1
        meant = replace(statement, values=choice.said)
        outcome = Outcome.WITNESSED
        if is_conflict(statement, row, self.usual.get(row.uuid, ())):
            outcome = Outcome.CONFLICT
        if meant.part == "credits" and (other := meant.values.get("other_name")):
            self._add_spelling(row, other)
        if self._write_row(row, meant, choice):
            self.taken.filled += 1
            outcome = Outcome.FILLED if outcome is Outcome.WITNESSED else outcome
        if row.part == "selections" and not row.values.get("city"):
            self._fill_place(row, meant.values)
        row.names |= names_in(statement) | names_in(meant)
        return outcome

    def _write_row(self, row: Row, meant: Statement, choice: Choice) -> dict[str, Any]:
        """Fill what the row lacks, and correct what it says as the source has it."""
        written = missing_values(row, meant.values)
        fuller = fuller_character(row, meant, self.told_of.get(row.uuid, ()))
        made: Any = None
        if written or fuller or corrected_values(choice):
            made = model_of(row.part).objects.get(uuid=row.uuid)
        if fuller:
            self.filler.replace_character(made, row.values["character"], fuller)
            written = {"character": fuller}
        elif written:
            self.filler.fill_row(made, written)
        if made is not None:
            written |= correct_row(self.filler, made, row, choice)
        row.values |= written
        if "shown_on" in written:
            row.values["date"] = written["shown_on"]
        if "character" in written:
            row.values["characters"] = [written["character"]]
        return written

    def _add_spelling(self, row: Row, name: str) -> None:
        credit = Credit.objects.filter(uuid=row.uuid).select_related("person").first()
        if credit is not None and credit.person is not None:
            self.naming.add_spelling(credit.person, name)

    def _fill_place(self, row: Row, said: dict[str, Any]) -> None:
        found = Selection.objects.filter(uuid=row.uuid).select_related("edition__festival").first()
        if found is not None and fill_place(found, said):
            self.taken.filled += 1
            row.values |= {name: said.get(name, "") for name in ("city", "country")}

    def _add_row(self, part: str, values: dict[str, Any], who: str) -> Any:
        made = self.adder.add(part, values, who)
        self.taken.added += 1
        row = as_row(part, made, values)
        self.rows.append(row)
        self.usual[row.uuid] = set(row.names)
        row.names |= {values.get("other_name", ""), values.get("festival", "")} - {""}
        row.names |= {values["name"]} if values.get("name") else set()
        return made.uuid


def _key(part: str, values: dict[str, Any]) -> str:
    return f"{part} {canonical(values)}"


def model_of(part: str) -> Any:
    """Return the model of a part of the film's document."""
    return next(one.model for one in kind_of("film").parts if one.name == part)
