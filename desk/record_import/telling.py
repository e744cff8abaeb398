"""A run told to the person at the terminal: understood, written, in conflict, left aside."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.record_import.running import RecordImport
from sources.reading.objects import Aside, Fact, Left, Reading
from sources.taking.choices import Choice, Outcome

LONGEST = 100  # characters of a line of the text
OUTCOMES = {
    Outcome.ADDED: gettext_lazy("New in the film"),
    Outcome.FILLED: gettext_lazy("Filled in"),
    Outcome.WITNESSED: gettext_lazy("One more witness"),
    Outcome.CONFLICT: gettext_lazy("The film says something else"),
    Outcome.KEPT: gettext_lazy("Kept beside the film, for the office"),
    Outcome.KNOWN: gettext_lazy("Taken in before"),
}
PARTS = {
    "facts": gettext_lazy("facts"),
    "countries": gettext_lazy("countries"),
    "versions": gettext_lazy("versions"),
    "credits": gettext_lazy("credits"),
    "companies": gettext_lazy("companies"),
    "selections": gettext_lazy("selections"),
    "awards": gettext_lazy("awards"),
    "releases": gettext_lazy("releases"),
    "press_items": gettext_lazy("press items"),
    "quotes": gettext_lazy("quotes"),
    "characters": gettext_lazy("characters"),
    "production_notes": gettext_lazy("production notes"),
    "internal_texts": gettext_lazy("internal texts"),
    "titles": gettext_lazy("titles"),
    "external_ids": gettext_lazy("external numbers"),
    "links": gettext_lazy("links"),
    "texts": gettext_lazy("texts"),
    "mentions": gettext_lazy("names in running text"),
}
REASONS = {
    Aside.PROSE: gettext_lazy("running text without a fact"),
    Aside.DECORATION: gettext_lazy("decoration"),
    Aside.HEADING: gettext_lazy("heading"),
    Aside.LINK_WITHOUT_ADDRESS: gettext_lazy("link without an address"),
    Aside.SECOND_TIME: gettext_lazy("said a second time"),
    Aside.ELSEWHERE: gettext_lazy("other contents of the page"),
    Aside.NO_FACT: gettext_lazy("no fact of the record"),
    Aside.FOLDER: gettext_lazy("pictures and videos come with their folder: import_content"),
    Aside.OWN_MICROSITE: gettext_lazy("the film’s own microsite"),
}
# What is worth a look; of the others a number will do.
SHOWN = (Aside.LINK_WITHOUT_ADDRESS, Aside.SECOND_TIME, Aside.FOLDER, Aside.OWN_MICROSITE)


def tell(done: RecordImport) -> Iterator[str]:
    """Yield the report of a run, line by line."""
    yield _film_line(done)
    yield _source_line(done)
    counts = Counter(fact.part for fact in done.reading.facts)
    told = ", ".join(f"{PARTS.get(part, part)} {count}" for part, count in counts.items())
    yield _("Understood: %(n)d. %(parts)s") % {"n": counts.total(), "parts": told}
    doubtful = [fact for fact in done.reading.facts if fact.is_doubtful]
    yield from _listed(_("Doubtful, please look"), map(say_fact, doubtful))
    for outcome, words in OUTCOMES.items():
        yield from _listed(str(words), map(say_choice, done.taken.of(outcome)))
    refused = (f"{say_choice(one.choice)}: {one.message}" for one in done.taken.refused)
    yield from _listed(_("Refused"), refused)
    if done.found_again:
        message = _("Earlier sources name people who are known only now: %(n)d statements.")
        yield message % {"n": done.found_again}
    yield from _left(done.reading)
    yield from _ending(done)


def _film_line(done: RecordImport) -> str:
    key = done.record.key
    if done.is_new_film:
        return _("Film “%(key)s”: new, a draft.") % {"key": key}
    return _("Film “%(key)s”: there already.") % {"key": key}


def _source_line(done: RecordImport) -> str:
    told = {"source": str(done.source), "kind": done.source.get_kind_display()}
    if done.is_known_source:
        return _("Source “%(source)s” (%(kind)s): known by its text.") % told
    return _("Source “%(source)s” (%(kind)s): new.") % told


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title}: {len(found)}"
        yield from (f"    {line}" for line in found)


def say_choice(choice: Choice) -> str:
    return say_fact(choice.fact)


def say_fact(fact: Fact) -> str:
    """Return a fact as the record has it, and as it is printed."""
    values = [_say_value(value) for value in fact.values.values()]
    said = ", ".join(dict.fromkeys(value for value in values if value))
    part = PARTS.get(fact.part, fact.part)
    return f"{part}: {_short(said)}  «{_short(fact.printed)}»"


def _say_value(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value in (None, "", False) else str(value)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _left(reading: Reading) -> Iterator[str]:
    counts = Counter(left.reason for left in reading.left)
    for reason, count in counts.items():
        words = str(REASONS.get(reason, reason))
        yield _("Left aside, %(reason)s: %(n)d") % {"reason": words, "n": count}
        if reason in SHOWN:
            yield from (f"    {_printed(reading, left)}" for left in _of(reading, reason))


def _of(reading: Reading, reason: Aside) -> list[Left]:
    return [left for left in reading.left if left.reason == reason]


def _printed(reading: Reading, left: Left) -> str:
    return _short(reading.text[left.start : left.end])


def _ending(done: RecordImport) -> Iterator[str]:
    if done.is_dry_run:
        yield _("This was a dry run: nothing was changed.")
    elif done.taken.intake is None:
        yield _("Nothing was changed.")
    else:
        hint = _("To take it back: manage.py import_record --undo %(n)d")
        yield hint % {"n": done.taken.intake.pk}
