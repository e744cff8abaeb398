"""From pasted lines to rows that somebody confirms, and from those to credits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.fields import columns
from films.choices import CompanyFunction
from films.credits_desk.lines import ReadLine, ReadName, read_lines
from films.credits_desk.naming import NEW, NEW_COMPANY, Proposal, propose
from films.credits_desk.roles import RoleWords
from films.models import CompanyCredit, Credit, Film
from people.spelling import name_key
from people.vocabulary import find_function

# So many lines are read at once; what follows waits and is offered next.
PORTION = 150
# A sheet of so many names stays well below the number of fields that a form may send.
MOST_NAMES = 1_000
TYPED = ("role", "name", "character")
SENT = re.compile(r"row-(?P<number>[^-]*)-(?P<field>\w+)")
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
    """One name to confirm. `seen` is the name for which `who` was answered, `known` says that the
    page told that the credit is there already."""

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
    known = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["role"].widget.attrs["list"] = "role-words"
        self.doubts: list[str] = []
        self.is_known = self.was_known = False
        self.proposal: Proposal | None = None

    def ask(self, proposal: Proposal | None, roles: RoleWords, known: set[tuple[str, str]]) -> None:
        """Offer who may be meant, and say what a human should look at."""
        self.proposal = proposal
        if proposal is not None:
            options = [(option.token, option.label) for option in proposal.options]
            self.fields["who"].widget.choices = options
            if proposal.is_doubtful:
                self.doubts.append(_("Who is meant?"))
        role, name = self["role"].value() or "", self["name"].value() or ""
        if role and not roles.find(role) and not function_key(role):
            self.doubts.append(_("Role as printed: not in the vocabulary"))
        if self["doubt"].value() in (True, "True", "on"):
            self.doubts.append(_("May be read otherwise"))
        if self["remark"].value():
            self.doubts.append(_("In brackets: %(text)s") % {"text": self["remark"].value()})
        if (_key_of(role, roles), name_key(name)) in known:
            self.is_known = True
            self.was_known = bool(self["known"].value())
            self.put("known", "on")
            self.doubts.append(_("Is in the credits already"))

    def is_plain(self, token: str) -> bool:
        """Whether this answer goes without saying: nobody known has a name like this."""
        return (
            self.proposal is not None
            and not self.proposal.is_doubtful
            and token == self.proposal.chosen
        )

    def put(self, name: str, value: str) -> None:
        """Show another value in a field than was sent or read."""
        if self.is_bound:
            self.data = {**self.data, self.add_prefix(name): value}
        else:
            self.initial[name] = value


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
    names = accumulate(len(line.names) for line in read)
    size = max(1, sum(count <= MOST_NAMES for count in names))
    waiting = [line.text for line in read[size:]] + lines[PORTION:]
    return make_sheet(read[:size], "\n".join(waiting).strip("\n"), roles, film)


def make_sheet(
    read: Iterable[ReadLine], rest: str, roles: RoleWords, film: Film, first: int = 0
) -> Sheet:
    """Return rows, numbered from `first`, for the names that were read."""
    lines = list(read)
    names = [name for line in lines for name in line.names]
    proposals = propose(name.name for name in names)
    known = known_credits(film)
    rows = []
    for number, name in enumerate(names, first):
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
    """Return (role, folded name) of the credits that are there, companies' functions too."""
    known = set()
    rows = Credit.objects.filter(film=film).select_related("role", "person", "company")
    for row in rows:
        printed = {(getattr(row, name) or "").casefold() for name in columns("role_text")}
        groups = {getattr(row, name) or "" for name in columns("group")}
        roles = {row.role.key} if row.role else printed - {""}
        names = {str(row.person or row.company or ""), row.credited_as, *groups} - {""}
        known |= {(role, name_key(name)) for role in roles for name in names}
    for firm in CompanyCredit.objects.filter(film=film).select_related("company"):
        names = {str(firm.company), firm.credited_as} - {""}
        known |= {(firm.function, name_key(name)) for name in names}
    return known


def _key_of(role: str, roles: RoleWords) -> str:
    return roles.find(role) or function_key(role) or role.casefold()


def function_key(text: str) -> str:
    """Return the company function that a role's text names, or ''."""
    for key, label in FUNCTIONS.items():
        if str(label).casefold() == text.strip().casefold():
            return key
    function = find_function(text)
    return function.key if function else ""


def read_posted(data: Any, film: Film) -> Sheet:
    """Return the sheet as it was sent; lines corrected in place are read, new names offered.

    Whatever the fields are numbered by, every row and every line that was sent is in the sheet.
    """
    roles = RoleWords()
    rows = [
        ConfirmRow(_numbered(values, number), prefix=f"row-{number}")
        for number, values in enumerate(_sent_rows(data))
    ]
    names = [(row["name"].value() or "").strip() for row in rows]
    proposals, known = propose(names), known_credits(film)
    for row, name in zip(rows, names, strict=True):
        row.ask(proposals.get(name), roles, known)
    lines = [text for key in data if key.startswith("line-") for text in data.getlist(key)]
    again = read_lines("\n".join(line for line in lines if line.strip()), roles.find)
    more = make_sheet(again, "", roles, film, first=len(rows))
    return Sheet([*rows, *more.rows], more.unread, "\n".join(data.getlist("rest")))


def is_sheet(data: Any) -> bool:
    """Whether rows or lines were sent, and not a text that is still to be read."""
    return "rows" in data or any(key.startswith(("row-", "line-")) for key in data)


def count_new(rows: Iterable[ConfirmRow]) -> int:
    """Return how many people and companies would be made of these rows."""
    wanted = (NEW, NEW_COMPANY)
    return len({name_key(row["name"].value() or "") for row in rows
                if row["who"].value() in wanted and row["take"].value()})  # fmt: skip


def _sent_rows(data: Any) -> list[dict[str, str]]:
    """Return what was sent by row, in the order of the page; a number sent twice is two rows."""
    rows: dict[str, list[dict[str, str]]] = {}
    for key in data:
        if match := SENT.fullmatch(key):
            mine = rows.setdefault(match["number"], [])
            for place, value in enumerate(data.getlist(key)):
                if place == len(mine):
                    mine.append({})
                mine[place][match["field"]] = value
    return [row for mine in rows.values() for row in mine if any(map(row.get, TYPED))]


def _numbered(values: dict[str, str], number: int) -> dict[str, str]:
    return {f"row-{number}-{name}": value for name, value in values.items()}
