"""What is tried: where cases come from, and what must hold of each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from tests.fuzz.mutating import mutate

Words = tuple[bytes, ...]


@dataclass(frozen=True)
class Target:
    """`check` returns what is wrong with a case, or ''; what it raises is a finding as well.

    Cases are the `examples` changed at random, with `words` that mean something there; or `make`
    builds them. `seconds` is the processor time that one may cost, `megabytes` the memory.
    """

    name: str
    check: Callable[[bytes], str]
    examples: Callable[[], Sequence[bytes]] = lambda: ()
    words: Words = ()
    make: Callable[[Random], bytes] | None = None
    seconds: float = 2.0
    megabytes: int = 100

    @cached_property
    def _known(self) -> tuple[bytes, ...]:
        return tuple(self.examples())

    def case(self, seed: int, number: int) -> bytes:
        """Return a case, the same for the same seed and number."""
        dice = Random(f"{seed}/{self.name}/{number}")
        return self.make(dice) if self.make else mutate(dice, self._known, self.words)
