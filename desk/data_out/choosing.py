"""Which films a table holds, and in which form: what the page asks for."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext, gettext_lazy

from desk.data_out.tables import TABLES
from editorial.fields import languages
from editorial.models import Publication
from editorial.names import spoken
from films.models import Film

MOST = 500  # films that one address names
ALL, LIVE = "all", "live"
XLSX, CSV = "xlsx", "csv"
SEPARATORS = {"semicolon": ";", "comma": ","}
# What Excel takes for a separator where numbers have a decimal comma.
USUAL = {"de": "semicolon"}
FORMATS = (
    (XLSX, gettext_lazy("Excel workbook (XLSX)")),
    (CSV, gettext_lazy("Text with separators (CSV, UTF-8)")),
)
BETWEEN = (
    ("semicolon", gettext_lazy("Semicolon, as Excel in German expects")),
    ("comma", gettext_lazy("Comma, as Excel in English and most programs expect")),
)


class TableForm(forms.Form):
    """`films` is all, live, or primary keys with commas."""

    table = forms.ChoiceField(label=gettext_lazy("Table"), widget=forms.RadioSelect)
    films = forms.ChoiceField(label=gettext_lazy("Films"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=gettext_lazy("Language of words"), widget=forms.RadioSelect)
    format = forms.ChoiceField(
        label=gettext_lazy("File"), widget=forms.RadioSelect, choices=FORMATS
    )
    separator = forms.ChoiceField(
        label=gettext_lazy("Separator (CSV only)"),
        widget=forms.RadioSelect,
        choices=BETWEEN,
        required=False,
    )

    def __init__(self, data: Any = None, chosen: str = "") -> None:
        codes = languages()
        own = get_language() or ""
        language = own if own in codes else codes[0]
        numbers = read_numbers(chosen or (data or {}).get("films", ""))
        first = ",".join(map(str, numbers)) if numbers else ALL
        initial = {
            "table": next(iter(TABLES)), "films": first, "language": language, "format": XLSX,
            "separator": USUAL.get(language, "comma"),
        }  # fmt: skip
        super().__init__(data, initial=initial)
        fields: dict[str, Any] = self.fields
        fields["table"].choices = [(table.key, table.title) for table in TABLES.values()]
        fields["language"].choices = [(code, spoken(code)) for code in codes]
        fields["films"].choices = _film_choices(numbers, first)

    def separator_sign(self) -> str:
        language = self.cleaned_data["language"]
        return SEPARATORS[self.cleaned_data["separator"] or USUAL.get(language, "comma")]


def _film_choices(numbers: list[int], word: str) -> list[tuple[str, str]]:
    choices = [(ALL, gettext("All films")), (LIVE, gettext("Only those that are live"))]
    if numbers:
        text = gettext("Those chosen in the list (%(n)d)")
        choices.append((word, text % {"n": len(numbers)}))
    return choices


def read_numbers(given: str) -> list[int]:
    """Return the primary keys of an address; what is no number is left out."""
    words = given.split(",")[:MOST]
    return [int(one) for one in words if one.isascii() and one.isdigit() and len(one) < 10]


def chosen_films(word: str) -> QuerySet[Film]:
    """Return the films of the desk that `word` means."""
    films: QuerySet[Film] = Film.objects.all()
    if word == ALL:
        return films
    if word == LIVE:
        live = Publication.objects.live().filter(kind="film").exclude(language="")
        return films.filter(pk__in=live.order_by().values("record"))
    return films.filter(pk__in=read_numbers(word))
