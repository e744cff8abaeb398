"""The form of one picture of a film, cut down to what its reader may write."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from assets.models import Image
from editorial.fields import column, languages
from editorial.moments import check_moment
from editorial.names import spoken as spoken_name
from editorial.rights import Act, languages_of, may
from films.choices import Usage
from films.models import Placement
from films.stills_desk.people import PeopleField

TEXTS = ("caption", "alt")
FACTS = ("photographer", "copyright", "access", "rights_until", "focal_x", "focal_y")
MOMENT = "%Y-%m-%dT%H:%M"


def text_fields() -> list[str]:
    return [column(name, code) for name in TEXTS for code in languages()]


class PictureForm(forms.ModelForm):
    """Texts in all languages, rights, focal point, people; use and language of the placement."""

    usage = forms.ChoiceField(label=_("Use"), choices=Usage.choices)
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        help_text=_("For posters and title art with words; empty for every language."),
    )
    people = PeopleField(label=_("People on the picture"), required=False)

    class Meta:
        model = Image
        fields = (*text_fields(), *FACTS)
        widgets = {
            "rights_until": forms.DateTimeInput({"type": "datetime-local"}, format=MOMENT),
            "focal_x": forms.NumberInput({"min": 0, "max": 100}),
            "focal_y": forms.NumberInput({"min": 0, "max": 100}),
        }

    def __init__(self, *args: Any, placement: Placement, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.placement = placement
        self.fields["usage"].initial = placement.usage
        self.fields["language"].initial = placement.language
        self.fields["language"].choices = language_choices(placement.language)
        self.fields["people"].use(placement.image)
        self._dress()
        writable = writable_fields(user)
        for name, field in self.fields.items():
            field.disabled = name not in writable
        self.may_write = bool(writable)

    def _dress(self) -> None:
        for field in self.fields.values():
            field.label = capfirst(field.label)
        for code in languages():
            for name in TEXTS:
                field = self.fields[column(name, code)]
                field.widget = forms.Textarea({"rows": 3 if name == "caption" else 2, "lang": code})
                field.widget.attrs["maxlength"] = field.max_length
                word = capfirst(Image._meta.get_field(name).verbose_name)
                field.label = f"{word} ({spoken_name(code)})"
        self.fields["rights_until"].input_formats = [MOMENT, f"{MOMENT}:%S"]
        self.fields["rights_until"].validators.append(check_moment)

    @property
    def texts(self) -> list[tuple[Any, list[Any]]]:
        """Bound fields by kind of text, the languages side by side."""
        return [(name, [self[column(name, code)] for code in languages()]) for name in TEXTS]

    @property
    def focal_fields(self) -> list[Any]:
        return [self["focal_x"], self["focal_y"]]

    @property
    def rights_fields(self) -> list[Any]:
        return [self[name] for name in ("photographer", "copyright", "access", "rights_until")]

    @property
    def use_fields(self) -> list[Any]:
        return [self["usage"], self["language"]]

    @property
    def shapes(self) -> tuple[tuple[str, str], ...]:
        """The crops that public pages make most."""
        return (("wide", "21:9"), ("screen", "16:9"), ("square", "1:1"), ("tall", "2:3"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        row = self.placement
        same = Placement.objects.filter(
            film=row.film_id, image=row.image_id,
            usage=data.get("usage", row.usage), language=data.get("language", row.language),
        ).exclude(pk=row.pk)  # fmt: skip
        if same.exists():
            self.add_error("usage", _("The film has this picture in this use already."))
        return data

    def save(self, commit: bool = True) -> Image:
        """Write what differs: picture, people, use. Inside a change."""
        image: Image = self.instance
        if self.changed_columns():
            image.save()
        if not self.fields["people"].disabled:
            self.fields["people"].save(image, self.cleaned_data["people"])
        row = self.placement
        wanted = (self.cleaned_data["usage"], self.cleaned_data["language"])
        if wanted != (row.usage, row.language):
            row.usage, row.language = wanted
            row.save()
        return image

    def changed_columns(self) -> set[str]:
        return set(self.changed_data) - {"usage", "language", "people"}


def language_choices(present: str) -> list[tuple[str, Any]]:
    known = [(code, spoken_name(code)) for code, _name in settings.LANGUAGES]
    others = [(present, present)] if present and present not in dict(known) else []
    return [("", _("every language")), *known, *others]


def writable_fields(user: Any) -> set[str]:
    """Return the fields the user may write: a translator the texts of his or her languages."""
    if may(user, Act.EDIT):
        return {*text_fields(), *FACTS, "usage", "language", "people"}
    return {
        column(name, code)
        for code in languages_of(user)
        if may(user, Act.TRANSLATE, code)
        for name in TEXTS
    }


def spoken(form: forms.BaseForm) -> dict[str, Any]:
    """Return the form's values as a browser sends them, to be compared with others later."""
    return {name: as_sent(form[name].value()) for name in form.fields}


def as_sent(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return sorted(str(one) for one in value)
    if isinstance(value, datetime):
        aware = timezone.localtime(value) if timezone.is_aware(value) else value
        return aware.strftime(MOMENT)
    text = "" if value is None else str(value)
    return text.replace("\r\n", "\n").strip()


def dump(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def load(text: str) -> dict[str, Any] | None:
    """Return what `dump` wrote; None for anything else, such as half of it."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    is_ours = isinstance(found, dict) and all(isinstance(v, str | list) for v in found.values())
    return found if is_ours else None
