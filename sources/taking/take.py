"""What was chosen from a source becomes claims and rows, in one step that can be taken back."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.changes import change
from editorial.documents import document_of
from editorial.fields import languages
from editorial.guard.versions import locked
from editorial.kinds import kind_of
from editorial.models import Record
from films.models import Film
from sources.comparing.film import ROW_PARTS, names_of, statements_of
from sources.comparing.matching import find_row, row_part, spellings_of
from sources.comparing.objects import Row, Statement
from sources.comparing.points import SINGLE, single_values
from sources.comparing.renewing import renew_standings
from sources.comparing.rows import rows_of, scalars_of
from sources.models import Claim, Intake, Source
from sources.taking.choices import Choice, Refused, Taken
from sources.taking.naming import Naming
from sources.taking.rows import Writer


def take(source: Source, record: Record, choices: Iterable[Choice], user: Any = None) -> Taken:
    """Take facts of a source into a film, in one change.

    Each becomes a claim. What the film lacks is written; what it says already has one more witness;
    where it says something else the film keeps its own and the point is open. What cannot be
    written is refused with the reason and leaves no claim; the rest goes on. A claim that this
    source has made of this film before is not made twice.
    """
    with change(user, _("Taken from a source: %(source)s") % {"source": source}):
        locked(record)
        return _Taking(source, record, user).run(list(choices))


class _Taking:
    def __init__(self, source: Source, record: Record, user: Any) -> None:
        self.source, self.record = source, record
        self.user = user if getattr(user, "pk", None) else None
        known = languages()
        self.language = source.language if source.language in known else settings.LANGUAGE_CODE
        self.naming = Naming(self.language)
        self.film = Film.objects.get(pk=record.pk)
        self.writer = Writer(self.film, source, self.language, self.naming)
        self.taken = Taken()

    def run(self, choices: list[Choice]) -> Taken:
        before = document_of(self.record)
        self.taken.intake = Intake.objects.create(
            source=self.source, record=self.record, before=before, taken_by=self.user
        )
        made = Claim.objects.filter(source=self.source, record=self.record)
        said = [(claim.part, claim.values) for claim in made]
        statements = [self._state(-number, choice) for number, choice in enumerate(choices, 1)]
        own = [claim for claim in statements_of(self.record) if claim.source == self.source.pk]
        self.others = [*own, *statements]
        self._read()
        for choice, statement in zip(choices, statements, strict=True):
            if (choice.fact.part, choice.said) in said:
                self.taken.known += 1
                continue
            said.append((choice.fact.part, choice.said))
            try:
                with transaction.atomic():
                    self._take(choice, statement)
            except ValidationError as error:
                self.taken.refused.append(Refused(choice, " ".join(error.messages)))
                self._read()
        intake = self.taken.intake
        intake.after = document_of(self.record)
        intake.added = [str(record.uuid) for record in self.naming.added]
        intake.save()
        renew_standings([self.record.pk])
        return self.taken

    def _state(self, number: int, choice: Choice) -> Statement:
        row = "" if choice.row == "new" else choice.row
        return Statement(number, self.source.pk, choice.fact.part, choice.said,
                         choice.fact.printed, row, self.source.language)  # fmt: skip

    def _read(self) -> None:
        document = document_of(self.record)
        assert document is not None
        self.rows = rows_of(document, names_of(document))
        self.scalars = scalars_of(document)
        self.film.refresh_from_db()
        # Names that other sources print for a row are known, too.
        for claim in statements_of(self.record):
            for row in self.rows:
                if claim.row == row.uuid:
                    row.names |= {*spellings_of(claim), claim.values.get("festival", "")} - {""}

    def _take(self, choice: Choice, statement: Statement) -> None:
        part, values = choice.fact.part, choice.said
        row_uuid: Any = None
        if part in SINGLE:
            self._take_single(statement)
        elif part in ROW_PARTS or part == "characters":
            row = None if choice.row == "new" else find_row(statement, self.rows, self.others)
            if row is not None:
                self._add_witness(row, statement)
                row_uuid = row.uuid
            elif part in ROW_PARTS:
                row_uuid = self._add_row(part, values, choice.who)
        Claim.objects.create(
            source=self.source, record=self.record, intake=self.taken.intake, part=part,
            values=values, printed=choice.fact.printed, start=choice.fact.start,
            end=choice.fact.end, row=row_uuid,
        )  # fmt: skip

    def _take_single(self, statement: Statement) -> None:
        for field, value in single_values(statement):
            if (statement.part, field) in self.scalars:
                self.taken.witnessed += 1
                continue
            self.writer.fill(statement.part, field, value)
            self.taken.filled += 1
            if field != "note":
                self.scalars[statement.part, field] = value

    def _add_witness(self, row: Row, statement: Statement) -> None:
        model = model_of(row_part(statement.part))
        found = model.objects.filter(uuid=row.uuid).first()
        if found is not None and self.writer.fill_row(found, statement.part, statement.values):
            self.taken.filled += 1
        self.taken.witnessed += 1
        row.names |= {*spellings_of(statement), statement.values.get("festival", "")} - {""}

    def _add_row(self, part: str, values: dict[str, Any], who: str) -> Any:
        made = self.writer.add(part, values, who)
        self.taken.added += 1
        self._read()
        return made.uuid


def model_of(part: str) -> Any:
    """Return the model of a part of the film's document."""
    return next(one.model for one in kind_of("film").parts if one.name == part)
