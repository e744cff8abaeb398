"""The form of a film's own host."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from microsites.hosts.names import check_host, to_ascii, to_readable
from microsites.models import Domain
from microsites.models.addresses import HOST

LONGEST = 253


class HostField(forms.CharField):
    """A host name in any letters; kept as DNS knows it, shown as a person reads it."""

    default_validators = [HOST, check_host]

    def to_python(self, value: Any) -> str:
        return to_ascii(super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return to_readable(value) if isinstance(value, str) and value else value


class DomainForm(forms.ModelForm):
    host = HostField(
        label=_("Host"),
        max_length=LONGEST,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text=_("E.g. www.night-ferry.film; without https:// and without a path."),
    )

    class Meta:
        model = Domain
        fields = ("host",)
