"""A source comes in, is described, and goes."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.changes import change
from editorial.models import Record
from editorial.moments import say_moment
from editorial.names import person_name
from editorial.rights import Act
from films.models import Film
from sources.comparing.renewing import renew_standings
from sources.desk.editing import note_others, print_of
from sources.desk.forms import FIELDS, SourceForm, TextForm
from sources.desk.frame import address_of, find_film, find_source_of, frame, sources_url
from sources.desk.guessing import guess_fields
from sources.desk.places import named_on
from sources.models import Claim, Source
from sources.taking.texts import hash_text, keep_source

INVALID, CONFLICT = 422, 409


@require_http_methods(["GET", "HEAD", "POST"])
def add_source(request: HttpRequest, film_id: int) -> HttpResponse:
    """Two steps on one address: the text, then what is known of it, with the text still there."""
    film = find_film(request, film_id, Act.EDIT)
    if request.method != "POST":
        return _ask(request, film, TextForm())
    texts = TextForm(request.POST, request.FILES)
    is_second = "title" in request.POST
    if not texts.is_valid():
        form = SourceForm(request.POST) if is_second else None
        return _ask(request, film, texts, form, INVALID)
    text = texts.cleaned_data["text"]
    if known := Source.objects.filter(sha256=hash_text(text)).first():
        return _lead_to_known(request, film, known)
    filled = TextForm(initial={"text": text})
    if not is_second:
        known_of = guess_fields(text, texts.file_name, texts.is_table)
        return _ask(request, film, filled, SourceForm(initial=known_of))
    form = SourceForm(request.POST)
    if not form.is_valid():
        return _ask(request, film, filled, form, INVALID)
    with change(request.user, _("Source added: %(title)s") % {"title": form.instance.title}):
        source = keep_source(text, {name: form.cleaned_data[name] for name in FIELDS}, request.user)
    messages.success(request, _("The source is kept. Nothing was taken from it yet."))
    return HttpResponseRedirect(_address_of(film, source))


def _lead_to_known(request: HttpRequest, film: Film, source: Source) -> HttpResponse:
    words = {"source": source, "day": say_moment(source.added_at)}
    if source.added_by:
        words["name"] = person_name(source.added_by)
        text = _("This text is known: %(name)s added it as “%(source)s”, %(day)s.")
    else:
        text = _("This text is known: it was added as “%(source)s”, %(day)s.")
    messages.info(request, text % words)
    return HttpResponseRedirect(_address_of(film, source))


def _address_of(film: Film, source: Source) -> str:
    """Return where the source is read: a table first asks what its columns are."""
    if source.kind == Source.Kind.TABLE and (url := address_of("source_table", film.pk, source.pk)):
        return url
    return reverse("source_read", args=[film.pk, source.pk])


def _ask(
    request: HttpRequest,
    film: Film,
    texts: TextForm,
    form: SourceForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, film, _("Add a source")) | {"texts": texts, "form": form}
    return TemplateResponse(request, "admin/sources/desk/new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_source(request: HttpRequest, film_id: int, source_id: int) -> HttpResponse:
    film = find_film(request, film_id, Act.EDIT)
    source = find_source_of(film, source_id)
    if request.method == "POST":
        return _save(request, film, source)
    return _show_form(request, film, source, SourceForm(instance=source), print_of(source))


@transaction.atomic
def _save(request: HttpRequest, film: Film, source: Source) -> HttpResponse:
    """Save what was typed unless the source has changed since its form was made."""
    stored = get_object_or_404(Source.objects.select_for_update(), pk=source.pk)
    mark = print_of(stored)
    seen = request.POST.get("seen", mark)
    form = SourceForm(request.POST, instance=get_object_or_404(Source, pk=source.pk))
    if not form.is_valid():
        return _show_form(request, film, stored, form, seen, INVALID)
    if seen != mark and form.has_changed():
        note_others(form, stored)
        return _show_form(request, film, stored, form, mark, CONFLICT)
    with change(request.user, _("Source changed: %(source)s") % {"source": stored}) as opened:
        form.save()
        if "is_named" in form.changed_data or stored.is_named:
            opened.show()
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(sources_url(film))


def _show_form(
    request: HttpRequest,
    film: Film,
    source: Source,
    form: SourceForm,
    seen: str,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, film, _("Edit source")) | {
        "form": form,
        "source": source,
        "seen": seen,
        "is_conflict": status == CONFLICT,
    }
    return TemplateResponse(request, "admin/sources/desk/edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def delete_source(request: HttpRequest, film_id: int, source_id: int) -> HttpResponse:
    """Ask, then delete the source with its statements; films keep what was written."""
    film = find_film(request, film_id, Act.EDIT)
    source = find_source_of(film, source_id)
    if request.method == "POST":
        return _delete(request, film, source)
    told = Claim.objects.filter(source=source).values("record").annotate(count=Count("pk"))
    counts = {row["record"]: row["count"] for row in told}
    titles = Film.objects.in_bulk(counts)
    lost: dict[str, Any] = {
        "source": source,
        "films": [(titles[pk], count) for pk, count in counts.items() if pk in titles],
        "claims": sum(counts.values()),
        "named_on": named_on([source]).get(source.pk, ()) if source.is_named else (),
    }
    context = frame(request, film, _("Delete source")) | lost
    return TemplateResponse(request, "admin/sources/desk/delete.html", context)


def _delete(request: HttpRequest, film: Film, source: Source) -> HttpResponse:
    words = {"source": str(source)}
    with change(request.user, _("Source deleted: %(source)s") % words) as opened:
        records = set(Record.objects.filter(claims__source=source).values_list("pk", flat=True))
        if source.is_named:
            opened.show()
        source.delete()
        renew_standings(records)
    messages.success(request, _("“%(source)s” was deleted; the film keeps its rows.") % words)
    return HttpResponseRedirect(sources_url(film))
