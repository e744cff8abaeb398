"""A new text, and what is known of a source."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assets.fields import ReadUpload
from sources.desk.arriving import ENDINGS, MOST_BYTES, MOST_CHARACTERS, TABLES, decode, tidy
from sources.models import Source

FIELDS = (
    "title", "kind", "author", "medium", "publisher", "date", "url", "language", "is_named", "note",
)  # fmt: skip


class TextForm(forms.Form):
    """A pasted text or a file; cleaned `text` is what either of them says."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "A record of a film database, a review, a list of credits: all of the page, as you "
            "copied it. Menus and other articles are left aside."
        ),
    )
    file = ReadUpload(
        label=gettext_lazy("or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{one}" for one in ENDINGS)}),
        help_text=gettext_lazy("Text (.txt, .md), a table (.csv, .tsv) or a saved page (.html)."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.file_name = ""

    @property
    def is_table(self) -> bool:
        return self.file_name.lower().rpartition(".")[2] in TABLES

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        if "file" in self.errors or "text" in self.errors:
            return data
        try:
            text = self._read_file(file) if file else data.get("text") or ""
        except ValidationError as error:
            self.add_error("file", error)
            return data
        # A table is kept as it came: spaces and quotation marks have a meaning.
        text = text if self.is_table else tidy(text)
        if not text.strip():
            if file:
                self.add_error("file", _("This file is empty."))
            else:
                self.add_error("text", _("Paste a text or choose a file."))
        elif len(text) > MOST_CHARACTERS:
            self.add_error("text", _too_long(len(text)))
        data["text"] = text
        return data

    def _read_file(self, file: Any) -> str:
        if file.size > MOST_BYTES:
            raise ValidationError(
                _("This file has %(size)s MB; at most %(most)s MB are read.")
                % {"size": round(file.size / 1024 / 1024, 1), "most": MOST_BYTES // 1024 // 1024}
            )
        self.file_name = file.name
        return decode(file.read()).replace("\0", "")


def _too_long(count: int) -> str:
    words = ngettext(
        "The text has %(count)s character; at most %(most)s are read. Take it in parts.",
        "The text has %(count)s characters; at most %(most)s are read. Take it in parts.",
        count,
    )
    return words % {"count": count, "most": MOST_CHARACTERS}


class AddressField(forms.URLField):
    """An address; one without a scheme is taken for https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "assume_scheme": "https"})


class SourceForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's own is generic in stubs only
    """What is known of a source; the title is enough."""

    class Meta:
        model = Source
        fields = FIELDS
        field_classes = {"url": AddressField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
