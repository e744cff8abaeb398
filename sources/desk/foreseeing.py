"""What a statement will be for the film, said before anything is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from editorial.documents import document_of
from editorial.models import Record
from films.credits_desk.roles import RoleWords
from sources.comparing.alike import any_same
from sources.comparing.film import ROW_PARTS, names_of, statements_of
from sources.comparing.matching import spellings_of
from sources.comparing.objects import Row, Statement
from sources.comparing.points import SINGLE, make_points, place_claims, say_row, single_values
from sources.comparing.rows import rows_of, scalars_of
from sources.desk.saying import say_value
from sources.desk.values import say_country
from sources.models import Source
from sources.reading.objects import Fact
from sources.taking.told import missing_values


class Fate(StrEnum):
    """What becomes of a statement once it is taken in."""

    NEW = "new"
    WITNESS = "witness"
    DIFFERS = "differs"
    KEPT = "kept"
    TAKEN = "taken"


@dataclass(frozen=True)
class Outlook:
    """The fate in words; `row` is the film's row that the statement seems to be about."""

    fate: Fate
    text: str
    row: str = ""


class Foresight:
    """Compares the facts of one source with a film: seven queries beside its document."""

    def __init__(self, source: Source, record: Record, facts: Sequence[Fact]) -> None:
        self.roles = RoleWords()
        self.facts = facts
        document = document_of(record) or {}
        names = names_of(document)
        self.rows = rows_of(document, names)
        self.scalars = scalars_of(document)
        usual = {row.uuid: sorted(row.names) for row in self.rows}
        known = statements_of(record)
        self._lend_names(known)
        self.taken = _find_taken([one for one in known if one.source == source.pk], facts)
        self.statements = [
            Statement(number, source.pk, fact.part, fact.values, fact.printed, "", source.language)
            for number, fact in enumerate(facts)
        ]
        placed = place_claims(self.statements, self.rows)
        self.places = {claim.pk: row for claim, row in placed}
        self.differing: dict[int, list[str]] = defaultdict(list)
        for point in make_points(placed, self.rows, self.scalars, {}, {}, usual):
            self._note(point)

    def outlooks(self, shown: slice = slice(None)) -> list[Outlook]:
        return [self._look(number, self.facts[number]) for number in range(len(self.facts))[shown]]

    def _lend_names(self, known: Sequence[Statement]) -> None:
        """Names that other sources print for a row are known, as they are when facts are taken."""
        by_uuid = {row.uuid: row for row in self.rows}
        for claim in known:
            if row := by_uuid.get(claim.row):
                row.names |= {*spellings_of(claim), claim.values.get("festival", "")} - {""}

    def _note(self, point: Any) -> None:
        """Keep what the film says where a statement says something else."""
        if point.record is None or point.key.startswith("credits/role/"):
            return
        said = say_value(point.part, point.field, point.record.value, self.roles)
        for saying in point.sayings:
            if not saying.is_record:
                for witness in saying.witnesses:
                    self.differing[witness.claim].append(said)

    def _look(self, number: int, fact: Fact) -> Outlook:
        if number in self.taken:
            return Outlook(Fate.TAKEN, _("Taken in already."))
        row = self.places.get(number)
        uuid = row.uuid if row else ""
        if differing := self.differing.get(number):
            says = {"values": "; ".join(f"“{said}”" for said in differing)}
            text = _("The film says %(values)s. The point stays open until somebody decides.")
            return Outlook(Fate.DIFFERS, text % says, uuid)
        if row is not None:
            text = _("One more witness of “%(row)s”.") % {"row": _name(row)}
            if missing_values(row, fact.values):
                text += " " + _("Its empty fields are filled in.")
            return Outlook(Fate.WITNESS, text, uuid)
        if fact.part in SINGLE:
            return self._look_single(number, fact)
        if fact.part in ROW_PARTS:
            return Outlook(Fate.NEW, _("New for the film."))
        return Outlook(Fate.KEPT, self._say_kept(fact))

    def _look_single(self, number: int, fact: Fact) -> Outlook:
        fields = [name for name, _value in single_values(self.statements[number])]
        if fields and all((fact.part, name) in self.scalars for name in fields):
            return Outlook(Fate.WITNESS, _("The film says so, too: one more witness."))
        return Outlook(Fate.NEW, _("New for the film: the field is filled in."))

    @cached_property
    def _credited(self) -> set[str]:
        return {
            name for other in self.statements if other.part == "credits"
            for name in spellings_of(other)
        }  # fmt: skip

    def _say_kept(self, fact: Fact) -> str:
        if fact.part != "characters":
            return ""
        if any_same(self._credited, fact.values.get("name", "")):
            return _("Belongs to a credit of this text.")
        return _("The film has no such credit: kept as a statement alone.")


def _name(row: Row) -> str:
    """Return what a row is called; a release is called by its country."""
    return say_country(row.values.get("country")) if row.part == "releases" else say_row(row)


def _find_taken(claims: Sequence[Statement], facts: Sequence[Fact]) -> set[int]:
    """Return the numbers of facts that are claims already, corrected or not."""
    said = [(claim.part, claim.values) for claim in claims]
    taken = {n for n, fact in enumerate(facts) if (fact.part, fact.values) in said}
    same = [(facts[n].part, facts[n].values) for n in taken]
    corrected = [c for c in claims if (c.part, c.values) not in same and c.printed]
    for claim in corrected:
        mine = [
            n for n, fact in enumerate(facts)
            if n not in taken and (fact.part, fact.printed) == (claim.part, claim.printed)
        ]  # fmt: skip
        if len(mine) == 1:
            taken.add(mine[0])
    return taken
