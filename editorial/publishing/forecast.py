"""What visitors will notice if a language is published or withdrawn, before it happens."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from editorial.documents import document_of, hash_of
from editorial.fields import languages
from editorial.history.differences import Difference, differences
from editorial.kinds import Document, Finding, kind_of
from editorial.leading import elsewhere, is_held, is_led_on, is_own, was_shown
from editorial.merging import put
from editorial.models import Address, Publication, Record
from editorial.outputs import followers_of, outputs_of
from editorial.publishing.carrying import Answers, Carried, Collision, plan_carrying
from editorial.publishing.timeline import Timeline

# What no visitor sees: that it differs is no news for the window.
UNSEEN = frozenset({"internal_notes"})


@dataclass(frozen=True)
class Question:
    """A collision in words: what stands in the schedule, what on the desk."""

    collision: Collision
    differences: tuple[Difference, ...]
    answer: str


@dataclass(frozen=True)
class ScheduleEffect:
    """What becomes of something scheduled: `fate` is replaced, carried, collides or kept."""

    publication: Publication
    fate: str


@dataclass(frozen=True)
class Forecast:
    """What publishing the desk's state of one language changes; `moment` is None for now.

    `texts` are this language's own, `facts` stand on every page of `fact_languages`.
    """

    record: Record
    language: str
    moment: datetime | None
    texts_only: bool
    findings: tuple[Finding, ...]
    is_first: bool
    withdrawn_at: datetime | None
    has_no_facts: bool
    texts: tuple[Difference, ...]
    facts: tuple[Difference, ...]
    fact_languages: tuple[str, ...]
    effects: tuple[ScheduleEffect, ...]
    questions: tuple[Question, ...]
    old_path: str
    new_path: str
    state: str

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_blocking]

    @property
    def hints(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.is_blocking]

    @property
    def is_nothing(self) -> bool:
        """Whether visitors would see no difference at all."""
        return not (
            self.is_first or self.withdrawn_at or self.texts or (self.facts and not self.texts_only)
        )

    @property
    def is_moved(self) -> bool:
        return bool(self.old_path and self.old_path != self.new_path)

    @cached_property
    def former(self) -> str:
        """The key of another record that was live at the new address, and has left it; or ''."""
        taken = self._taken
        return taken.record.key if taken and was_shown(taken) else ""

    @cached_property
    def _taken(self) -> Address | None:
        if not self._is_arriving:
            return None
        found = elsewhere(self.record.pk, self.language, self.new_path)
        return found if found and not is_held(found) else None

    @cached_property
    def is_led_on(self) -> bool:
        """Whether a redirect leads on from the new address until now."""
        return self._is_arriving and is_led_on(self.language, self.new_path)

    @property
    def is_for_editors(self) -> bool:
        """Whether only an editor can publish here: the address led somewhere else so far."""
        if not self.texts_only or not self._is_arriving:
            return False
        is_led = self.is_led_on and not is_own(self.record.pk, self.language, self.new_path)
        return is_led or self._taken is not None

    @property
    def _is_arriving(self) -> bool:
        return bool(self.new_path) and self.old_path != self.new_path

    @property
    def staying(self) -> list[str]:
        """Titles of live pages below the old address: they keep theirs until they go live anew."""
        if not self.is_moved:
            return []
        below = Publication.objects.live().filter(
            language=self.language, path__startswith=f"{self.old_path}/"
        )
        return list(below.order_by("path").values_list("title", flat=True))


def foresee(
    record: Record,
    language: str,
    at: datetime | None = None,
    texts_only: bool = False,
    answers: Answers | None = None,
) -> Forecast | None:
    """Return what publishing would change, None if the record has no rows any more."""
    now = timezone.now()
    document = document_of(record)
    if document is None:
        return None
    moment = max(at, now) if at else now
    is_later = moment > now
    timeline = Timeline(record, now, replaced=language if is_later else "")
    texts, facts = timeline.live(language, moment), timeline.counting("", moment)
    # What was withdrawn is compared with what it was then.
    last = texts or timeline.counting(language, moment)
    lines = [language] if texts_only else ["", language]
    plans = plan_carrying(timeline, document, lines, moment, answers)
    desk = {**document, "texts": {language: document["texts"].get(language, {})}}
    live = _live_document(last, facts, language)
    found = _seen(differences(live, desk, [language])) if facts else []
    return Forecast(
        record=record,
        language=language,
        moment=moment if is_later else None,
        texts_only=texts_only,
        findings=tuple(kind_of(record.kind).checklist(document, language)),
        is_first=last is None,
        withdrawn_at=last.withdrawn_at if last and not texts else None,
        has_no_facts=facts is None,
        texts=tuple(d for d in found if d.language) if last else (),
        facts=tuple(d for d in found if not d.language),
        fact_languages=tuple(
            code for code in languages() if code != language and timeline.live(code, moment)
        ),
        effects=tuple(_effects(timeline, plans, language)),
        questions=tuple(_ask(timeline, plans, answers or {})),
        old_path=texts.path if texts else "",
        new_path=kind_of(record.kind).index(document, language)["path"] or "",
        state=state_of(record, document),
    )


def scheduled_differences(
    record: Record, language: str
) -> tuple[Publication, list[Difference], list[Difference]] | None:
    """Return what is scheduled, how it differs from what is live, and the desk from it."""
    now = timezone.now()
    timeline = Timeline(record, now)
    later = next((row for row in timeline.after(now) if row.language == language), None)
    document = document_of(record)
    if later is None or document is None:
        return None
    facts = timeline.counting("", later.publish_at)
    planned = _live_document(later, facts, language)
    texts, today = timeline.live(language, now), timeline.counting("", now)
    live = _live_document(texts, today, language) if texts and today else None
    desk = {**document, "texts": {language: document["texts"].get(language, {})}}
    to_live = _seen(differences(live, planned, [language])) if live else []
    return later, to_live, _seen(differences(planned, desk, [language]))


def state_of(record: Record, document: Document) -> str:
    """Return a hash of desk, window and schedules: a confirmation is good for this state only."""
    rows = Publication.objects.filter(record=record, cancelled_at=None).order_by("pk")
    known = rows.values_list("pk", "hash", "publish_at", "withdrawn_at")
    return hash_of([hash_of(document), [[str(value) for value in row] for row in known]])[:16]


@dataclass(frozen=True)
class Farewell:
    """What leaves the site with a language: pages, earlier addresses, others' pages, schedules."""

    language: str
    is_live: bool
    pages: tuple[tuple[Any, str], ...]
    earlier: tuple[str, ...]
    followers: tuple[tuple[str, str], ...]
    schedules: tuple[Publication, ...]
    staying: tuple[str, ...]


def foresee_withdrawal(record: Record, language: str) -> Farewell:
    """Return what answers 404 and which schedules are cancelled if a language is withdrawn."""
    now = timezone.now()
    timeline = Timeline(record, now)
    live, facts = timeline.live(language, now), timeline.counting("", now)
    pages: list[tuple[Any, str]] = []
    earlier: list[str] = []
    if live is not None:
        whole = _live_document(live, facts, language)
        outputs = outputs_of(record.kind)
        pages = [(output.label, output.address(whole, language)) for output in outputs]
        paths = Address.objects.filter(record=record, language=language).exclude(path=live.path)
        known = {row.path for row in timeline.rows if row.publish_at <= now}
        earlier = [path for path in paths.values_list("path", flat=True) if path in known]
    return Farewell(
        language=language,
        is_live=live is not None,
        pages=tuple(pages),
        earlier=tuple(sorted(earlier)),
        followers=tuple(followers_of(record, language)) if live else (),
        schedules=tuple(row for row in timeline.after(now) if row.language == language),
        staying=tuple(c for c in languages() if c != language and timeline.live(c, now)),
    )


def _live_document(texts: Publication | None, facts: Publication | None, language: str) -> Document:
    own = texts.texts if texts else {}
    return {**(facts.parts if facts else {}), "texts": {language: own}}


def _effects(timeline: Timeline, plans: list[Carried], language: str) -> list[ScheduleEffect]:
    effects = [ScheduleEffect(row, "replaced") for row in timeline.replaced if row.language]
    for plan in plans:
        fate = "collides" if plan.open else "carried" if plan.is_changed else "kept"
        effects.append(ScheduleEffect(plan.later, fate))
    return effects


def _ask(timeline: Timeline, plans: list[Carried], answers: Answers) -> list[Question]:
    questions = []
    for plan in plans:
        later = plan.later
        for collision in (*plan.answered, *plan.open):
            mine = put(later.parts, collision.path, collision.mine)
            sides = (_whole(timeline, later, parts) for parts in (later.parts, mine))
            found = differences(*sides)
            questions.append(Question(collision, tuple(found), answers.get(collision.key, "")))
    return questions


def _whole(timeline: Timeline, later: Publication, parts: Document) -> Document:
    """Return one side of a collision as a document that names its rows."""
    if later.language:
        facts = timeline.counting("", later.publish_at)
        return {**(facts.parts if facts else {}), "texts": {later.language: parts["texts"]}}
    spoken = ((code, timeline.counting(code, later.publish_at)) for code in languages())
    return {**parts, "texts": {code: row.texts for code, row in spoken if row}}


def _seen(found: list[Difference]) -> list[Difference]:
    """Leave out what visitors never see."""
    return [difference for difference in found if difference.path[-1] not in UNSEEN]
