"""A row changes its place among those beside it."""

from typing import Any

from microsites.desk.rows import table_of


def move(row: Any, before: Any | None) -> list[Any]:
    """Put a row before another beside it, or last; return them all in their new order.

    Only rows whose number changes are written. Runs inside a change.
    """
    table = table_of(row)
    everybody = table.beside(row)
    others = [one for one in everybody if one.pk != row.pk]
    at = next((n for n, one in enumerate(others) if before and one.pk == before.pk), len(others))
    moved = next(one for one in everybody if one.pk == row.pk)
    ordered = [*others[:at], moved, *others[at:]]
    numbers = [one.position for one in everybody]
    if len(set(numbers)) < len(numbers):
        numbers = list(range(len(numbers)))
    changed = []
    for one, number in zip(ordered, numbers, strict=True):
        if one.position != number:
            one.position = number
            changed.append(one)
    if changed:
        table.model._default_manager.bulk_update(changed, ["position"])
    return ordered


def step(row: Any, by: int) -> list[Any]:
    """Move a row by one place; at the end of the list it stays."""
    mine = table_of(row).beside(row)
    at = next(n for n, one in enumerate(mine) if one.pk == row.pk)
    if not 0 <= at + by < len(mine):
        return mine
    behind = at + by + (1 if by > 0 else 0)
    return move(row, mine[behind] if behind < len(mine) else None)


def put_after(row: Any, former: Any) -> None:
    """Put a new row behind the one it was made from."""
    mine = table_of(row).beside(row)
    at = next(n for n, one in enumerate(mine) if one.pk == former.pk)
    if mine[at + 1 : at + 2] != [row]:
        move(row, mine[at + 1] if at + 1 < len(mine) else None)
