"""The parts of a long form: fieldsets and rows that belong together, each part a tab.

A fieldset names its tab by the class `tab-<key>`, an inline by its attribute `tab`. What names
none stands in the first tab, so that nothing is ever lost. Fieldsets stand before the rows, those
of the class `after-rows` behind them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

TabNames = Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class Tab:
    """One part; `wrong` counts what needs another look, `rows` those that are there."""

    key: str
    label: str
    fieldsets: tuple[Any, ...]
    later_fieldsets: tuple[Any, ...]
    formsets: tuple[Any, ...]
    wrong: int
    rows: int
    links: tuple[Any, ...] = ()


def make_tabs(
    names: TabNames, fieldsets: Iterable[Any], formsets: Iterable[Any], links: dict[str, Any]
) -> list[Tab]:
    """Return the tabs that have something in them, in the order of `names`."""
    known = [key for key, _label in names]
    placed_fieldsets = [(_tab_of(f.classes.split(), known), f) for f in fieldsets]
    placed_formsets = [(_known(getattr(f.opts, "tab", ""), known), f) for f in formsets]
    tabs = []
    for key, label in names:
        mine = tuple(f for tab, f in placed_fieldsets if tab == key)
        rows = tuple(f for tab, f in placed_formsets if tab == key)
        more = tuple(links.get(key, ()))
        if not (mine or rows or more):
            continue
        wrong = sum(map(_wrong_fields, mine)) + sum(_wrong_rows(f.formset) for f in rows)
        count = sum(f.formset.initial_form_count() for f in rows)
        count += sum(elsewhere for _label, elsewhere, _address in more)
        later = tuple(f for f in mine if "after-rows" in f.classes)
        first = tuple(f for f in mine if f not in later)
        tabs.append(Tab(key, str(label), first, later, rows, wrong, count, more))
    return tabs


def _tab_of(classes: Iterable[str], known: list[str]) -> str:
    named = (name.removeprefix("tab-") for name in classes if name.startswith("tab-"))
    return _known(next(named, ""), known)


def _known(key: str, known: list[str]) -> str:
    return key if key in known else known[0]


def _wrong_fields(fieldset: Any) -> int:
    if not fieldset.form.is_bound:
        return 0
    return sum(len(f.field.errors) for line in fieldset for f in line if not f.is_readonly)


def _wrong_rows(formset: Any) -> int:
    if not formset.is_bound:
        return 0
    of_rows = sum(len(errors) for form in formset.forms for errors in form.errors.values())
    return of_rows + len(formset.non_form_errors())
