"""The forms of pages, blocks and entries; which fields they have is said by the kind of block."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from assets.adding import add_document
from assets.fields import DocumentUpload
from assets.models import MediaFile
from editorial.fields import column, columns, languages, translated_fields
from editorial.rights.admin import cut_form
from films.models import Film, Trailer
from microsites.desk.fields import check_days, make_field
from microsites.desk.naming import give_slugs, slugs_beside
from microsites.desk.rows import PAGES, kind_for
from microsites.models import Block, Entry, MicrositePage

ALWAYS = ("starts_on", "ends_on", "phases")
PAGE_FIELDS = ("title", "slug", "is_in_menu", "follows_phase")
PAGE_MORE = ("background_colour", "background_image", "background_mode")


class RowForm(forms.ModelForm):
    """One row; its texts stand side by side, what is needed seldom is folded away."""

    more: tuple[str, ...] = ()
    more_label: Any = ""

    def __init__(self, *args: Any, film: Film, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.film = film
        for name in translated_fields(self._meta.model):
            for code in languages():
                if field := self.fields.get(column(name, code)):
                    field.sources = self._sources(name, code)
        if trailer := self.fields.get("trailer"):
            trailer.queryset = Trailer.objects.filter(film=film)
            trailer.empty_label = "–"

    def _sources(self, name: str, code: str) -> list[tuple[str, str]]:
        """Return what the text says in other languages, which a translator's form lacks."""
        texts = [(c, getattr(self.instance, column(name, c)) or "") for c in languages()]
        return [(c, text) for c, text in texts if text and c != code]

    @property
    def texts(self) -> list[tuple[str, list[Any]]]:
        """The translated fields, each with its languages side by side."""
        names = translated_fields(self._meta.model)
        found = [(n, [self[c] for c in columns(n) if c in self.fields]) for n in self._order(names)]
        return [(name, fields) for name, fields in found if fields]

    def _order(self, names: Iterable[str]) -> list[str]:
        shown = list(self.fields)
        wanted = [name for name in names if any(one in shown for one in columns(name))]
        return sorted(wanted, key=lambda n: min(shown.index(c) for c in columns(n) if c in shown))

    @property
    def first_facts(self) -> list[Any]:
        """What stands above the texts, such as the day of an entry."""
        return [] if self._first_text() is None else self._facts()[: self._first_text()]

    @property
    def facts(self) -> list[Any]:
        return self._facts()[self._first_text() or 0 :]

    def _first_text(self) -> int | None:
        names = [name for name in self.fields if not self._is_more(name)]
        return next((n for n, name in enumerate(names) if self._is_text(name)), None)

    def _facts(self) -> list[Any]:
        return [
            self[name]
            for name in self.fields
            if not self._is_text(name) and not self._is_more(name)
        ]

    @property
    def more_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if self._is_more(name)]

    @property
    def is_more_said(self) -> bool:
        """Whether a folded field says something or is wrong."""
        return any(
            field.errors or field.value() not in (None, "", []) for field in self.more_fields
        )

    def _is_text(self, name: str) -> bool:
        return any(name in columns(one) for one in translated_fields(self._meta.model))

    def _is_more(self, name: str) -> bool:
        return name in self.more


class PageForm(RowForm):
    """A page: title and address in each language, where it is to be found, what lies behind it."""

    more = PAGE_MORE
    more_label = _("Background of this page alone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if colour := self.fields.get("background_colour"):
            colour.help_text = _(
                "Empty: as on the whole microsite. A colour without a picture of this page’s own "
                "hides the picture of the whole microsite."
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for code in languages():
            name = column("slug", code)
            if data.get(name) and data[name] in slugs_beside(self.instance, code):
                self.add_error(name, _("Another page of this microsite has this address."))
        own = columns("title")
        texts = [data[name] if name in data else getattr(self.instance, name) for name in own]
        shown = next((name for name in own if name in self.fields), None)
        if shown and not any(texts) and not self.errors:
            self.add_error(shown, _("Write a title, in one language at least."))
        return data

    def save(self, commit: bool = True) -> MicrositePage:
        own = [code for code in languages() if column("slug", code) in self.fields]
        give_slugs(self.instance, own)
        page: MicrositePage = super().save(commit)
        return page


class BlockForm(RowForm):
    """A block with the fields of its kind, and when it is shown."""

    more = ALWAYS
    more_label = _("When it is shown")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = kind_for(self.instance)
        if "variant" in self.fields:
            choices = [(key, capfirst(str(label))) for key, label in kind.variants]
            required = {"required": False, "label": self.fields["variant"].label}
            self.fields["variant"] = forms.ChoiceField(choices=choices, **required)
        if amount := self.fields.get("amount"):
            amount.validators.append(MinValueValidator(1))
            amount.widget.attrs["min"] = 1
            amount.help_text = _("Empty: the usual number.")
            if kind.usual_amount:
                amount.widget.attrs["placeholder"] = str(kind.usual_amount)
        if page := self.fields.get("page"):
            page.queryset, page.empty_label = PAGES.rows(self.film), None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "ends_on" in self.fields:
            try:
                check_days(data.get("starts_on"), data.get("ends_on"))
            except ValidationError as error:
                self.add_error("ends_on", error)
        return data


class EntryForm(RowForm):
    """An entry with the fields that its kind of block has; a PDF may be brought along."""

    more = ("ends_on",)
    more_label = _("Until when it is shown")
    upload = DocumentUpload(
        label=_("or a new file"), required=False, help_text=_("A PDF of up to 50 MB.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            file.queryset = MediaFile.objects.filter(kind=MediaFile.Kind.DOCUMENT)
            file.empty_label = "–"
        else:
            self.fields.pop("upload", None)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        said = [
            name
            for name in data
            if name not in ("kind", "ends_on") and data[name] not in (None, "")
        ]
        if not said and not self.errors and not self.instance.pk:
            raise ValidationError(_("Write something first: an empty entry is not kept."))
        return data

    def save(self, commit: bool = True) -> Entry:
        """Store the new file, inside the change, and save the row."""
        if accepted := self.cleaned_data.get("upload"):
            self.instance.file = add_document(accepted)
        entry: Entry = super().save(commit)
        return entry


def page_form(user: Any) -> type[RowForm]:
    return _make(PageForm, MicrositePage, (*PAGE_FIELDS, *PAGE_MORE), user)


def block_form(block: Block, user: Any) -> type[RowForm]:
    """Return the form of a block: what its kind asks for; on which page, if there are several."""
    kind = kind_for(block)
    names = [*kind.fields, *(["variant"] if kind.variants else []), *ALWAYS]
    if MicrositePage.objects.filter(film=block.page.film_id).count() > 1:
        names.append("page")
    return _make(BlockForm, Block, names, user)


def entry_form(block: Block, user: Any) -> type[RowForm]:
    return _make(EntryForm, Entry, (*kind_for(block).entry_fields, "ends_on"), user)


def _make(form: type[Any], model: type[Any], names: Iterable[str], user: Any) -> type[RowForm]:
    translated = translated_fields(model)
    known = {one.name for one in model._meta.concrete_fields}
    fields = [
        one
        for name in dict.fromkeys(names)
        if name in known
        for one in (columns(name) if name in translated else [name])
    ]
    made = forms.modelform_factory(model, form=form, fields=fields, formfield_callback=make_field)
    return cut_form(made, model, user)
