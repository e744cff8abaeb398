"""What a phase tells a page."""

from dataclasses import dataclass, replace
from typing import Self

from microsites.choices import PhaseKey

MOST = 4


@dataclass(frozen=True)
class Call:
    """A button: `kind` is watch, buy, tickets, or of what the microsite shows: trailer,
    screenings, press.

    The latter have no `url` until `aim_calls` has found the block they lead to.
    """

    label: str
    url: str
    kind: str


@dataclass(frozen=True)
class Phase:
    """Where a film stands on a day, in the reader's words.

    `line` stands at the top of the page, '' if the record says nothing; `detail` beside it,
    smaller. `country` is the ISO code of the release it speaks of. `wanted` are all calls that
    fit, the most important first. `has_offers` says that the record's links to watch and buy hold.
    """

    key: str
    line: str = ""
    detail: str = ""
    country: str = ""
    wanted: tuple[Call, ...] = ()
    has_offers: bool = False

    @property
    def label(self) -> str:
        """What editors call the phase."""
        return str(PhaseKey(self.key).label)

    @property
    def calls(self) -> tuple[Call, ...]:
        """The first calls that lead somewhere: more are a list, and that stands below."""
        return tuple(call for call in self.wanted if call.url)[:MOST]

    def with_calls(self, calls: tuple[Call, ...]) -> Self:
        return replace(self, wanted=calls)
