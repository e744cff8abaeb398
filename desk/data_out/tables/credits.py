"""One row for each credit."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy, pgettext

from desk.data_out.tables.objects import Cell, Column, Kind, Row, Table, text_in
from films.models import Credit, Film
from people.role_words import role_word

AT_ONCE = 2000


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
    """Yield the credits, film by film in the order of the desk. One query, and one for roles."""
    credits = (
        Credit.objects.filter(film__in=films.order_by().values("pk"))
        .select_related("film__record", "role__department", "person", "company")
        .order_by("film__record__key", "position", "pk")
    )
    for credit in credits.iterator(chunk_size=AT_ONCE):
        yield tuple(_cells(credit, language))


def _cells(credit: Credit, language: str) -> Iterator[Cell]:
    role, person = credit.role, credit.person
    word_form = person.word_form if person else ""
    kinds = {
        "person": pgettext("column", "person"),
        "company": pgettext("column", "company"),
        "group": pgettext("column", "group"),
    }
    yield credit.film.record.key
    yield text_in(credit.film, "title", language)
    yield credit.position + 1
    yield role.key if role else ""
    yield (
        role_word(role.key, word_form, language) if role else text_in(credit, "role_text", language)
    )
    yield str(person or credit.company or text_in(credit, "group", language))
    yield person.sort_name if person else ""
    yield kinds["person" if person else "company" if credit.company else "group"]
    yield credit.credited_as
    yield text_in(credit, "character", language)
    yield _yes(credit.is_lead)
    yield str(credit.get_billing_display()) if credit.billing else ""
    yield _yes(credit.is_uncredited)
    yield text_in(role.department, "name", language) if role else ""


def _yes(is_so: bool) -> str:
    return pgettext("table", "yes") if is_so else ""


CREDITS = Table("credits", gettext_lazy("Credits"), credit_columns, credit_rows)
