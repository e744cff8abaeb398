"""The main version of a film out of the technical keys of all languages."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from desk.importing.objects import ParsedVersion
from desk.importing.problems import Report
from desk.importing.sources import Source
from desk.importing.technical import TechnicalFacts, read_spoken, read_technical

LONGEST_LINE = 1000  # characters; longer text is prose and stays as it is

_KEYS = ("technical_specs", "format", "dialogue")
_FIELDS = ("format", "aspect_ratio", "colour", "sound", "dialogue_languages", "subtitle_languages")


def read_version(
    sources: Mapping[str, Source],
    runtime_seconds: int | None,
    languages: Sequence[str],
    report: Report,
) -> ParsedVersion:
    found = {
        language: _read_source(source, languages, report) for language, source in sources.items()
    }
    facts = TechnicalFacts()
    for language, said in found.items():
        _take_over(facts, said, sources[language], report)
    return ParsedVersion(
        runtime_seconds=runtime_seconds,
        format=facts.format,
        aspect_ratio=facts.aspect_ratio,
        colour=facts.colour,
        sound=facts.sound,
        dialogue_languages=facts.dialogue_languages,
        has_no_dialogue=facts.has_no_dialogue,
        subtitle_languages=facts.subtitle_languages,
        rest={language: ", ".join(said.rest) for language, said in found.items() if said.rest},
    )


def _read_source(source: Source, languages: Sequence[str], report: Report) -> TechnicalFacts:
    facts = TechnicalFacts()
    for key in _KEYS:
        text = source.text(key, report)
        if len(text) > LONGEST_LINE:
            facts.rest.append(text)
        elif key == "dialogue":
            read_spoken(" ".join(text.split()), languages, facts)
        else:
            read_technical(text, languages, facts)
    return facts


def _take_over(facts: TechnicalFacts, said: TechnicalFacts, source: Source, report: Report) -> None:
    """Fill what is open; what contradicts an earlier language is reported and left out."""
    for name in _FIELDS:
        ours, theirs = getattr(facts, name), getattr(said, name)
        if not ours and (name != "dialogue_languages" or not facts.has_no_dialogue):
            setattr(facts, name, theirs)
        elif theirs and ours != theirs:
            _report_difference(source, theirs, ours, report)
    if said.has_no_dialogue and facts.dialogue_languages:
        _report_difference(source, gettext("no dialogue"), facts.dialogue_languages, report)
    else:
        facts.has_no_dialogue = facts.has_no_dialogue or said.has_no_dialogue


def _report_difference(source: Source, theirs: object, ours: object, report: Report) -> None:
    key = next((key for key in _KEYS if key in source), "")
    message = gettext("“%(value)s” stands in another language. That value was kept.")
    facts = {"value": _shown(ours)}
    if key:
        source.report(report, key, message % facts, value=_shown(theirs))


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
