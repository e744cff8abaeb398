"""German: every message with its placeholders, every field explained in both languages."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.utils.text import capfirst
from django.utils.translation import override
from django.utils.translation.template import templatize

from pages.models import StoredPage
from press.models import Kit
from sources.models import Claim, Decision, Intake, Standing

BASE = Path(settings.BASE_DIR)
CATALOGUE = BASE / "locale/de/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)\d*[a-zA-Z]|\{\w*\}")
# The places of context and message among a call's arguments; a plural follows its singular.
CALLS = {
    "_": (None, 0),
    "gettext": (None, 0),
    "gettext_lazy": (None, 0),
    "ngettext": (None, 0),
    "ngettext_lazy": (None, 0),
    "pgettext": (0, 1),
    "pgettext_lazy": (0, 1),
    "npgettext": (0, 1),
    "npgettext_lazy": (0, 1),
}
TEMPLATE_CALLS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# The German word is the English one, with the same capital.
SAME_WORDS = {
    "Copyright",
    "Festival",
    "Festivals",
    "Film",
    "Form",
    "Format",
    "Genre",
    "Genres",
    "Host",
    "Interview",
    "Link",
    "Links",
    "Logline",
    "Logo",
    "Medium",
    "Name",
    "Person",
    "Premiere",
    "Status",
    "Text",
    "Trailer",
    "Video",
    "Website",
}

# What a worker writes, and nobody fills in.
NEVER_IN_FORMS = {Kit, Claim, Decision, Intake, Standing, StoredPage}
Message = tuple[str | None, str]


@lru_cache
def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="de", abort_invalid=True)


def translations() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return (English, German) of every message, each with its plural if it has one."""
    return [(both(m.id), both(m.string)) for m in catalogue() if m.id]


def both(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def rooms() -> dict[str, Path]:
    found = {config.label: Path(config.path) for config in apps.get_app_configs()}
    return {label: path for label, path in found.items() if path.parent == BASE}


def source_messages() -> Iterator[tuple[Path, Message]]:
    for room in rooms().values():
        for path in sorted(room.rglob("*.py")):
            yield from ((path, message) for message in python_messages(path))
    for path in sorted((BASE / "templates").rglob("*.*")):
        yield from ((path, message) for message in template_messages(path))


def python_messages(path: Path) -> Iterator[Message]:
    """Yield a module's messages, also those inside f-strings, which `make messages` overlooks."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        context_at, message_at = CALLS.get(node.func.id, (None, None))
        words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if message_at is not None and len(words) > message_at:
            yield (None if context_at is None else words[context_at]), words[message_at]


def template_messages(path: Path) -> Iterator[Message]:
    # What stands around the messages becomes filler, whose indentation no tokenizer takes.
    lines = templatize(path.read_text(encoding="utf-8")).splitlines()
    code = BytesIO("\n".join(line.strip() for line in lines).encode())
    for _line, found, _comments, context in extract("python", code, TEMPLATE_CALLS):
        yield context, both(found)[0]


def test_every_message_has_its_german():
    assert [english[0] for english, german in translations() if not all(german)] == []
    assert [message.id for message in catalogue() if message.id and message.fuzzy] == []
    assert list(catalogue().obsolete) == [], "remove the lines that begin with #~"


def test_every_message_of_the_source_is_in_the_catalogue():
    known = {(message.context, both(message.id)[0]) for message in catalogue() if message.id}
    missing = {
        f"{path.relative_to(BASE)}: {message[1]}"
        for path, message in source_messages()
        if message not in known
    }
    assert missing == set(), "run `make messages` and translate; call no gettext in an f-string"


def test_german_has_the_placeholders_of_the_english():
    for english, german in translations():
        wanted = {name for text in english for name in PLACEHOLDER.findall(text)}
        # Of one thing the number may be left out: “One thing is missing”.
        single = set(PLACEHOLDER.findall(english[0]))
        assert set(PLACEHOLDER.findall(german[0])) in (wanted, single), german
        for text in german[1:]:
            assert set(PLACEHOLDER.findall(text)) == wanted, text


def test_german_is_set_with_german_signs():
    """„ “ around words, … for an omission; straight quotes only in examples such as ["de"]."""
    for _english, german in translations():
        for text in german:
            assert "..." not in text, text
            assert '"' not in re.sub(r'\["\w+"\]', "", text), text
            assert "”" not in text and text.count("„") == text.count("“"), text


def desks() -> dict[type, admin.ModelAdmin]:
    return {m: desk for m, desk in admin.site._registry.items() if m._meta.app_label in rooms()}


def editor_request():
    request = RequestFactory().get("/admin/")
    request.user = get_user_model()(is_superuser=True, is_active=True, is_staff=True)
    return request


def fields_in_forms(language: str) -> dict[str, tuple[str, str]]:
    """Return (label, help text) of all that an editor can fill in, by the place where it stands."""
    request = editor_request()
    found = {}
    with override(language):
        for model, desk in desks().items():
            if not desk.has_add_permission(request) and not desk.has_change_permission(request):
                continue  # publications and revisions are only looked at
            fields = {model.__name__: desk.get_form(request).base_fields}
            for inline in desk.get_inline_instances(request, model()):
                rows = inline.get_formset(request, model()).form.base_fields
                fields[f"{model.__name__}, {inline.model.__name__}"] = rows
            for place, named in fields.items():
                for name, field in named.items():
                    label = field.label or capfirst(name)
                    found[f"{place}.{name}"] = (str(label), str(field.help_text))
    return found


def fields_of_models(language: str) -> dict[str, tuple[str, str]]:
    """Return the same of every column that a form might show one day.

    Left out is a row's way to its owner: the form in which the row stands fills it in.
    """
    found = {}
    with override(language):
        for model in apps.get_models():
            if model._meta.app_label not in rooms().keys() - {"editorial", "desk"}:
                continue
            if model in NEVER_IN_FORMS:
                continue
            owner = getattr(model, "owner_path", "").partition("__")[0]
            for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
                if field.editable and not field.primary_key and field.name != owner:
                    label = capfirst(str(field.verbose_name))
                    found[f"{model.__name__}.{field.name}"] = (label, str(field.help_text))
    return found


def all_fields(language: str) -> dict[str, tuple[str, str]]:
    return fields_of_models(language) | fields_in_forms(language)


def without_language(label: str) -> str:
    """Return the label of a language column without the language: Titel (Deutsch) → Titel."""
    return re.sub(r" (\[[\w-]+\]|\([^()]+\))$", "", label)


def untranslated(english: dict[str, str], german: dict[str, str]) -> list[str]:
    return [
        f"{place}: {name}"
        for place, name in german.items()
        if name == english[place] and without_language(name) not in SAME_WORDS
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_field_has_a_help_text(db, language):
    assert [place for place, (_l, text) in all_fields(language).items() if not text] == []


def test_every_help_text_is_translated(db):
    english, german = all_fields("en"), all_fields("de")
    same = [place for place, (_l, text) in german.items() if text == english[place][1] != ""]
    assert same == []


def test_every_label_is_translated(db):
    english, german = (
        {place: label for place, (label, _text) in all_fields(language).items()}
        for language in ("en", "de")
    )
    assert untranslated(english, german) == []


def column_heads(language: str) -> dict[str, str]:
    with override(language):
        return {
            f"list of {model.__name__}, {name}": capfirst(str(label_for_field(name, model, desk)))
            for model, desk in desks().items()
            for name in desk.get_list_display(editor_request())
        }


def test_every_column_head_is_translated():
    assert untranslated(column_heads("en"), column_heads("de")) == []


def names_of_models(language: str) -> dict[str, str]:
    names, request = {}, editor_request()
    with override(language):
        for model, desk in desks().items():
            app = model._meta.app_config
            names[app.label] = str(app.verbose_name)
            rows = [inline.model for inline in desk.get_inline_instances(request, model())]
            for shown in (model, *rows):
                names[shown.__name__] = capfirst(str(shown._meta.verbose_name))
                names[f"many {shown.__name__}"] = capfirst(str(shown._meta.verbose_name_plural))
    return names


def test_every_model_has_a_german_name(db):
    assert untranslated(names_of_models("en"), names_of_models("de")) == []
