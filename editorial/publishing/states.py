"""What is live, what is scheduled and what has changed since: one line per language."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from editorial.documents import document_of
from editorial.fields import languages
from editorial.kinds import Finding, kind_of
from editorial.models import Publication, Record
from editorial.publishing.comparing import differing


@dataclass(frozen=True)
class LanguageState:
    """The state of one language of a record.

    `state` is draft (never published), live or withdrawn; `has_changes` compares the desk with
    what is live.
    """

    language: str
    state: str
    since: datetime | None
    scheduled_at: datetime | None
    has_changes: bool
    path: str
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_blocking]

    @property
    def hints(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.is_blocking]

    @property
    def is_live(self) -> bool:
        return self.state == "live"


def states_of(record: Record) -> list[LanguageState]:
    """Return the state of every language, in the order of the settings."""
    now = timezone.now()
    document = record.desk or document_of(record)
    if document is None:
        return []
    mine = Publication.objects.filter(record=record)
    counting = {publication.language: publication for publication in mine.counting(now)}
    scheduled = {p.language: p for p in mine.scheduled(now).order_by("-publish_at")}
    facts = counting.get("")
    changed = differing((publication, document) for publication in counting.values())
    facts_changed = facts is None or facts.pk in changed
    states = []
    for language in languages():
        publication = counting.get(language)
        state, since = _state(publication, now)
        text_changed = publication is not None and publication.pk in changed
        later = scheduled.get(language)
        states.append(
            LanguageState(
                language=language,
                state=state,
                since=since,
                scheduled_at=later.publish_at if later else None,
                has_changes=state == "live" and (text_changed or facts_changed),
                path=publication.path if publication else "",
                findings=tuple(kind_of(record.kind).checklist(document, language)),
            )
        )
    return states


def _state(publication: Publication | None, now: datetime) -> tuple[str, datetime | None]:
    if publication is None:
        return "draft", None
    if publication.withdrawn_at and publication.withdrawn_at <= now:
        return "withdrawn", publication.withdrawn_at
    return "live", publication.publish_at
