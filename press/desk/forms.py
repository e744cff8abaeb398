"""Which kits somebody wants: editions, formats, live or from the desk."""

from itertools import permutations
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext

from editorial.fields import languages
from editorial.names import spoken
from editorial.rights import Act, languages_of, may
from press.kit.formats import FORMATS
from press.models import Kit


class KitForm(forms.Form):
    """`editions` are languages with commas; only those whose texts the user may give out."""

    editions = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose a language.")},
    )
    formats = forms.MultipleChoiceField(
        label=gettext_lazy("Formats"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose a format.")},
    )
    is_draft = forms.BooleanField(
        label=gettext_lazy("From the desk, as a draft"),
        required=False,
        help_text=gettext_lazy("With what is not live yet; it says “draft” on every page."),
    )

    def __init__(self, data: Any, user: Any, live: list[str]) -> None:
        formats = list(FORMATS)
        own = [code for code in live or languages() if code in languages_of(user)]
        # The editor's own language, where it is there.
        chosen = sorted(own, key=lambda code: code != get_language())
        first = {"editions": chosen[:1], "formats": formats[:1]}
        super().__init__(data, initial=first)
        self.live = live
        fields: dict[str, Any] = self.fields
        fields["editions"].choices = choices_of(user)
        fields["formats"].choices = [(one.value, one.label) for one in formats]
        if not may(user, Act.EDIT):
            del self.fields["is_draft"]

    @property
    def is_from_desk(self) -> bool:
        return bool(self.cleaned_data.get("is_draft"))

    def editions_wanted(self) -> list[tuple[str, ...]]:
        return [tuple(edition.split(",")) for edition in self.cleaned_data["editions"]]

    def formats_wanted(self) -> list[Kit.Format]:
        return [Kit.Format(value) for value in self.cleaned_data["formats"]]


def missing_live(editions: list[tuple[str, ...]], live: list[str]) -> str:
    """Return what to say where one of the languages is not live; '' where all are."""
    missing = [code for code in languages() if any(code in e for e in editions)]
    names = [spoken(code) for code in missing if code not in live]
    if not names:
        return ""
    return gettext("Not live in %(languages)s: publish it first, or build a draft.") % {
        "languages": ", ".join(names)
    }


def choices_of(user: Any) -> list[tuple[str, str]]:
    """Return each language by itself, then pairs in one file; the first leads."""
    own = languages_of(user)
    single = [(code, say_edition((code,))) for code in own]
    return single + [(",".join(pair), say_edition(pair)) for pair in permutations(own, 2)]


def say_edition(codes: tuple[str, ...]) -> str:
    if len(codes) == 1:
        return spoken(codes[0])
    names = {"first": spoken(codes[0]), "second": spoken(codes[1])}
    return pgettext("languages of one kit", "%(first)s and %(second)s in one") % names
