"""What a phase does to a page: what is due moves up, calls lead to the block that answers them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from microsites.phases.objects import Phase

HERO = "hero"
# The block that answers a call.
ANSWERS = {"trailer": "video", "screenings": "screenings", "press": "quotes"}


class Placed(Protocol):
    """What is asked of a block."""

    @property
    def kind(self) -> str: ...


B = TypeVar("B", bound=Placed)


def order_blocks(
    blocks: Iterable[B], phase: Phase, leads_in: Callable[[str], Iterable[str]] | None = None
) -> tuple[B, ...]:
    """Return the blocks, those that are due in `phase` right below the hero, else as they stood.

    `leads_in` names the phases in which a kind of block leads; left out, the kind's class does.
    """
    ask = leads_in or _ask_kind
    known = tuple(blocks)
    top = next((i for i, block in enumerate(known) if block.kind != HERO), len(known))
    due = [block for block in known[top:] if phase.key in ask(block.kind)]
    rest = [block for block in known[top:] if phase.key not in ask(block.kind)]
    return (*known[:top], *due, *rest)


def aim_calls(phase: Phase, places: Mapping[str, str]) -> Phase:
    """Return the phase with calls that lead to blocks; `places` are addresses by kind."""
    aimed = tuple(
        call if call.url else replace(call, url=places.get(ANSWERS.get(call.kind, ""), ""))
        for call in phase.wanted
    )
    return phase.with_calls(aimed)


def _ask_kind(kind: str) -> Iterable[str]:
    # Kinds of blocks are made with sheets, and sheets with phases.
    from microsites.blocks import find_kind

    found = find_kind(kind)
    return found.leads_in if found else ()
