"""The points of a film as the page and the panels of the form show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from films.models import Film
from sources.comparing.equal import is_equal
from sources.comparing.film import Comparison, compare_film
from sources.comparing.objects import Point, Saying, State, Statement
from sources.comparing.points import NAMED
from sources.deciding.fingerprint import print_of
from sources.marks.excerpt import Excerpt, cut_excerpt
from sources.models import Source
from sources.wording import GROUPS, Words, begin_of, group_of, printed_forms, say_date

STATES: tuple[tuple[str, Any], ...] = (
    ("open", gettext_lazy("Open")),
    ("disputed", gettext_lazy("Disputed")),
    ("decided", gettext_lazy("Decided")),
    ("agreed", gettext_lazy("All agree")),
)
WHO_DID_IT = "credits/role/"


@dataclass(frozen=True)
class Spoken:
    """A witness: the source in words, and what is printed there, in its language."""

    title: str
    about: str
    printed: Excerpt
    language: str
    url: str

    @property
    def has_words(self) -> bool:
        return bool(str(self.printed))


@dataclass(frozen=True)
class Told:
    """A value with its witnesses; `number` is its place among the point's sayings."""

    number: int
    value: str
    is_record: bool
    language: str
    witnesses: tuple[Spoken, ...]


@dataclass(frozen=True)
class Shown:
    """A point in words. `seen` goes back with a decision, so that nothing is decided unseen."""

    key: str
    name: str
    group: str
    state: str
    state_label: Any
    record: str
    told: tuple[Told, ...]
    seen: str
    is_named: bool
    may_choose: bool
    by: str
    at: Any
    note: str
    verdict: str
    film_id: int
    remark: str = ""

    @property
    def anchor(self) -> str:
        return "point-" + self.key.replace("/", "-")

    @property
    def is_decided(self) -> bool:
        return bool(self.verdict)

    @property
    def count(self) -> int:
        """How many sources say anything."""
        return sum(len(told.witnesses) for told in self.told)


@dataclass(frozen=True)
class Lacking:
    """A row that a source tells and the film does not have."""

    claim: int
    name: str
    witness: Spoken


@dataclass(frozen=True)
class Group:
    key: str
    name: Any
    points: tuple[Shown, ...]

    @property
    def open(self) -> int:
        return sum(point.state == State.OPEN for point in self.points)


@dataclass(frozen=True)
class ShownFilm:
    groups: tuple[Group, ...]
    missing: tuple[Lacking, ...]
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def state_of(point: Point) -> State:
    """Return the state for people: what was decided is decided even if nobody differs by now."""
    if point.state is State.AGREED and point.verdict and point.verdict.state == "chosen":
        return State.DECIDED
    return point.state


def show_film(film: Film, state: str = "", row: str = "", group: str = "") -> ShownFilm:
    """Return the film's points in groups, limited to a state, a row and a group; '' is all."""
    comparison = compare_film(film.record)
    counts = {key: 0 for key, _label in STATES}
    for point in comparison.points:
        counts[state_of(point)] += 1
    wanted = [
        point
        for point in comparison.points
        if (not state or state_of(point) == state)
        and (not row or point.row == row)
        and (not group or group_of(point.key) == group)
    ]
    missing = [] if state not in ("", "open") or row or group else comparison.missing
    showing = Showing(film, comparison)
    shown = [showing.point(point) for point in wanted]
    groups = [
        Group(key, name, tuple(point for point in shown if point.group == key))
        for key, name in GROUPS
    ]
    lacking = tuple(showing.lacking(claim) for claim in missing)
    return ShownFilm(tuple(one for one in groups if one.points), lacking, counts)


def show_points(film: Film, keys: Iterable[str]) -> list[Shown]:
    """Return these points of a film; those that nobody speaks of any more are left out."""
    comparison = compare_film(film.record)
    wanted = set(keys)
    showing = Showing(film, comparison)
    return [showing.point(point) for point in comparison.points if point.key in wanted]


class Showing:
    """Puts points of one film into words; reads the sources once."""

    def __init__(self, film: Film, comparison: Comparison) -> None:
        self.film, self.comparison, self.words = film, comparison, Words()
        self.claims = {claim.pk: claim for claim, _row in comparison.placed}
        wanted = {claim.source for claim in self.claims.values()}
        self.sources = Source.objects.defer("text").in_bulk(wanted) if wanted else {}

    def point(self, point: Point) -> Shown:
        state, verdict = state_of(point), point.verdict
        job = begin_of(self.words, self.comparison, point)
        record = point.record
        is_disputed = verdict is not None and verdict.state == "disputed"
        decided = self._value(point, verdict.value) if verdict and not is_disputed else ""
        return Shown(
            key=point.key,
            name=self.words.point(point.key, point.about, job),
            group=group_of(point.key),
            state=str(state),
            state_label=dict(STATES)[str(state)],
            record=self._value(point, record.value) if record else "",
            told=tuple(self._told(point, *pair) for pair in enumerate(point.sayings)),
            seen=print_of(point),
            is_named=point.field in NAMED and state is State.OPEN,
            may_choose=not point.key.startswith(WHO_DID_IT),
            by=verdict.by if verdict else "",
            at=verdict.at if verdict else None,
            note=verdict.note if verdict else "",
            verdict=_("disputed") if is_disputed else decided,
            film_id=self.film.pk,
            remark=self._remark(point),
        )

    def _remark(self, point: Point) -> str:
        """Return which other versions have the value that is or was in question, '' if none has:
        a decision is about the main one alone."""
        state, verdict, record = state_of(point), point.verdict, point.record
        if point.part != "versions" or state is State.AGREED:
            return ""
        ours = record.value if record else None
        former = verdict.former if verdict and state is State.DECIDED else ours
        others = [row.get(point.field) for row in self.comparison.versions]
        count = sum(1 for value in others if value and is_equal(point.field, value, former))
        if not count or (state is State.DECIDED and is_equal(point.field, former, ours)):
            return ""
        return ngettext(
            "%(count)d other version says %(value)s and stays as it is.",
            "%(count)d other versions say %(value)s and stay as they are.",
            count,
        ) % {"count": count, "value": self._value(point, former)}

    def lacking(self, claim: Statement) -> Lacking:
        name = self.words.claim(claim.part, claim.values)
        return Lacking(claim.pk, name, self._spoken(claim.pk, claim.source, claim.printed))

    def _value(self, point: Point, value: Any) -> str:
        return self.words.value(point.part, point.field, value)

    def _told(self, point: Point, number: int, saying: Saying) -> Told:
        spoken = tuple(
            self._spoken(w.claim, w.source, w.printed, point.field, saying.value)
            for w in saying.witnesses
        )
        language = "" if saying.is_record or not spoken else spoken[0].language
        value = self._value(point, saying.value)
        is_text = point.field in (*NAMED, "character", "section", "body")
        return Told(number, value, saying.is_record, language if is_text else "", spoken)

    def _spoken(
        self, claim: int, source_id: int, printed: str, field: str = "", value: Any = None
    ) -> Spoken:
        """Return a witness of a point's value; without field of a whole statement."""
        source = self.sources[source_id]
        values = self.claims[claim].values
        forms = printed_forms(values, field, value, source.language)
        about = [source.medium, source.author, say_date(source.date) if source.date else ""]
        return Spoken(
            source.title or source.medium,
            ", ".join(word for word in about if word),
            cut_excerpt(printed, forms),
            source.language,
            address_in_text(self.film.pk, source_id, claim),
        )


def address_in_text(film_id: int, source_id: int, claim: int) -> str:
    """Return where a claim stands in its text, '' without such a page."""
    try:
        return reverse("source_read", args=[film_id, source_id]) + f"#claim-{claim}"
    except NoReverseMatch:
        return ""
