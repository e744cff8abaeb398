"""What tells two people of one name apart: the year of birth and one film."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from editorial.fields import column, languages
from people.models import Person


def with_films(people: "QuerySet[Any]") -> "QuerySet[Any]":
    """Give every person the titles of one film, without another query."""
    titles = {
        f"a_film_{code}": Subquery(
            Person.objects.filter(pk=OuterRef("pk"))
            .exclude(Q(**{f"credits__film__{column('title', code)}": ""}))
            .order_by("-credits__film__year", "credits__pk")
            .values(f"credits__film__{column('title', code)}")[:1]
        )
        for code in languages()
    }
    found: QuerySet[Any] = people.annotate(**titles)
    return found


def describe(person: Any) -> str:
    """Return the name with what tells the person apart: Ana Sol (1975, The Night Ferry)."""
    facts = [person.born_on[:4], one_film(person)]
    known = ", ".join(fact for fact in facts if fact)
    return f"{person.name} ({known})" if known else str(person.name)


def one_film(person: Any) -> str:
    """Return the title that `with_films` found, in the language of the desk if there is one."""
    active = (get_language() or "").split("-")[0]
    ordered = sorted(languages(), key=lambda code: code.split("-")[0] != active)
    return next((t for code in ordered if (t := getattr(person, f"a_film_{code}", ""))), "")
