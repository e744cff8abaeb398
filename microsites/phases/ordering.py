"""What a phase does to a page: what is due moves up, calls lead to the block that answers them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

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
    blocks: Iterable[B], phase: Phase, leads: Callable[[B, Phase], bool] | None = None
) -> tuple[B, ...]:
    """Return the blocks, those that are due in `phase` right below the hero, else as they stood.

    `leads` tells whether a block is due; left out, its kind's class does.
    """
    ask = leads or _ask_kind
    known = tuple(blocks)
    top = next((i for i, block in enumerate(known) if block.kind != HERO), len(known))
    due = [block for block in known[top:] if ask(block, phase)]
    rest = [block for block in known[top:] if not ask(block, phase)]
    return (*known[:top], *due, *rest)


def aim_calls(phase: Phase, places: Mapping[str, str]) -> Phase:
    """Return the phase with calls that lead to blocks; `places` are addresses by kind."""
    aimed = tuple(
        call if call.url else replace(call, url=places.get(ANSWERS.get(call.kind, ""), ""))
        for call in phase.wanted
    )
    return phase.with_calls(aimed)


def _ask_kind(block: Any, phase: Phase) -> bool:
    # Kinds of blocks are made with sheets, and sheets with phases.
    from microsites.blocks import find_kind

    found = find_kind(block.kind)
    return found is not None and found.leads(block, phase)
