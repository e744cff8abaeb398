"""Facts of a table, and why a row says nothing, in the reader's words."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.names import country_name
from films.choices import AwardResult, Premiere
from people.vocabulary import COMPANY_FUNCTIONS, CompanyFunction, RoleEntry, find_role
from sources.columns.objects import Why
from sources.reading.objects import Fact


def say_why(why: Why) -> str:
    return {
        Why.NO_NAME: _("There is no name in it."),
        Why.NO_ROLE: _("There is a name without a role."),
        Why.NO_FUNCTION: _("What the company did is not understood."),
        Why.NO_FESTIVAL: _("There is no festival in it."),
        Why.NO_DATE: _("The date is not understood."),
        Why.OTHER_FILM: _("It is about another film."),
        Why.FORMULA: _("A cell holds a formula. Save the table with values."),
        Why.TOO_LONG: _("A cell is longer than any name."),
        Why.TWICE: _("It says again what stands above."),
    }[why]


def say_part(part: str) -> str:
    return {
        "credits": _("Credits"),
        "companies": _("Companies"),
        "selections": _("Festivals"),
        "awards": _("Awards"),
    }.get(part, part)


def say_values(fact: Fact) -> str:
    """Return a fact in one line."""
    values, language = fact.values, (get_language() or "en").split("-")[0]
    if fact.part == "credits":
        entry = find_role(values["role"]) if values["role"] else None
        role = _label(entry, language) or values["role_text"]
        character = values.get("character", "")
        credited = values.get("credited_as", "")
        more = [_("as “%(name)s”") % {"name": credited}] if credited else []
        who = ", ".join(part for part in (values["name"], character, *more) if part)
        return f"{role}: {who}"
    if fact.part == "companies":
        function = _label(COMPANY_FUNCTIONS.get(values["function"]), language)
        return f"{function}: {values['name']}"
    if fact.part == "awards":
        result = str(AwardResult(values["result"]).label)
        year = str(values.get("year") or "")
        return ", ".join(part for part in (values["name"], values["body"], year, result) if part)
    country = values["country"]
    place = country_name(country, language) if country else values["country_printed"]
    premiere = str(Premiere(values["premiere"]).label) if values.get("premiere") else ""
    words = (values["festival"], values["date"], values["city"], place, values.get("section", ""))
    return ", ".join(part for part in (*words, premiere, say_note(values)) if part)


def say_note(values: dict[str, Any]) -> str:
    """Return a remark that no row of the film can hold, as what is kept with the source."""
    note = values.get("note", "")
    return _("kept with the source: “%(note)s”") % {"note": note} if note else ""


def _label(entry: RoleEntry | CompanyFunction | None, language: str) -> str:
    return str(getattr(entry, language, entry.en)) if entry else ""
