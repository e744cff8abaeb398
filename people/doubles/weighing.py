"""What speaks for and against two records being one person, in points, with the reasons.

The points are for ranking: 3 are enough to be proposed. Names alone never suffice where they
differ by more than a spelling, and nothing is ever merged by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from people.doubles.names import Likeness, compare_names, has_same_given_name

ENOUGH = 3.0
NAME_POINTS = {
    Likeness.EXACT: 3.5, Likeness.SCRIPT: 3.5, Likeness.SWAPPED: 3.5, Likeness.SOUND: 3.0,
    Likeness.MIDDLE: 2.5, Likeness.ADDED: 2.0, Likeness.SHORT: 2.0, Likeness.SLIP: 2.0,
    Likeness.INITIALS: 1.5, Likeness.GIVEN: 0.5,
}  # fmt: skip
# Names that are the same but for how they are written.
SAME_NAME = {Likeness.EXACT, Likeness.SCRIPT, Likeness.SWAPPED, Likeness.SOUND}
# Jobs that many do in one film: two of like names in one list are two.
CROWDS = {
    "actor", "voice", "extra", "self_appearance", "puppeteer", "body_double", "stunts", "driver",
    "electrician", "animation", "visual_effects", "music_performer", "special_thanks",
    "camera_assistant", "makeup", "wardrobe", "production_assistant", "set_runner", "research",
}  # fmt: skip
# Fields in which one person often works, besides the department.
NEAR = ({"direction", "writing"}, {"direction", "production"}, {"camera", "lighting"},
        {"makeup", "costume"}, {"sound", "music"})  # fmt: skip


class Why(StrEnum):
    """What was seen besides the names; those with less than no points speak against."""

    SAME_FILM_AND_JOB = "same_film_and_job"
    SAME_FILM = "same_film"
    SAME_JOB = "same_job"
    SAME_FIELD = "same_field"
    SAME_BIRTH = "same_birth"
    SAME_WEBSITE = "same_website"
    OTHER_FIELDS = "other_fields"
    OTHER_IN_LIST = "other_in_list"
    OTHER_BIRTH = "other_birth"
    OTHER_TIMES = "other_times"
    FITS_OTHERS = "fits_others"


@dataclass(frozen=True)
class Deed:
    """One credit; `job` is the key of the role, or what is printed if no role fits."""

    film: int
    job: str
    department: str
    year: int | None = None


@dataclass(frozen=True)
class Known:
    """What is known of one record; `born` is a year, year-month or date, or empty."""

    pk: int
    names: tuple[str, ...]
    born: str = ""
    website: str = ""
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True)
class Seen:
    """One thing seen of a pair; `about` are keys of jobs, primary keys of films or dates."""

    why: Why
    points: float
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    likeness: Likeness
    seen: tuple[Seen, ...]

    @property
    def points(self) -> float:
        return NAME_POINTS[self.likeness] + sum(one.points for one in self.seen)

    @property
    def is_likely(self) -> bool:
        return self.points >= ENOUGH


def weigh(first: Known, second: Known) -> Verdict | None:
    """Return what was seen of two records, None if their names cannot be one person's."""
    likeness = _likeness(first, second)
    if likeness is None:
        return None
    found = (
        _weigh_deeds(first, second, likeness),
        _weigh_birth(first.born, second.born),
        _weigh_website(first.website, second.website),
        _weigh_times(first, second),
    )
    return Verdict(likeness, tuple(one for one in found if one is not None))


def _likeness(first: Known, second: Known) -> Likeness | None:
    found = [
        likeness for a in first.names for b in second.names if (likeness := compare_names(a, b))
    ]
    if found:
        return min(found, key=list(Likeness).index)
    is_one_day = len(first.born) == 10 and first.born == second.born
    is_one_site = first.website and _site(first.website) == _site(second.website)
    if (is_one_day or is_one_site) and has_same_given_name(first.names[0], second.names[0]):
        return Likeness.GIVEN
    return None


def _weigh_deeds(first: Known, second: Known, likeness: Likeness) -> Seen | None:
    """The strongest thing that the credits say."""
    ours, theirs = first.deeds, second.deeds
    if not (ours and theirs):
        return None
    films = {deed.film for deed in ours} & {deed.film for deed in theirs}
    both = {(d.film, d.job) for d in ours} & {(d.film, d.job) for d in theirs}
    if both:
        return _weigh_list(both, likeness)
    if films:
        points = 0.5 if likeness in SAME_NAME else -1.5
        return Seen(Why.SAME_FILM, points, _texts(films))
    jobs = {deed.job for deed in ours} & {deed.job for deed in theirs}
    if jobs:
        return Seen(Why.SAME_JOB, 1.5, _texts(jobs))
    if fields := _common_fields(ours, theirs):
        return Seen(Why.SAME_FIELD, 1.0, _texts(fields))
    return Seen(Why.OTHER_FIELDS, -0.5)


def _weigh_list(both: set[tuple[int, str]], likeness: Likeness) -> Seen:
    jobs = {job for _film, job in both}
    films = _texts({film for film, _job in both})
    if likeness in SAME_NAME or not jobs <= CROWDS:
        return Seen(Why.SAME_FILM_AND_JOB, 2.0, films)
    return Seen(Why.OTHER_IN_LIST, -3.0, films)


def _common_fields(ours: Sequence[Deed], theirs: Sequence[Deed]) -> set[str]:
    first, second = {deed.department for deed in ours}, {deed.department for deed in theirs}
    near = {a for a in first for b in second for pair in NEAR if {a, b} == pair}
    return ((first & second) or near) - {""}


def _weigh_birth(first: str, second: str) -> Seen | None:
    if not (first and second):
        return None
    size = min(len(first), len(second))
    if first[:size] == second[:size]:
        return Seen(Why.SAME_BIRTH, 1.5 if size == 4 else 2.0, (max(first, second, key=len),))
    return Seen(Why.OTHER_BIRTH, -4.0, (first, second))


def _weigh_website(first: str, second: str) -> Seen | None:
    if not (first and second) or _site(first) != _site(second):
        return None
    return Seen(Why.SAME_WEBSITE, 2.0, (_site(first),))


def _site(address: str) -> str:
    return address.casefold().partition("://")[2].removeprefix("www.").rstrip("/")


def _weigh_times(first: Known, second: Known) -> Seen | None:
    """Two working lives with fifty years between them are seldom one."""
    ours = sorted(deed.year for deed in first.deeds if deed.year)
    theirs = sorted(deed.year for deed in second.deeds if deed.year)
    if not (ours and theirs) or max(ours[0], theirs[0]) - min(ours[-1], theirs[-1]) < 50:
        return None
    return Seen(
        Why.OTHER_TIMES, -2.0, (str(min(ours[-1], theirs[-1])), str(max(ours[0], theirs[0])))
    )


def _texts(values: set[int] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(str(value) for value in values))
