"""A table that arrives, and what its columns are."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assets.fields import ReadUpload
from people.printed.spelling import fold
from sources.columns.cells import DELIMITERS
from sources.columns.decoding import LARGEST, clean_table, decode_table
from sources.columns.guessing import columns_of, guess_layout
from sources.columns.layout import Layout, Table, cut_table, meaning_choices
from sources.columns.meanings import Meaning

EXAMPLES = 8


class ArrivalForm(forms.Form):
    """A file or pasted rows; cleaned `table` is the text."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("What you will know it by; empty takes the name of the file."),
    )
    file = ReadUpload(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.tab,.txt"}),
        help_text=gettext_lazy("A table as CSV or TSV, in any encoding that Excel writes."),
    )
    text = forms.CharField(
        label=gettext_lazy("or rows to paste"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy("Copied cells of a spreadsheet will do."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "file" in self.errors:
            return data
        field = "file" if data.get("file") else "text"
        try:
            table = self._read(data)
            cut_table(table)
        except ValidationError as error:
            self.add_error(field, error)
            return data
        name = data["file"].name if data.get("file") else _("Pasted table")
        data["table"], data["title"] = table, data.get("title") or name[:300]
        return data

    def _read(self, data: dict[str, Any]) -> str:
        file = data.get("file")
        if file is None:
            return clean_table(data.get("text") or "")
        return decode_table(file.read(LARGEST + 1))


class LayoutForm(forms.Form):
    """The sign between cells, whether there are headers, and a choice for each column."""

    delimiter = forms.ChoiceField(label=gettext_lazy("Cells are parted by"))
    has_header = forms.BooleanField(
        label=gettext_lazy("The first row has the names of the columns"), required=False
    )

    def __init__(self, data: Any, text: str, layout: Layout) -> None:
        super().__init__(data, initial=layout.as_json(), label_suffix="")
        self.source_text, self.layout = text, layout
        self.table: Table = cut_table(text, layout.delimiter)
        fields: dict[str, Any] = self.fields
        fields["delimiter"].choices = delimiter_choices()
        choices = meaning_choices()
        for place in range(self.table.width):
            meaning = layout.meanings[place] if place < len(layout.meanings) else ""
            fields[f"column-{place}"] = forms.ChoiceField(
                choices=choices,
                required=False,
                initial=str(meaning),
                label=_("Column %(number)d") % {"number": place + 1},
            )

    @property
    def is_as_shown(self) -> bool:
        """Tell whether the columns are still those that the page showed."""
        data = self.cleaned_data
        shown = (self.layout.delimiter, self.layout.has_header)
        return (data["delimiter"], data["has_header"]) == shown

    def chosen(self) -> Layout:
        """Return what was said; another sign or other headers make a new guess of the columns."""
        sign, has_header = self.cleaned_data["delimiter"], self.cleaned_data["has_header"]
        if not self.is_as_shown:
            return guess_layout(self.source_text, sign, has_header)
        meanings = [
            Meaning(self.cleaned_data.get(f"column-{place}", ""))
            for place in range(self.table.width)
        ]
        headers = [fold(cell) for cell in self.headers()] if has_header else []
        return Layout(sign, has_header, tuple(meanings), tuple(headers))

    def headers(self) -> list[str]:
        first = self.table.rows[0].cells if self.table.rows and self.layout.has_header else ()
        return [*first, *[""] * (self.table.width - len(first))]

    def columns(self) -> list[dict[str, Any]]:
        """Return each column's header, its field and its first cells."""
        cells = columns_of(self.table, self.layout.has_header)
        return [
            {"header": header, "field": self[f"column-{place}"], "cells": cells[place][:3]}
            for place, header in enumerate(self.headers())
        ]

    @property
    def row_count(self) -> int:
        """How many rows stand below the headers."""
        return max(0, len(self.table.rows) - self._begin)

    @property
    def _begin(self) -> int:
        return 1 if self.layout.has_header else 0

    def first_rows(self) -> list[list[str]]:
        """Return the first rows below the headers, each as wide as the table."""
        rows = self.table.rows[self._begin : self._begin + EXAMPLES]
        width = self.table.width
        return [[*row.cells, *[""] * (width - len(row.cells))] for row in rows]


def delimiter_choices() -> list[tuple[str, str]]:
    names = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("vertical bar")}
    return [(sign, names[sign]) for sign in DELIMITERS]
