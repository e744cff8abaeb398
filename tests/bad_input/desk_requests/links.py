"""Addresses that no browser should follow, typed into every field for an address that the desk has.

The fields are found, not listed: a form that gets one is tried the next time. What stands beside
must still be there, nothing may be stored, and the error must stand at the field.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.urls import reverse

from tests.bad_input.desk_requests.side_views import people, world
from tests.bad_input.members import Answer, Member, fields_of
from tests.bad_input.world import Server

HOSTILE = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)//https://kino.example", "java\tscript:alert(1)",
    "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd",
    "ftp://kino.example/", "https://kino.example/\r\nSet-Cookie: x=1", "https://kino.example\\.evil",
    "https://user:secret@kino.example/", "https://kino.example@evil.example/",
    "https://kino\u202e.example/", "https://kino.example/\u200bfilm", "https://[::1", "https://",
    "https://kino.example:99999/", f"https://kino.example/{'a' * 3000}",
)  # fmt: skip
SOME = (HOSTILE[0], HOSTILE[7], HOSTILE[9], HOSTILE[11])
KEPT = "Words that were typed beside"
ADDRESS = re.compile(r'<input[^>]*type="url"[^>]*>')
NAME = re.compile(r'name="([^"]+)"')
SHOWN_AGAIN = (200, 422)


def refuse_addresses(server: Server) -> str:
    """Send each hostile address to each field; one good address must be taken, or nothing is."""
    editor, wrong, tried = people(server)["editor"], [], set()
    for path in forms():
        page = editor.get(path)
        names = fields_for_addresses(page)
        if not names:
            continue
        tried |= {column_of(name) for name in names}
        typed = filled(page, names)
        # The first form is asked about everything; the rule is the same for all.
        for value in HOSTILE if tried <= {column_of(name) for name in names} else SOME:
            wrong += try_value(editor, path, typed, names, value)
    wrong += [f"no form was found for {name}" for name in sorted(columns() - tried)]
    return "; ".join(wrong[:20]) or stored()


def forms() -> Iterator[str]:
    """Yield the address of every form that may have such a field."""
    for model in admin.site._registry:
        meta = model._meta
        pk = world().get(f"{meta.app_label}_{meta.model_name}")
        if pk is not None:
            yield f"/admin/{meta.app_label}/{meta.model_name}/{pk}/change/"
    film = world()["films_film"]
    yield reverse("source_edit", args=[film, world()["source"]])
    yield reverse("microsite_desk_entry_new", args=[film, world()["block_uuid"]])


def fields_for_addresses(page: Answer) -> list[str]:
    """Return the names of the fields for addresses, of the rows that new ones are made of, too."""
    return [NAME.findall(field)[0] for field in ADDRESS.findall(page.text)]


def filled(page: Answer, names: list[str]) -> dict[str, str]:
    """Return the form as sent, with one more row in each table that has an address, and words."""
    sent = fields_of(page.text, names[0])
    for prefix in {name.partition("-__prefix__-")[0] for name in names if "__prefix__" in name}:
        number = int(sent[f"{prefix}-TOTAL_FORMS"])
        pattern = f"{prefix}-__prefix__-"
        rows = {name: text for name, text in sent.items() if name.startswith(pattern)}
        sent |= {name.replace("__prefix__", str(number)): text for name, text in rows.items()}
        sent[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    words = [name for name in sent if name.endswith(WORDS) and "__prefix__" not in name]
    kept = {name: text for name, text in sent.items() if "__prefix__" not in name}
    return kept | dict.fromkeys(words, KEPT)


WORDS = ("title_en", "name", "label_en", "biography_en", "history_en")


def try_value(
    editor: Member, path: str, typed: dict[str, str], names: list[str], value: str
) -> Iterator[str]:
    names = [sent_name(name, typed) for name in names]
    answer = editor.post(path, typed | dict.fromkeys(names, value))
    if answer.status not in SHOWN_AGAIN:
        yield f"{path} {value[:40]!r}: {answer.status}"
        return
    for name in names:
        if not has_error(answer.text, name):
            yield f"{path} {name} {value[:40]!r}: no error at the field"
    if KEPT in typed.values() and KEPT not in answer.text:
        yield f"{path}: the rest of the form was lost"


def sent_name(name: str, typed: dict[str, str]) -> str:
    prefix, is_row, column = name.partition("-__prefix__-")
    return f"{prefix}-{int(typed[f'{prefix}-TOTAL_FORMS']) - 1}-{column}" if is_row else name


def has_error(page: str, name: str) -> bool:
    """Tell whether the field points to its error, as assistive software reads it."""
    fields = [field for field in ADDRESS.findall(page) if NAME.findall(field)[0] == name]
    return any('aria-invalid="true"' in field for field in fields)


def columns() -> set[str]:
    """Return the columns for addresses of all tables that people fill in."""
    return {field.name for model in ours() for field in addresses_of(model)}


def column_of(name: str) -> str:
    return name.rpartition("-")[2]


def stored() -> str:
    """Return which tables took something hostile, or ''."""
    found = {
        f"{model._meta.label}.{field.name}: {text!r}"
        for model in ours()
        for field in addresses_of(model)
        for text in model._base_manager.values_list(field.name, flat=True)
        if text and html.unescape(text) in HOSTILE
    }
    return "; ".join(sorted(found))


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if addresses_of(model)]


def addresses_of(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.fields if isinstance(field, models.URLField)]
