"""All kinds of blocks: every module of this package brings its own."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from microsites.blocks.base import BlockKind

__all__ = ["BlockKind", "find_kind", "kinds"]


@cache
def kinds() -> dict[str, BlockKind]:
    """Return one object of each kind by its key, in the order of the modules' names."""
    found: dict[str, BlockKind] = {}
    for module in iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        for value in vars(loaded).values():
            is_kind = isinstance(value, type) and issubclass(value, BlockKind)
            if is_kind and value is not BlockKind and value.__module__ == loaded.__name__:
                found[value.key] = value()
    return found


def find_kind(key: str) -> BlockKind | None:
    """Return the kind; None for a key that a later version brought."""
    return kinds().get(key)
