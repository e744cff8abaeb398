"""Records by languages, the most urgent first: counted in the database, never from documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from desk.cockpit.records import titles_of
from desk.cockpit.words import KINDS
from editorial.fields import languages
from editorial.history.naming import label_of
from editorial.kinds import Kind, kind_of
from editorial.models import Publication, Record, TranslationState
from editorial.names import spoken
from editorial.translating.keeping import origin_of
from editorial.translating.looks import LOOKS, SIGNS
from editorial.translating.states import OPEN, Look
from editorial.translating.texts import fields_of, part_of

PER_PAGE = 40
NAMES_SHOWN = 4
FILTERS = ("open", "missing", "outdated", "same", "reviewed", "all")


@dataclass(frozen=True)
class Question:
    """What the matrix is asked: which kind, which languages, which state."""

    kind: str
    language: str
    state: str

    @property
    def languages(self) -> list[str]:
        return [self.language] if self.language else languages()


@dataclass(frozen=True)
class Cell:
    """One text of the main row: `look` is '' where there is nothing to translate."""

    label: str
    look: str
    sign: str
    word: str

    @property
    def is_open(self) -> bool:
        return self.look in OPEN


@dataclass(frozen=True)
class LanguageCells:
    """One record in one language."""

    language: str
    name: str
    is_origin: bool
    state: TranslationState | None
    cells: tuple[Cell, ...]
    open_names: tuple[str, ...]
    more_names: int


@dataclass(frozen=True)
class MatrixRow:
    record: Record
    title: str
    kind_name: Any
    is_live: bool
    languages: tuple[LanguageCells, ...]

    @property
    def first(self) -> LanguageCells:
        """The language to which the title leads: the first that is translated into."""
        return next((cells for cells in self.languages if not cells.is_origin), self.languages[0])


def read_question(params: Any, own_languages: list[str]) -> Question:
    """Return what is asked; who writes only some languages is asked about those first."""
    kind, language, state = (params.get(name, "") for name in ("kind", "language", "state"))
    if "language" not in params and 0 < len(own_languages) < len(languages()):
        language = own_languages[0]
    return Question(
        kind if kind in KINDS else "film",
        language if language in languages() else "",
        state if state in FILTERS else "open",
    )


def find_records(question: Question) -> QuerySet[Record]:
    """Return the records, the most urgent first: what is live and outdated, outdated, live and
    missing, missing."""
    counted = Q(translation_states__language__in=question.languages)
    records = asked_records(question).annotate(
        outdated=Coalesce(Sum("translation_states__outdated", filter=counted), 0),
        missing=Coalesce(
            Sum(F("translation_states__missing") + F("translation_states__same"), filter=counted), 0
        ),
    )
    if kind_of(question.kind).is_published:
        live = Publication.objects.live().exclude(language="").values("record")
        is_live: Any = Case(When(pk__in=live, then=1), default=0, output_field=IntegerField())
    else:
        is_live = Value(1)  # what has no publications is live as saved
    records = records.alias(live=is_live).annotate(
        urgency=Case(
            When(live=1, outdated__gt=0, then=0),
            When(outdated__gt=0, then=1),
            When(live=1, missing__gt=0, then=2),
            When(missing__gt=0, then=3),
            default=4,
            output_field=IntegerField(),
        )
    )
    return records.order_by("urgency", "-outdated", "-missing", "pk")


def asked_records(question: Question) -> QuerySet[Record]:
    """Return the records that are meant, in no order."""
    records = Record.objects.filter(kind=question.kind, binned_at=None)
    return records if question.state == "all" else records.filter(Exists(_states_of(question)))


def _states_of(question: Question) -> QuerySet[TranslationState]:
    states = TranslationState.objects.filter(record=OuterRef("pk"), language__in=question.languages)
    if question.state == "open":
        return states.filter(Q(missing__gt=0) | Q(outdated__gt=0) | Q(same__gt=0))
    return states.filter(**{f"{question.state}__gt": 0})


class _Pages(Paginator[Record]):
    """Pages of records that are counted without the sums by which they are ordered."""

    def __init__(self, question: Question) -> None:
        super().__init__(find_records(question), PER_PAGE)
        self.question = question

    @cached_property
    def count(self) -> int:
        return asked_records(self.question).count()


def page_of(question: Question, number: Any) -> Page[Record]:
    return _Pages(question).get_page(number)


def rows_of(records: Iterable[Record], question: Question) -> list[MatrixRow]:
    """Return the rows of one page. Three queries."""
    wanted = list(records)
    titles = titles_of(wanted)
    ids = [record.pk for record in wanted]
    live = set(
        Publication.objects.live().exclude(language="").filter(record__in=ids)
        .values_list("record", flat=True)
    )  # fmt: skip
    states = {
        (state.record_id, state.language): state
        for state in TranslationState.objects.filter(record__in=ids)
    }
    return [
        MatrixRow(
            record,
            titles.get(record.pk, record.key),
            KINDS.get(record.kind, record.kind),
            record.pk in live,
            tuple(
                _language_cells(record, language, states.get((record.pk, language)))
                for language in question.languages
            ),
        )
        for record in wanted
    ]


def _language_cells(record: Record, language: str, state: TranslationState | None) -> LanguageCells:
    kind = kind_of(record.kind)
    cells = state.cells if state else {}
    main = tuple(
        _cell(label_of(kind.main.model, name), str(cells.get(name, "")))
        for name in fields_of(kind.main)
    )
    names = [cell.label for cell in main if cell.is_open] + _open_parts(kind, cells)
    return LanguageCells(
        language=language,
        name=spoken(language),
        is_origin=language == origin_of(record),
        state=state,
        cells=main,
        open_names=tuple(names[:NAMES_SHOWN]),
        more_names=max(0, len(names) - NAMES_SHOWN),
    )


def _cell(label: str, look: str) -> Cell:
    if not look:
        return Cell(label, "", "·", "")
    return Cell(label, look, SIGNS[Look(look)], str(LOOKS[Look(look)]))


def _open_parts(kind: Kind, cells: dict[str, Any]) -> list[str]:
    """Return the parts with open rows: Credits 3."""
    found = []
    for name, counts in cells.items():
        part = part_of(kind, name.removesuffix("/")) if name.endswith("/") else None
        count = sum(counts.get(look, 0) for look in OPEN) if part else 0
        if part and count:
            label = capfirst(part.model._meta.verbose_name_plural)
            found.append(_("%(part)s (%(n)d)") % {"part": label, "n": count})
    return found


def totals(question: Question) -> dict[str, dict[str, int]]:
    """Return how many texts of each kind are open, by kind and language. One query."""
    rows = (
        TranslationState.objects.filter(language__in=question.languages, record__binned_at=None)
        .values_list("record__kind")
        .annotate(n=Sum(F("missing") + F("outdated") + F("same")))
        .order_by()
    )
    counted = dict(rows)
    return {kind: {"open": counted.get(kind, 0) or 0} for kind in KINDS}
