"""From pasted lines to rows that somebody confirms, and from those to credits."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.fields import column
from films.choices import CompanyFunction
from films.credits_desk.lines import LONGEST_LINE, ReadLine, ReadName, read_lines
from films.credits_desk.naming import NewNames, Proposal, propose, read_token
from films.credits_desk.roles import RoleWords
from films.credits_desk.rows import next_position
from films.models import CompanyCredit, Credit, Film
from people.spelling import name_key
from people.vocabulary import find_function

# So many lines are read at once; what follows waits and is offered next.
PORTION = 150
FUNCTIONS = {function.value: function.label for function in CompanyFunction}


class PasteForm(forms.Form):
    """The text, and the language in which its characters and roles as printed are written."""

    text = forms.CharField(
        label=gettext_lazy("List of credits"),
        max_length=200_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise ValidationError(self.fields["text"].error_messages["required"])
        return text


class ConfirmRow(forms.Form):
    """One name to confirm. `seen` is the name for which `who` was answered."""

    take = forms.BooleanField(label=gettext_lazy("take"), required=False)
    role = forms.CharField(label=gettext_lazy("role"), max_length=120)
    name = forms.CharField(label=gettext_lazy("name"), max_length=200)
    who = forms.CharField(label=gettext_lazy("who is meant"), required=False, widget=forms.Select)
    character = forms.CharField(label=gettext_lazy("character"), max_length=250, required=False)
    credited_as = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    is_uncredited = forms.BooleanField(required=False, widget=forms.HiddenInput)
    remark = forms.CharField(required=False, widget=forms.HiddenInput)
    doubt = forms.BooleanField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["role"].widget.attrs["list"] = "role-words"
        self.doubts: list[str] = []
        self.is_known = False

    def ask(self, proposal: Proposal | None, roles: RoleWords, known: set[tuple[str, str]]) -> None:
        """Offer who may be meant, and say what a human should look at."""
        if proposal is not None:
            options = [(option.token, option.label) for option in proposal.options]
            self.fields["who"].widget.choices = options
            if proposal.is_doubtful:
                self.doubts.append(_("Who is meant?"))
        role, name = self["role"].value() or "", self["name"].value() or ""
        if not roles.find(role) and not function_key(role):
            self.doubts.append(_("Role as printed: not in the vocabulary"))
        if self["doubt"].value() in (True, "True", "on"):
            self.doubts.append(_("May be read otherwise"))
        if self["remark"].value():
            self.doubts.append(_("In brackets: %(text)s") % {"text": self["remark"].value()})
        if (roles.find(role) or role.casefold(), name_key(name)) in known:
            self.is_known = True
            self.doubts.append(_("Is in the credits already"))


@dataclass
class Sheet:
    """What the page shows: rows to confirm, lines that were not understood, the text that waits."""

    rows: list[ConfirmRow]
    unread: list[str]
    rest: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.rows and not self.unread and not self.rest


def read_sheet(text: str, film: Film) -> Sheet:
    """Read a pasted text. Nothing is written."""
    lines = text.splitlines()
    roles = RoleWords()
    read = read_lines("\n".join(lines[:PORTION]), roles.find)
    rest = "\n".join(lines[PORTION:]).strip("\n")
    return make_sheet(read, rest, roles, film)


def make_sheet(read: Iterable[ReadLine], rest: str, roles: RoleWords, film: Film) -> Sheet:
    lines = list(read)
    names = [name for line in lines for name in line.names]
    proposals = propose(name.name for name in names)
    known = known_credits(film)
    rows = []
    for number, name in enumerate(names):
        proposal = proposals.get(name.name)
        row = ConfirmRow(prefix=f"row-{number}", initial=_initial(name, proposal, roles))
        row.ask(proposal, roles, known)
        row.initial["take"] = not row.is_known
        rows.append(row)
    return Sheet(rows, [line.text for line in lines if not line.names], rest)


def _initial(name: ReadName, proposal: Proposal | None, roles: RoleWords) -> dict[str, Any]:
    function = str(FUNCTIONS.get(name.function, ""))
    chosen = proposal.chosen if proposal else ""
    return {
        "take": True,
        "role": function or roles.label(name.role_key) or name.role_text,
        "name": name.name,
        "who": chosen,
        "seen": name.name,
        "character": name.character,
        "credited_as": name.credited_as,
        "is_uncredited": name.is_uncredited,
        "remark": name.remark,
        "doubt": name.is_doubtful,
    }


def known_credits(film: Film) -> set[tuple[str, str]]:
    """Return (role, folded name) of the credits that are there."""
    rows = Credit.objects.filter(film=film).select_related("role", "person", "company")
    return {
        (row.role.key if row.role else str(row.role_text or "").casefold(), name_key(spelling))
        for row in rows
        for spelling in (str(row.person or row.company or row.group or ""), row.credited_as)
        if spelling
    }


def function_key(text: str) -> str:
    """Return the company function that a role's text names, or ''."""
    for key, label in FUNCTIONS.items():
        if str(label).casefold() == text.strip().casefold():
            return key
    function = find_function(text)
    return function.key if function else ""


def read_posted(data: Any, film: Film) -> Sheet:
    """Return the sheet as it was sent; lines corrected in place are read, new names offered."""
    roles = RoleWords()
    rows = [
        ConfirmRow(data, prefix=f"row-{number}")
        for number in range(min(_count(data, "rows"), 20 * PORTION))
        if f"row-{number}-name" in data
    ]
    names = [(row["name"].value() or "").strip() for row in rows]
    proposals, known = propose(names), known_credits(film)
    for row, name in zip(rows, names, strict=True):
        row.ask(proposals.get(name), roles, known)
    unread = [data[f"line-{n}"] for n in range(min(_count(data, "lines"), PORTION))
              if data.get(f"line-{n}", "").strip()]  # fmt: skip
    again = read_lines("\n".join(line[:LONGEST_LINE] for line in unread), roles.find)
    more = make_sheet(again, "", roles, film)
    for number, row in enumerate(more.rows, _count(data, "rows")):
        row.prefix = f"row-{number}"
    return Sheet([*rows, *more.rows], more.unread, data.get("rest", ""))


def _count(data: Any, name: str) -> int:
    text = data.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def confirm(sheet: Sheet, film: Film, language: str) -> int:
    """Write the rows that are taken and answered, inside a change; return how many.

    Written rows and those not taken leave the sheet; what is wrong or new stays, with the reason.
    """
    roles, made = RoleWords(), NewNames()
    position, written, left = next_position(film), 0, []
    for row in sheet.rows:
        if not row.is_bound:
            left.append(row)
            continue
        if row["take"].value() in (False, None, "", "False"):
            continue
        if not row.is_valid() or not _is_answered(row):
            left.append(row)
            continue
        _write(row.cleaned_data, film, language, roles, made, position + written)
        written += 1
    sheet.rows = left
    return written


def _is_answered(row: ConfirmRow) -> bool:
    """Tell whether `who` was said for this very name, and leads to somebody."""
    data = row.cleaned_data
    if data["name"] != data["seen"]:
        options = row.fields["who"].widget.choices
        row.data = row.data.copy()
        row.data[row.add_prefix("seen")] = data["name"]
        if data["who"] not in [token for token, _label in options]:
            row.data[row.add_prefix("who")] = options[0][0] if options else ""
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
        last = CompanyCredit.objects.filter(film=film).count()
        row: Any = CompanyCredit(film=film, company=company, function=function, position=last)
        row.credited_as = spelling
        row.save()
        return
    row = Credit(film=film, person=person, company=company, is_group=named.is_group)
    row.position = min(position, 32_767)
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
