"""One credit in a form of its own: who, as what, under which name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from editorial.fields import any_text, column, columns, languages
from editorial.names import spoken
from films.credits_desk.naming import GROUP, NEW, NewNames, Option, Proposal, propose, read_token
from films.models import Credit
from people.models import Role

TEXTS = ("character", "role_text", "group")
RARE = (*columns("role_text"), *columns("group"))


class WhoSelect(forms.Select):
    """A choice whose answers depend on the name: whatever token is sent is looked at later."""


class CreditRowForm(forms.ModelForm):
    """A credit; the person is named by a text and chosen among those whom the text may mean."""

    name = forms.CharField(
        label=_("name"),
        max_length=200,
        required=False,
        help_text=_("As one says it, in any spelling; then choose who is meant."),
    )
    who = forms.CharField(label=_("who is meant"), required=False, widget=WhoSelect)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Credit
        fields = (
            "role",
            "name",
            "who",
            "credited_as",
            *columns("character"),
            "billing",
            "is_lead",
            "is_uncredited",
            *columns("role_text"),
            *columns("group"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name in TEXTS:
            for code in languages():
                if field := self.fields.get(column(name, code)):
                    label = Credit._meta.get_field(name).verbose_name
                    field.label = f"{capfirst(label)} ({spoken(code)})"
                    field.widget.attrs["lang"] = code
                    field.sources = self._sources(name, code)
        if "role" in self.fields:
            self.fields["role"].choices = role_choices()
            self.fields["name"].widget.attrs["autocomplete"] = "off"
            self._offer()

    def _sources(self, name: str, code: str) -> list[tuple[str, str]]:
        """Return what the text says in other languages, which a translator's form lacks."""
        texts = [(c, getattr(self.instance, column(name, c)) or "") for c in languages()]
        return [(c, text) for c, text in texts if text and c != code]

    def _offer(self) -> None:
        """Fill in who is meant today, and whom else the name may mean."""
        credit = self.instance
        own = Option(f"p{credit.person_id}", str(credit.person)) if credit.person_id else None
        if credit.company_id:
            own = Option(f"c{credit.company_id}", str(credit.company))
        usual = own.label if own else any_text(credit, "group") if credit.is_group else ""
        name = self.data.get(self.add_prefix("name"), "") if self.is_bound else usual
        self.proposal = propose([name]).get(name.strip()) or Proposal(
            "", [Option(NEW, str(_("New person"))), Option(GROUP, str(_("Group")))]
        )
        options = self.proposal.options
        if own and own.token not in [option.token for option in options]:
            options = [own, *options]
        self.fields["who"].widget.choices = [(o.token, o.label) for o in options]
        chosen = own.token if own else GROUP if credit.is_group else self.proposal.chosen
        self.initial |= {"name": usual, "who": chosen, "seen": usual}

    @property
    def usual_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in RARE]

    @property
    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in RARE]

    @property
    def is_rare(self) -> bool:
        """Whether a rare field says something, or is all that there is to write."""
        return not self.usual_fields or any(
            field.value() or field.errors for field in self.rare_fields
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "name" not in self.fields:
            return data
        name, token = data.get("name", ""), data.get("who", "")
        if not name:
            self.add_error("name", _("Write a name."))
            return data
        if name != data.get("seen") and not self._is_known_for(name, token):
            return data
        try:
            self.named = read_token(token, name)
        except ValidationError as error:
            self.add_error("who", error)
            return data
        self._set(name)
        return data

    def _is_known_for(self, name: str, token: str) -> bool:
        """Tell whether the answer was given for this name; without script it may be the old one."""
        if token in [option.token for option in self.proposal.options] and (
            not self.proposal.is_doubtful or token != self.initial.get("who")
        ):
            return True
        self.data = self.data.copy()
        self.data[self.add_prefix("who")] = self.proposal.chosen
        self.data[self.add_prefix("seen")] = name
        message = _("The name has changed: say who is meant by “%(name)s”.") % {"name": name}
        self.add_error("who", message)
        return False

    def _set(self, name: str) -> None:
        credit, named = self.instance, self.named
        credit.is_group = named.is_group
        credit.person, credit.company = named.person, named.company
        if not named.is_group:
            for code in languages():
                self.cleaned_data[column("group", code)] = ""
        elif not any(self.cleaned_data.get(one) for one in columns("group")):
            self.cleaned_data[columns("group")[0]] = name

    def save(self, commit: bool = True) -> Credit:
        """Make who is new, inside the change, and save the row."""
        named = getattr(self, "named", None)
        if named is not None:
            self.instance.person, self.instance.company = NewNames().settle(named)
        return super().save(commit)


def role_choices() -> list[tuple[Any, Any]]:
    """Return the roles by department, as a select shows them."""
    groups: dict[str, list[tuple[int, str]]] = {}
    roles = Role.objects.select_related("department").order_by(
        "department__position", "billing_rank"
    )
    for role in roles:
        department = capfirst(any_text(role.department, "name"))
        groups.setdefault(department, []).append((role.pk, capfirst(any_text(role, "name"))))
    return [("", _("As printed, see below")), *groups.items()]
