"""Who is meant by the names of a text: proposals for all of them in one batch."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from films.credits_desk.naming import GROUP, NEW_COMPANY, Option, Proposal, propose
from sources.comparing.matching import spellings_of
from sources.comparing.objects import Statement
from sources.reading.objects import Fact

NAMING = ("credits", "companies", "mentions")


@dataclass(frozen=True)
class Meaning:
    """The answers for one name; `is_known` tells that somebody of such a name is there.

    `url` is the page of the one who is meant at the desk, '' for somebody new.
    """

    options: tuple[Option, ...]
    chosen: str
    is_doubtful: bool
    is_known: bool
    url: str


def find_meanings(facts: Sequence[Fact]) -> dict[int, Meaning]:
    """Return the meanings of facts that name somebody, by their place in the list."""
    naming = {n: _spellings(fact) for n, fact in enumerate(facts) if fact.part in NAMING}
    proposals = propose((name for names in naming.values() for name in names), is_quick=True)
    found = {}
    for number, names in naming.items():
        mine = [proposals[name.strip()] for name in names if name.strip() in proposals]
        if mine:
            found[number] = _meaning(facts[number], mine)
    return found


def _spellings(fact: Fact) -> list[str]:
    return spellings_of(Statement(0, 0, fact.part, fact.values))


def _meaning(fact: Fact, proposals: list[Proposal]) -> Meaning:
    """Take the first spelling under which somebody is known."""
    is_company = fact.part == "companies"
    starts = ("c",) if is_company else ("p", "c")
    sure = next((p for p in proposals if p.chosen.startswith(starts)), None)
    proposal = sure or proposals[0]
    known = [o for p in proposals for o in p.options if o.token.startswith(starts)]
    chosen = proposal.chosen if sure else _default(fact, proposal)
    rest = [o for o in proposal.options if not o.token.startswith(("p", "c"))]
    if is_company:
        rest = [option for option in rest if option.token == NEW_COMPANY]
    options = tuple({option.token: option for option in (*known, *rest)}.values())
    is_doubtful = bool(known) and (proposal.is_doubtful or sure is None)
    return Meaning(options, chosen, is_doubtful, bool(known), _url(chosen) if sure else "")


def _default(fact: Fact, proposal: Proposal) -> str:
    kind = fact.values.get("kind", "")
    if kind == "group":
        return GROUP
    if kind == "company" or fact.part == "companies":
        return NEW_COMPANY
    return proposal.chosen


def _url(token: str) -> str:
    name = {"p": "person", "c": "company"}.get(token[:1])
    return reverse(f"admin:people_{name}_change", args=[token[1:]]) if name else ""
