"""Who is meant by a printed name: somebody known, somebody new, a group or a company.

A token says it in forms: `p12` a person, `c12` a company, `new`, `newc`, `group`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from films.models import Credit
from people.looking_up import How, find_names
from people.models import Company, NameKey, Person
from people.printed.kinds import kind_of
from people.spelling import name_key, sounds_of, words_of
from people.telling import describe, with_films

NEW, NEW_COMPANY, GROUP = "new", "newc", "group"
SURE = (How.EXACT, How.SOUND)
MOST = 6


@dataclass(frozen=True)
class Option:
    """One answer to the question who is meant."""

    token: str
    label: str


@dataclass
class Proposal:
    """The answers for one name; `is_doubtful` asks a human to look."""

    name: str
    options: list[Option] = field(default_factory=list)
    chosen: str = NEW
    is_doubtful: bool = False
    similar: int = 0


@dataclass
class _Found:
    people: dict[int, str] = field(default_factory=dict)
    companies: dict[int, str] = field(default_factory=dict)


def propose(names: Iterable[str], is_quick: bool = False) -> dict[str, Proposal]:
    """Return a proposal for every name; a handful of queries for all names that are known.

    A name that is not costs six more; with `is_quick` only if one of its words is known.
    """
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    found = {name: _Found() for name in wanted}
    _find_exact(found)
    _find_credited(found)
    unknown = [name for name, known in found.items() if not known.people and not known.companies]
    for name in _with_known_words(unknown) if is_quick else unknown:
        _find_near(name, found[name])
    people = _people(pk for known in found.values() for pk in known.people)
    companies = Company.objects.in_bulk({pk for known in found.values() for pk in known.companies})
    return {name: _proposal(name, known, people, companies) for name, known in found.items()}


def _people(ids: Iterable[int]) -> dict[int, Any]:
    wanted = set(ids)
    return with_films(Person.objects.all()).in_bulk(wanted) if wanted else {}


def _find_exact(found: dict[str, _Found]) -> None:
    keys = {name: name_key(name) for name in found}
    rows = NameKey.objects.filter(form=NameKey.Form.NAME, key__in=set(keys.values()) - {""})
    by_key: dict[str, list[tuple[int, str]]] = {}
    for pk, key, kind in rows.order_by("record").values_list("record", "key", "record__kind"):
        by_key.setdefault(key, []).append((pk, kind))
    for name, key in keys.items():
        for pk, kind in by_key.get(key, ()):
            place = found[name].people if kind == "person" else found[name].companies
            place[pk] = How.EXACT


def _find_credited(found: dict[str, _Found]) -> None:
    """Names that other credits printed for somebody."""
    rows = Credit.objects.filter(credited_as__in=list(found), person__isnull=False)
    for name, pk in rows.values_list("credited_as", "person").distinct():
        found[name].people.setdefault(pk, "credited")


def _with_known_words(names: Iterable[str]) -> list[str]:
    """Return the names of which a word stands in somebody's name, or sounds like one there."""
    words = {name: set(words_of(name)) for name in names}
    sounds = {name: {s for w in mine for s in sounds_of(w)} for name, mine in words.items()}
    known: dict[str, set[str]] = {}
    for form, asked in ((NameKey.Form.WORD, words), (NameKey.Form.SOUND, sounds)):
        keys = {key for mine in asked.values() for key in mine}
        rows = NameKey.objects.filter(form=form, key__in=keys)
        known[form] = set(rows.values_list("key", flat=True).distinct())
    return [
        name for name in words
        if words[name] & known[NameKey.Form.WORD] or sounds[name] & known[NameKey.Form.SOUND]
    ]  # fmt: skip


def _find_near(name: str, known: _Found) -> None:
    kind = "company" if kind_of(name) == "company" else "person"
    place = known.companies if kind == "company" else known.people
    count = len(words_of(name))
    for pk, how in find_names(name, kind, most=MOST).items():
        # Of names that begin alike only those of as many words are somebody's.
        if how is not How.BEGINNING or count > 1:
            place[pk] = how


def _proposal(
    name: str, known: _Found, people: dict[int, Any], companies: dict[int, Any]
) -> Proposal:
    proposal = Proposal(name)
    ways = list(known.people.values()) + list(known.companies.values())
    for pk, how in list(known.people.items())[:MOST]:
        if pk in people:
            label = _with_reason(describe(people[pk]), name, people[pk].name, how)
            proposal.options.append(Option(f"p{pk}", label))
    for pk, how in list(known.companies.items())[:MOST]:
        if pk in companies:
            label = _with_reason(companies[pk].name, name, companies[pk].name, how)
            company = _("%(name)s, company") % {"name": label}
            proposal.options.append(Option(f"c{pk}", company))
    known_tokens = [option.token for option in proposal.options]
    proposal.options += [
        Option(NEW, _("New person")),
        Option(GROUP, _("Group")),
        Option(NEW_COMPANY, _("New company")),
    ]
    kind = kind_of(name)
    is_sure = bool(ways) and ways[0] in (*SURE, "credited")
    if is_sure and known_tokens:
        proposal.chosen = known_tokens[0]
        namesakes = sum(way == ways[0] for way in ways)
        proposal.is_doubtful = namesakes > 1 or ways[0] != How.EXACT
    else:
        proposal.chosen = {"group": GROUP, "company": NEW_COMPANY}.get(kind, NEW)
        proposal.is_doubtful = bool(known_tokens)
    proposal.similar = len(known_tokens)
    return proposal


def _with_reason(label: str, printed: str, usual: str, how: str) -> str:
    if how == How.EXACT and name_key(printed) == name_key(usual):
        return label
    reasons = {
        How.EXACT: _("other spelling"),
        "credited": _("credited like this elsewhere"),
        How.SOUND: _("sounds alike"),
        How.INITIALS: _("initials"),
        How.SIMILAR: _("similar"),
        How.BEGINNING: _("longer name"),
    }
    return f"{label} – {reasons[how]}"  # type: ignore[index]  # a How or "credited"


@dataclass(frozen=True)
class Named:
    """The answer as rows: exactly one of person, company and group, or a new one by its name."""

    person: Person | None = None
    company: Company | None = None
    is_group: bool = False
    new_person: str = ""
    new_company: str = ""


def read_token(token: str, name: str) -> Named:
    """Return who is meant. Raises ValidationError for somebody who is not there (any more)."""
    if token == GROUP:
        return Named(is_group=True)
    if token == NEW and name:
        return Named(new_person=name)
    if token == NEW_COMPANY and name:
        return Named(new_company=name)
    model: Any = {"p": Person, "c": Company}.get(token[:1])
    number = token[1:]
    if model is not None and number.isascii() and number.isdigit() and len(number) < 19:
        row = model.objects.filter(pk=int(number)).first()
        if row is not None:
            return Named(person=row) if model is Person else Named(company=row)
    raise ValidationError(_("Say who is meant by “%(name)s”.") % {"name": name})


class NewNames:
    """Makes new people and companies, each name once."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.companies: dict[str, Company] = {}

    def settle(self, named: Named) -> tuple[Person | None, Company | None]:
        """Return person and company of an answer, made if they are new."""
        if named.new_person:
            return self._make(Person, self.people, named.new_person), None
        if named.new_company:
            return None, self._make(Company, self.companies, named.new_company)
        return named.person, named.company

    def _make(self, model: Any, known: dict[str, Any], name: str) -> Any:
        key = name_key(name) or name
        if key not in known:
            known[key] = model(name=name)
            known[key].save()
        return known[key]
