"""What a source's form was made from, so that nobody overwrites unseen what another has saved."""

import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _

from sources.desk.forms import FIELDS, SourceForm
from sources.models import Source


def print_of(source: Source) -> str:
    """Return what changes with any value of the form."""
    said = json.dumps([getattr(source, name) for name in FIELDS], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def note_others(form: SourceForm, stored: Source) -> None:
    """Say beside each field what is stored, where something else was typed."""
    for name in FIELDS:
        if form.cleaned_data[name] != getattr(stored, name):
            form.add_error(
                name, _("Meanwhile saved here: %(value)s") % {"value": _say(stored, name)}
            )


def _say(stored: Source, name: str) -> Any:
    value = getattr(stored, name)
    if name == "kind":
        return stored.get_kind_display()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"“{value}”" if value else _("nothing")
