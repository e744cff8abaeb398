"""Forms of the desk: each text says its state, and a save may leave translations valid."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.changes import current_change
from editorial.documents import upgrade
from editorial.fields import column, languages
from editorial.history.words import words_of
from editorial.kinds import Kind, kind_of
from editorial.models import Record, RecordModel
from editorial.names import spoken
from editorial.publishing.overview import desk_documents
from editorial.translating.keeping import as_mark, marks_of, origin_of
from editorial.translating.looks import EXPLANATIONS, LOOKS, SIGNS
from editorial.translating.states import TextState, text_states
from editorial.translating.texts import Key, fields_of

NO_EFFECT = "_no_effect"


class TranslatingForms:
    """Mixin of the admin: says at each field what is missing or stale in its language."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        opened = current_change()
        if request.method == "POST" and opened is not None:
            opened.keeps_meaning = NO_EFFECT in request.POST
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        if issubclass(self.model, RecordModel) and not context.get("is_popup"):
            context["translating"] = data_of(kwargs.get("obj"), context, self.model.kind)
        return super().render_change_form(request, context, *args, **kwargs)


def data_of(obj: Any, context: dict[str, Any], kind_name: str) -> dict[str, Any]:
    """Return what the script needs of each field, by its name in the form. Three queries."""
    kind = kind_of(kind_name)
    names = dict(_names(context, kind))
    fields: dict[str, dict[str, Any]] = {
        names[key, language]: {"limit": kind.limits[key.field]}
        for key, language in names
        if not key.row and key.field in kind.limits
    }
    data: dict[str, Any] = {"fields": fields, "words": _words()}
    if obj is None or not obj.pk:
        return data
    data["cockpit"] = {
        code: reverse("translations_record", args=[obj.record.uuid, code]) for code in languages()
    }
    open_texts = dict.fromkeys(languages(), 0)
    for state in _states(obj.record, kind):
        open_texts[state.language] += state.is_open
        name = names.get((state.key, state.language))
        if name:
            source = names.get((state.key, state.source_language), "")
            fields.setdefault(name, {}).update(_describe(state, source))
    data["links"] = _links(data["cockpit"], open_texts, origin_of(obj.record))
    return data


def _links(addresses: dict[str, str], open_texts: dict[str, int], origin: str) -> list[Any]:
    """Return the ways to the side-by-side screens: of the origin only if something is open."""
    return [
        {
            "language": spoken(code),
            "url": address + ("?open" if open_texts[code] else ""),
            "open": open_texts[code],
        }
        for code, address in addresses.items()
        if code != origin or open_texts[code]
    ]


def _names(context: dict[str, Any], kind: Kind) -> Iterator[tuple[tuple[Key, str], str]]:
    """Yield where the texts of main row and rows stand in the form."""
    for field in fields_of(kind.main):
        for code in languages():
            yield (Key(kind.main.name, "", field), code), column(field, code)
    parts = {part.model: part for part in kind.parts if part.owner}
    for group in context.get("inline_admin_formsets", ()):
        part = parts.get(group.formset.model)
        if part is None:
            continue
        for form in group.formset.initial_forms:
            row = str(form.instance.uuid)
            for field in fields_of(part):
                for code in languages():
                    yield (Key(part.name, row, field), code), form.add_prefix(column(field, code))


def _states(record: Record, kind: Kind) -> Iterable[TextState]:
    document = record.desk or desk_documents([record.pk]).get(record.pk)
    if document is None:
        return []
    lifted = upgrade(kind, document)
    marks = {place: as_mark(row) for place, row in marks_of([record.pk])[record.pk].items()}
    origin = origin_of(record)
    return [
        state
        for language in languages()
        for state in text_states(kind, lifted, language, origin, marks)
    ]


def _describe(state: TextState, source: str) -> dict[str, Any]:
    former = state.former_source
    words = words_of(former, state.source) if former else ()
    return {
        "look": state.look.value,
        "label": str(LOOKS[state.look]),
        "sign": SIGNS[state.look],
        "hint": str(EXPLANATIONS[state.look]),
        "source": source,
        "language": state.language,
        "changes": [[word.op, word.text] for word in words],
    }


def _words() -> dict[str, str]:
    """Return what the script says, in the language of the desk."""
    return {
        "copy": _("Copy source"),
        "changes": _("Changed since the translation"),
        "cockpit": _("Translate side by side"),
        "removed": _("removed:"),
        "added": _("added:"),
        "count": _("{n} of {limit} words"),
    }
