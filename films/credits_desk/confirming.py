"""Rows that somebody confirmed become credits; what cannot be written stays, nothing vanishes."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import column
from editorial.positions import MOST, next_position
from films.credits_desk.naming import NewNames, read_token
from films.credits_desk.pasting import TYPED, ConfirmRow, Sheet, function_key
from films.credits_desk.roles import RoleWords
from films.models import CompanyCredit, Credit, Film


@dataclass
class Confirmed:
    """How many rows were written, and in words those that somebody did not want."""

    written: int = 0
    left_out: list[str] = field(default_factory=list)


def confirm(sheet: Sheet, film: Film, language: str) -> Confirmed:
    """Write the rows that are taken and answered, inside a change.

    Written rows and those not taken leave the sheet; what is wrong or new stays, with the reason.
    """
    roles, made, done = RoleWords(), NewNames(), Confirmed()
    position, left = next_position(Credit.objects.filter(film=film)), []
    for row in sheet.rows:
        if not row.is_bound:
            left.append(row)
        elif row["take"].value() in (False, None, "", "False"):
            done.left_out.append(describe(row))
        elif row.is_known and not row.was_known:
            # Sent twice, or added by somebody else meanwhile: only who has seen that adds it again.
            row.put("take", "")
            left.append(row)
        elif not row.is_valid() or not _is_answered(row):
            left.append(row)
        else:
            _write(row.cleaned_data, film, language, roles, made, position + done.written)
            done.written += 1
    sheet.rows = left
    return done


def describe(row: ConfirmRow) -> str:
    """Return what was typed in a row: "Director, Ana Sol"."""
    return ", ".join(text for name in TYPED if (text := (row[name].value() or "").strip()))


def _is_answered(row: ConfirmRow) -> bool:
    """Tell whether `who` was said for this very name, and leads to somebody."""
    data = row.cleaned_data
    if data["name"] != data["seen"] and not row.is_plain(data["who"]):
        options = row.fields["who"].widget.choices
        row.put("seen", data["name"])
        if data["who"] not in [token for token, _label in options]:
            row.put("who", options[0][0] if options else "")
        message = _("The name has changed: say who is meant by “%(name)s”.")
        row.add_error("who", message % {"name": data["name"]})
        return False
    try:
        data["named"] = read_token(data["who"], data["name"])
    except ValidationError as error:
        row.add_error("who", error)
        return False
    return True


def _write(
    data: dict[str, Any],
    film: Film,
    language: str,
    roles: RoleWords,
    made: NewNames,
    position: int,
) -> None:
    named = data["named"]
    key = roles.find(data["role"])
    function = "" if key else function_key(data["role"])
    person, company = made.settle(named)
    usual = str(person or company or "")
    spelling = data["credited_as"] or (data["name"] if usual and usual != data["name"] else "")
    if function and company is not None:
        last = next_position(CompanyCredit.objects.filter(film=film))
        row: Any = CompanyCredit(film=film, company=company, function=function, position=last)
        row.credited_as = spelling
        row.save()
        return
    row = Credit(film=film, person=person, company=company, is_group=named.is_group)
    row.position = min(position, MOST)
    row.is_uncredited = data["is_uncredited"]
    row.credited_as = "" if named.is_group else spelling
    if key:
        row.role = roles.by_key[key]
    else:
        setattr(row, column("role_text", language), capfirst(data["role"]))
    if named.is_group:
        setattr(row, column("group", language), data["name"])
    if data["character"]:
        setattr(row, column("character", language), data["character"])
    row.save()
