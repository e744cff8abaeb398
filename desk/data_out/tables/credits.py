"""One row for each credit."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy, pgettext

from desk.data_out.tables.objects import Cell, Column, Kind, Row, Table, text_in
from editorial.fields import column, languages
from films.choices import Billing
from films.models import Credit, Film
from people.models import Role
from people.role_words import role_word

AT_ONCE = 2000
PLAIN = (
    "film__record__key", "position", "role__key", "person__name", "person__sort_name",
    "person__word_form", "company__name", "credited_as", "is_lead", "billing", "is_uncredited",
)  # fmt: skip
TRANSLATED = ("film__title", "role_text", "group", "character")


def credit_columns() -> list[Column]:
    return [
        Column(pgettext("column", "Key"), 24),
        Column(pgettext("column", "Film"), 32),
        Column(pgettext("column", "Order"), 8, Kind.NUMBER),
        Column(pgettext("column", "Role key"), 20),
        Column(pgettext("column", "Role"), 24),
        Column(pgettext("column", "Name"), 28),
        Column(pgettext("column", "Sort name"), 28),
        Column(pgettext("column", "Kind"), 12),
        Column(pgettext("column", "Credited as"), 28),
        Column(pgettext("column", "Character"), 28),
        Column(pgettext("column", "Lead"), 8),
        Column(pgettext("column", "Billed as"), 10),
        Column(pgettext("column", "Uncredited"), 10),
        Column(pgettext("column", "Department"), 20),
    ]


def credit_rows(films: QuerySet[Film], language: str) -> Iterator[Row]:
    """Yield the credits, film by film in the order of the desk. Three queries.

    They are read as plain values: tens of thousands of rows make no objects.
    """
    order = [language, *(code for code in languages() if code != language)]
    departments = _departments(language)
    credits: Any = Credit.objects.filter(film__in=films.order_by().values("pk"))
    translated = [column(name, code) for name in TRANSLATED for code in order]
    rows = credits.order_by("film__record__key", "position", "pk").values(*PLAIN, *translated)
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield tuple(_cells(row, order, departments))


def _departments(language: str) -> dict[str, str]:
    """Return the name of each role's department by the role's key."""
    roles: Any = Role.objects
    rows = roles.select_related("department")
    return {role.key: text_in(role.department, "name", language) for role in rows}


def _cells(row: dict[str, Any], order: list[str], departments: dict[str, str]) -> Iterator[Cell]:
    def text(name: str) -> str:
        return next((found for code in order if (found := row[column(name, code)])), "")

    role, person, company = row["role__key"] or "", row["person__name"], row["company__name"]
    kinds = {
        "person": pgettext("column", "person"),
        "company": pgettext("column", "company"),
        "group": pgettext("column", "group"),
    }
    yield row["film__record__key"]
    yield text("film__title")
    yield row["position"] + 1
    yield role
    word = role_word(role, row["person__word_form"] or "", order[0]) if role else ""
    yield word or text("role_text")
    yield person or company or text("group")
    yield row["person__sort_name"] or ""
    yield kinds["person" if person else "company" if company else "group"]
    yield row["credited_as"]
    yield text("character")
    yield _yes(row["is_lead"])
    yield str(Billing(row["billing"]).label) if row["billing"] else ""
    yield _yes(row["is_uncredited"])
    yield departments.get(role, "")


def _yes(is_so: bool) -> str:
    return pgettext("table", "yes") if is_so else ""


CREDITS = Table("credits", gettext_lazy("Credits"), credit_columns, credit_rows)
