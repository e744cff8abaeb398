"""Pickers: what a field that completes a name offers, in words that tell namesakes apart."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from editorial.fields import column, languages

# In a form's address: what was typed into a picker and is to become the name of a new row.
TYPED = "typed"
NAME = "name"


class PickerView(AutocompleteJsonView):
    """The admin's own, but an admin class may say more about a row: `picker_text(row)`."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "picker_text", None)
        return {**result, "text": describe(obj)} if describe else result


class SoundChoice:
    """Shows again what was chosen; Django's own asks the database for whatever was sent."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [one for one in value if is_number(one)], attr)


class Picker(SoundChoice, AutocompleteSelect):
    """One row by its name."""


class MultiplePicker(SoundChoice, AutocompleteSelectMultiple):
    """Several rows by their names."""


class Pickers:
    """For an admin or its rows; stands before Django's class."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs = self.with_picker(Picker, db_field, request, kwargs)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs = self.with_picker(MultiplePicker, db_field, request, kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def with_picker(self, picker, db_field, request, kwargs):
        if "widget" in kwargs or db_field.name not in self.get_autocomplete_fields(request):
            return kwargs
        return {**kwargs, "widget": picker(db_field, self.admin_site, using=kwargs.get("using"))}

    def get_changeform_initial_data(self, request):
        """Return what the address fills in, without what its field would refuse."""
        initial = super().get_changeform_initial_data(request)
        known = self.get_form(request).base_fields if initial else {}
        typed = initial.get(TYPED, "").strip()
        names = (NAME, column(NAME, own_language()))
        initial |= {name: typed for name in names if typed and name in known}
        return {
            name: value
            for name, value in initial.items()
            if name in known and is_clean(known[name], value)
        }


def own_language() -> str:
    """Return the language of content that the reader of the desk speaks, else the first."""
    spoken = (get_language() or "").partition("-")[0]
    return spoken if spoken in languages() else languages()[0]


def is_number(value) -> bool:
    """Tell whether a key of ours could look like this."""
    text = str(value)
    return text.isascii() and text.isdigit() and len(text) < 19


def is_clean(field, value) -> bool:
    try:
        field.clean(value)
    except ValidationError:
        return False
    return True
