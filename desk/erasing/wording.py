"""The report in words, for the terminal and for the admin."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk.erasing.findings import Sentence, by_sentence
from desk.erasing.report import ErasureReport

WHERE = {
    "desk": gettext_lazy("on the desk"),
    "live": gettext_lazy("live"),
    "scheduled": gettext_lazy("scheduled"),
    "history": gettext_lazy("in history"),
    "import": gettext_lazy("in the memory of imports"),
    "sources": gettext_lazy("in the sources"),
    "other": gettext_lazy("in a table"),
}
CHANGES = {
    "credits": gettext_lazy("credits"),
    "awards": gettext_lazy("recipient of awards"),
    "revisions": gettext_lazy("revisions"),
    "publications": gettext_lazy("publications"),
    "imports": gettext_lazy("memory of imports"),
    "redacted": gettext_lazy("documents blanked"),
}


@dataclass(frozen=True)
class ShownSentence:
    """A sentence for a human: the record, the field with its language, where it stands."""

    record: str
    field: str
    where: str
    sentence: str
    address: str


@dataclass(frozen=True)
class ShownReport:
    """What the report says, line by line, under its headings."""

    title: str
    tables: tuple[tuple[str, int], ...]
    films: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...]
    places: tuple[str, ...]
    sentences: tuple[ShownSentence, ...]
    backups: tuple[str, ...]
    warnings: tuple[str, ...]


def show_report(report: ErasureReport) -> ShownReport:
    return ShownReport(
        title=_title(report),
        tables=tuple((_table_name(label), n) for label, n in sorted(report.tables.items())),
        films=tuple(_films(report)),
        pictures=tuple(_pictures(report)),
        places=tuple(report.places),
        sentences=tuple(_shown(sentence) for sentence in by_sentence(report.findings)),
        backups=tuple(_backups(report)),
        warnings=tuple(report.warnings),
    )


def _title(report: ErasureReport) -> str:
    if report.options.is_dry_run:
        text = (
            _("%(name)s would be anonymised. Nothing was changed.")
            if report.options.is_anonymous
            else _("%(name)s would be erased. Nothing was changed.")
        )
    else:
        text = (
            _("%(name)s was anonymised.")
            if report.options.is_anonymous
            else _("%(name)s was erased.")
        )
    return text % {"name": report.name}


def _table_name(label: str) -> str:
    try:
        return capfirst(str(apps.get_model(label)._meta.verbose_name_plural))
    except LookupError:
        return label


def _films(report: ErasureReport) -> Iterator[tuple[str, str]]:
    for record_id, counted in sorted(report.films.items()):
        changes = ", ".join(
            f"{word}: {counted[what]}" for what, word in CHANGES.items() if counted[what]
        )
        yield report.film_keys.get(record_id, str(record_id)), changes


def _pictures(report: ErasureReport) -> Iterator[str]:
    for picture, reasons in report.pictures_kept:
        text = _("“%(picture)s” stays, because it is used: %(uses)s.")
        yield text % {"picture": picture, "uses": ", ".join(reasons)}
    if report.files:
        text = ngettext("%(n)d file is deleted.", "%(n)d files are deleted.", len(report.files))
        yield text % {"n": len(report.files)}


def _shown(sentence: Sentence) -> ShownSentence:
    finding = sentence.finding
    field = capfirst(finding.label)
    if finding.language:
        field = f"{field} ({finding.language})"
    places = [
        f"{WHERE[where]} ({count}×)" if where == "history" else str(WHERE[where])
        for where, count in sentence.places
    ]
    return ShownSentence(
        finding.record, field, ", ".join(places), finding.sentence, finding.address
    )


def _backups(report: ErasureReport) -> Iterator[str]:
    for backup in report.backups:
        made = date_format(timezone.localtime(backup.made_at), "SHORT_DATETIME_FORMAT")
        last = date_format(timezone.localtime(backup.delete_by), "SHORT_DATE_FORMAT")
        text = _("%(file)s of %(made)s still holds the person: delete it by %(last)s.")
        yield text % {"file": backup.name, "made": made, "last": last}


def report_lines(report: ErasureReport) -> Iterator[str]:
    """Yield the report for a terminal."""
    shown = show_report(report)
    yield shown.title
    yield from _section(_("Rows"), (f"{name}: {number}" for name, number in shown.tables))
    yield from _section(_("Films and pages"), (f"{key}  {what}" for key, what in shown.films))
    yield from _section(_("Pictures"), shown.pictures)
    yield from _section(_("Elsewhere"), shown.places)
    yield from _section(_("For a human: these texts name the person"), _sentences(shown))
    yield from _section(_("Backups"), shown.backups)
    yield from _section(_("Warnings"), shown.warnings)


def _section(heading: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield heading
        yield from (f"    {line}" for line in found)


def _sentences(shown: ShownReport) -> Iterator[str]:
    for sentence in shown.sentences:
        yield f"{sentence.record}  {sentence.field}: {sentence.sentence}"
        address = f"  {sentence.address}" if sentence.address else ""
        yield f"    {sentence.where}{address}"
