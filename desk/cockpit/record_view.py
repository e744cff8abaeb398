"""One record on one screen: the source beside the translation, saved as one types."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from desk.cockpit.items import Group, Item, pictures_of, screen_of
from desk.cockpit.records import form_of, neighbours, titles_of
from desk.cockpit.saving import (
    SEEN,
    TEXT,
    Saved,
    confirm_texts,
    read_wishes,
    save_quietly,
    save_texts,
)
from desk.cockpit.typed import UNSAVED, forget_typed, keep_typed, typed_before
from desk.cockpit.words import KINDS
from editorial.fields import languages
from editorial.models import Record
from editorial.names import spoken
from editorial.rights import Act, may
from editorial.translating.keeping import origin_of, set_origin
from editorial.translating.writing import Result


@require_http_methods(["GET", "HEAD", "POST"])
def record_view(request: HttpRequest, uuid: UUID, language: str) -> HttpResponse:
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    if language not in languages():
        raise Http404
    record = get_object_or_404(Record, uuid=uuid, binned_at=None)
    if request.method != "POST":
        return show(request, record, language)
    if "_origin" in request.POST:
        return choose_origin(request, record, language)
    if not may(request.user, Act.TRANSLATE, language):
        raise PermissionDenied
    if "_forget" in request.POST:
        forget_typed(request.user, request.path, record, request.POST.getlist("_forget"))
        return HttpResponseRedirect(request.get_full_path())
    return save(request, record, language)


def choose_origin(request: HttpRequest, record: Record, language: str) -> HttpResponse:
    """Change the record's language of origin."""
    wanted = request.POST["_origin"]
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    if wanted not in languages():
        raise Http404
    set_origin(record, wanted, request.user)
    messages.success(request, _("Translations are made from this language: %s.") % spoken(wanted))
    return HttpResponseRedirect(request.get_full_path())


def save(request: HttpRequest, record: Record, language: str) -> HttpResponse:
    """Write what was sent; conflicts and mistakes come back with what was typed."""
    records = [record, *(image.record for image in pictures_of(record))]
    wishes = read_wishes(request.POST.dict())
    write = save_quietly if "_autosave" in request.POST else save_texts
    saved = write(records, language, wishes, request.user)
    typed = [(f"{uuid}/{wish.key}", wish) for uuid, mine in wishes.items() for wish in mine]
    keep_typed(request.user, request.path, record, typed, saved)
    confirmed = request.POST.get("confirm", "")
    if confirmed and not request.POST.get(TEXT + confirmed, confirmed).strip():
        messages.warning(request, _("There is no text yet that could be confirmed."))
    elif confirmed and confirmed not in saved.of(*UNSAVED):
        seen = {confirmed: request.POST.get(SEEN + confirmed, "")}
        done = confirm_texts(records, language, seen, request.user)
        saved.confirmed, saved.refused = done.confirmed, done.refused
    if request.headers.get("Accept", "").startswith("application/json"):
        return answer(request, record, language, saved)
    say(request, saved)
    if not saved.is_clean:
        return show(request, record, language, saved)
    if "_next" in request.POST:
        following = neighbours(record, language)[1]
        if following is not None:
            url = address_of(following, language, is_only_open="open" in request.GET)
            return HttpResponseRedirect(url)
        asked = urlencode({"kind": record.kind, "language": language})
        return HttpResponseRedirect(f"{reverse('translations')}?{asked}")
    return HttpResponseRedirect(request.get_full_path())


def say(request: HttpRequest, saved: Saved) -> None:
    count = len(saved.of(Result.SAVED))
    if count:
        text = ngettext("One text is saved.", "%(n)d texts are saved.", count)
        messages.success(request, text % {"n": count})
    if saved.confirmed:
        messages.success(request, _("Noted as still correct."))
    if saved.refused:
        text = _("The source has changed while you were reading. Look at it again.")
        messages.warning(request, text)
    if not saved.is_clean:
        messages.error(request, _("Some texts are not saved yet; they are marked below."))
    elif not (count or saved.confirmed or saved.refused or {"confirm", "_next"} & {*request.POST}):
        messages.info(request, _("Nothing was changed."))


def answer(request: HttpRequest, record: Record, language: str, saved: Saved) -> JsonResponse:
    """Tell the script what became of each text, in the words of the page."""
    groups = screen_of(record, language, saved.outcomes.items())
    items = {item.id: item for group in groups for item in group.items}
    told = [*saved.outcomes, *saved.confirmed, *saved.refused]
    texts = {ident: describe(items[ident], saved) for ident in told if ident in items}
    for ident, outcome in saved.outcomes.items():
        if ident not in items:
            texts[ident] = {"result": outcome.result, "message": outcome.message, "was": ""}
    count = len(open_of(items.values()))
    return JsonResponse({"texts": texts, "open": count, "refused": bool(saved.refused)})


def describe(item: Item, saved: Saved) -> dict[str, Any]:
    outcome, now = saved.outcomes.get(item.id), timezone.now()
    is_saved = outcome is not None and outcome.result is Result.SAVED
    return {
        "result": outcome.result if outcome else Result.UNCHANGED,
        "message": outcome.message if outcome else "",
        "was": item.was,
        "text": item.state.target,
        "state": render_to_string(
            "desk/cockpit/_state.html", {"item": item, "saved_at": now if is_saved else None}
        ),
        "changes": render_to_string("desk/cockpit/_changes.html", {"item": item}),
        "confirming": str(item.confirming),
        "meanwhile": item.meanwhile,
    }


def open_of(items: Any) -> list[Item]:
    return [item for item in items if item.state.is_open]


def show(
    request: HttpRequest, record: Record, language: str, saved: Saved | None = None
) -> HttpResponse:
    may_write = may(request.user, Act.TRANSLATE, language)
    typed = typed_before(request.user, request.path) if may_write else {}
    outcomes = {**typed, **(saved.outcomes if saved else {})}
    groups = screen_of(record, language, outcomes.items())
    items = [item for group in groups for item in group.items]
    shown = {item.id for item in items}
    is_only_open = "open" in request.GET
    previous, following = neighbours(record, language)
    origin = origin_of(record)
    title = titles_of([record]).get(record.pk, record.key)
    context = {
        **admin.site.each_context(request),
        "title": f"{title} · {spoken(language)}",
        "record": record,
        "record_title": title,
        "kind_name": KINDS.get(record.kind, record.kind),
        "language": language,
        "language_name": spoken(language),
        "other_languages": [
            (code, spoken(code), address_of(record, code))
            for code in languages()
            if code != language
        ],
        "origin": origin,
        "origin_name": spoken(origin),
        "all_languages": [(code, spoken(code)) for code in languages()],
        "groups": [only_open(group) for group in groups] if is_only_open else groups,
        "count": len(items),
        "lost": [(i, o.text) for i, o in outcomes.items() if i not in shown and o.text],
        "open_count": len(open_of(items)),
        "is_only_open": is_only_open,
        "may_write": may_write,
        "may_edit": may(request.user, Act.EDIT),
        "may_export": may(request.user, Act.EXPORT, language),
        "form_url": form_of(record),
        "previous_url": address_of(previous, language, is_only_open) if previous else "",
        "next_url": address_of(following, language, is_only_open) if following else "",
        "is_returned": saved is not None,
    }
    return TemplateResponse(request, "desk/cockpit/record.html", context)


def only_open(group: Group) -> Group:
    """Return the group with what is open, and with what could not be saved."""
    kept = tuple(item for item in group.items if item.state.is_open or item.outcome)
    return Group(group.title, kept, group.picture, group.key)


def address_of(record: Record, language: str, is_only_open: bool = False) -> str:
    address = reverse("translations_record", args=[record.uuid, language])
    return f"{address}?open" if is_only_open else address
