"""Fields that are put together here are the same to the letter as those of Django's templates."""

from datetime import date

import pytest
from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from editorial.form_renderer import FOLDER, INPUTS, FormRenderer
from films.models import Credit
from tests.factories import PersonFactory

HOSTILE = """<b class='a'>"Ferry" & Söhne</b>"""
CHOICES = [
    ("", "---------"),
    (HOSTILE, HOSTILE),
    (1, mark_safe("<i>one</i>")),
    (1234.5, 12.5),
    (None, gettext_lazy("Film")),
    ("Group & Co", [("a", "A"), ("b", HOSTILE)]),
]
ATTRIBUTES = {"class": "wide", "required": True, "disabled": False, "title": HOSTILE, "size": 1200}
WIDGETS = [
    *(getattr(forms, name) for name in (
        "TextInput", "NumberInput", "EmailInput", "URLInput", "PasswordInput", "HiddenInput",
        "DateInput", "DateTimeInput", "TimeInput", "CheckboxInput", "FileInput", "Textarea",
    )),
    AdminTextareaWidget,
]  # fmt: skip


def both(widget, value) -> tuple[str, str]:
    attributes = {**ATTRIBUTES, "title": gettext_lazy("Film")}
    return tuple(
        f"{widget.render('na<me', value, attributes, renderer)}"
        f"{widget.render('name', value, ATTRIBUTES, renderer)}"
        for renderer in (FormRenderer(), DjangoTemplates())
    )


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: widget.__name__)
@pytest.mark.parametrize("value", [
    None, "", HOSTILE, mark_safe(HOSTILE), 0, 1234567, 3.5, True, date(2026, 3, 1), ("a", "b"),
    "\n first line", "é́",
], ids=repr)  # fmt: skip
def test_field_is_that_of_django(widget, value):
    ours, theirs = both(widget(), value)
    assert ours == theirs


@pytest.mark.parametrize("widget", [
    forms.Select, forms.SelectMultiple, forms.RadioSelect,
    forms.CheckboxSelectMultiple,
], ids=lambda widget: widget.__name__)  # fmt: skip
@pytest.mark.parametrize("value", [None, "", "1", HOSTILE, ["a", "1"]], ids=repr)
def test_choices_are_those_of_django(widget, value):
    with override("de"):
        ours, theirs = both(widget(choices=CHOICES), value)
    assert ours == theirs


def test_choice_with_a_template_of_its_own_has_it():
    class Own(forms.Select):
        option_template_name = f"{FOLDER}radio_option.html"

    ours, theirs = both(Own(choices=CHOICES), "1")
    assert ours == theirs
    assert 'type="radio"' not in FormRenderer().render(
        f"{FOLDER}text.html", {"widget": {"type": "text", "name": "n", "value": None, "attrs": {}}}
    )


@pytest.mark.django_db
def test_picker_is_that_of_django():
    person = Credit._meta.get_field("person")
    field = person.formfield(widget=AutocompleteSelect(person, admin.site))
    ours, theirs = both(field.widget, PersonFactory(name=HOSTILE).pk)
    assert ours == theirs


def test_site_uses_it():
    assert settings.FORM_RENDERER == "editorial.form_renderer.FormRenderer"
    assert len(INPUTS) == 15
