"""The credits in the order of a poster, in the words of the trade.

Presenters, the makers' names, title, leads, then the crew from casting up to the director, who
stands last; behind it funds, sales and distribution.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import npgettext, pgettext

from films.choices import CompanyFunction
from films.sheet.objects import FilmSheet, NameSheet

# Without marked leads so many of the cast stand for all.
LEADS = 5


@dataclass(frozen=True)
class Credit:
    """Names with the words before and after them; some of the words may be ''."""

    before: str
    names: tuple[str, ...]
    after: str = ""


@dataclass(frozen=True)
class Billing:
    """What stands before the title and behind it; `foot` are funds, sales and distributors."""

    head: tuple[Credit, ...]
    body: tuple[Credit, ...]
    foot: tuple[Credit, ...]

    def __bool__(self) -> bool:
        return bool(self.head or self.body)


def make_billing(film: FilmSheet) -> Billing:
    """Return the billing block in the language that is active."""
    directors = _named(film.directors)
    head = [_presenters(film)]
    head += [
        Credit(_before(key), _companies(film, key))
        for key in (
            CompanyFunction.CO_PRODUCTION,
            CompanyFunction.BROADCASTER,
            CompanyFunction.IN_ASSOCIATION,
        )
    ]
    head.append(Credit(pgettext("billing block", "a film by"), directors))
    feet = (
        CompanyFunction.FUNDER,
        CompanyFunction.SUPPORTED_BY,
        CompanyFunction.WORLD_SALES,
        CompanyFunction.DISTRIBUTOR,
    )
    foot = [Credit(_before(key), _companies(film, key)) for key in feet]
    return Billing(_kept(head), _kept([*_cast(film), *_crew(film)]), _kept(foot))


def _presenters(film: FilmSheet) -> Credit:
    names = _companies(film, CompanyFunction.PRODUCTION)
    return Credit("", names, npgettext("billing block", "presents", "present", len(names)))


def _before(function: str) -> str:
    words = {
        CompanyFunction.CO_PRODUCTION: pgettext("billing block", "in co-production with"),
        CompanyFunction.BROADCASTER: pgettext("billing block", "with the participation of"),
        CompanyFunction.IN_ASSOCIATION: pgettext("billing block", "in association with"),
        CompanyFunction.FUNDER: pgettext("billing block", "funded by"),
        CompanyFunction.SUPPORTED_BY: pgettext("billing block", "with the support of"),
        CompanyFunction.WORLD_SALES: pgettext("billing block", "world sales"),
        CompanyFunction.DISTRIBUTOR: pgettext("billing block", "distributed by"),
    }
    return words[CompanyFunction(function)]


def _companies(film: FilmSheet, key: str) -> tuple[str, ...]:
    found = (function for function in film.functions if function.key == key)
    names = (company.name for function in found for company in function.companies)
    return tuple(dict.fromkeys(names))


def _cast(film: FilmSheet) -> list[Credit]:
    """Return the leads; who has a “with” or “and” of his or her own comes last."""
    usual = [name for name in film.cast if not name.billing]
    leads = [name for name in usual if name.is_lead] or usual[:LEADS]
    credits = [Credit(pgettext("billing block", "starring"), _named(leads))]
    for billing in ("with", "and"):
        marked = [name for name in film.cast if name.billing == billing]
        credits.append(Credit(pgettext("billing", billing), _named(marked)))
    return credits


def _crew(film: FilmSheet) -> list[Credit]:
    members: dict[str, tuple[str, ...]] = {}
    for role in film.crew:
        if role.key in KEYS:
            members[role.key] = _named(role.names)
    directed = members.get("director", ())
    if directed and set(directed) == set(members.get("screenplay", ())):
        members["writer_director"] = directed
        del members["director"], members["screenplay"]
    return [
        Credit(_before_crew(key, len(members[key])), members[key]) for key in KEYS if key in members
    ]


# The order of posters: from casting up to the director.
KEYS = (
    "narrator",
    "casting",
    "stunt_coordinator",
    "makeup",
    "costume_design",
    "sound",
    "sound_design",
    "sound_mix",
    "original_music",
    "music",
    "visual_effects",
    "animation",
    "editing",
    "production_design",
    "cinematography",
    "commissioning_editor",
    "line_producer",
    "executive_producer",
    "co_producer",
    "producer",
    "literary_source",
    "story",
    "screenplay",
    "director",
    "writer_director",
)


def _before_crew(key: str, count: int) -> str:
    """Return what stands before the names of a role."""
    words = {
        "narrator": pgettext("billing block", "narrated by"),
        "casting": pgettext("billing block", "casting by"),
        "stunt_coordinator": npgettext(
            "billing block", "stunt coordinator", "stunt coordinators", count
        ),
        "makeup": pgettext("billing block", "make-up by"),
        "costume_design": pgettext("billing block", "costumes by"),
        "sound": pgettext("billing block", "sound by"),
        "sound_design": pgettext("billing block", "sound design by"),
        "sound_mix": pgettext("billing block", "sound mixed by"),
        "original_music": pgettext("billing block", "original music by"),
        "music": pgettext("billing block", "music by"),
        "visual_effects": pgettext("billing block", "visual effects by"),
        "animation": pgettext("billing block", "animation by"),
        "editing": pgettext("billing block", "edited by"),
        "production_design": pgettext("billing block", "production design by"),
        "cinematography": pgettext("billing block", "photographed by"),
        "commissioning_editor": npgettext(
            "billing block", "commissioning editor", "commissioning editors", count
        ),
        "line_producer": npgettext("billing block", "line producer", "line producers", count),
        "executive_producer": npgettext(
            "billing block", "executive producer", "executive producers", count
        ),
        "co_producer": pgettext("billing block", "co-produced by"),
        "producer": pgettext("billing block", "produced by"),
        "literary_source": pgettext("billing block", "based on the work of"),
        "story": pgettext("billing block", "story by"),
        "screenplay": pgettext("billing block", "written by"),
        "director": pgettext("billing block", "directed by"),
        "writer_director": pgettext("billing block", "written and directed by"),
    }
    return words[key]


def _named(names: Iterable[NameSheet]) -> tuple[str, ...]:
    """Return the names as printed, each once; who stayed unnamed in the credits does so here."""
    shown = (name.shown_name for name in names if not name.is_uncredited)
    return tuple(dict.fromkeys(shown))


def _kept(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    return tuple(credit for credit in credits if credit.names)
