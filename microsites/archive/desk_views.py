"""The desk page of a film's old site: upload, replace, look at, read the report, delete, undo."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assets.sites import add_site, open_archive
from editorial.changes import change
from editorial.fields import column
from editorial.guard.versions import locked
from editorial.rights import Act
from films.models import Film
from microsites.archive.findings import examine
from microsites.archive.former import find_former
from microsites.archive.forms import ArchiveForm
from microsites.archive.reporting import make_report, summarise
from microsites.archive.restoring import bring_back
from microsites.archive.serving import make_preview
from microsites.desk.frame import find_film, frame
from microsites.desk.rows import version_of
from microsites.models import ArchivedSite
from pages.redirecting.following import load_rules
from pages.redirecting.rules import Rules

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
def show_archive(request: HttpRequest, film_id: int) -> HttpResponse:
    if request.method != "POST":
        film = find_film(request, film_id)
        site = _site_of(film)
        return _show(request, film, site, ArchiveForm(instance=site, label_suffix=""))
    film = find_film(request, film_id, Act.EDIT)
    # Checked before the film is locked: a large archive takes seconds.
    site = _site_of(film)
    form = ArchiveForm(
        request.POST, request.FILES, instance=site or ArchivedSite(film=film), label_suffix=""
    )
    is_valid = form.is_valid()
    with change(request.user, _("Old site saved")):
        locked(film.record)
        return _save(request, film, form, is_valid)


def _save(request: HttpRequest, film: Film, form: ArchiveForm, is_valid: bool) -> HttpResponse:
    today = _site_of(film)
    if request.POST.get("version", "") != _version(today):
        # The form comes back with today's version: sending it again means "mine".
        return _show(request, film, today, form, CONFLICT, is_conflict=True)
    if not is_valid:
        return _show(request, film, today, form)
    former = today.file if today else None
    accepted = form.cleaned_data["upload"]
    site = form.instance
    if accepted is not None:
        site.file = add_site(accepted)
    site.save()
    _tell(request, site, former)
    return HttpResponseRedirect(_here(film, former if former != site.file else None))


def _tell(request: HttpRequest, site: ArchivedSite, former: Any) -> None:
    if site.file == former:
        messages.success(request, _("Saved."))
        return
    report = summarise(examine(site.file.sha256))
    text = _("“%(name)s” is taken in. Report: %(report)s.")
    messages.success(request, text % {"name": site.file, "report": report})


@require_POST
def delete_archive(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id, Act.EDIT)
    with change(request.user, _("Old site deleted")):
        locked(film.record)
        site = _site_of(film)
        if site is None:
            return HttpResponseRedirect(_here(film))
        if request.POST.get("version", "") != _version(site):
            messages.error(request, _("Somebody has changed it meanwhile. It was not deleted."))
            return HttpResponseRedirect(_here(film))
        file = site.file
        site.delete()
    messages.success(request, _("The old site is deleted. Visitors see it until you publish."))
    return HttpResponseRedirect(_here(film, file))


@require_POST
def undo(request: HttpRequest, film_id: int) -> HttpResponse:
    """Bring the archive back that was deleted or replaced."""
    film = find_film(request, film_id, Act.EDIT)
    try:
        with change(request.user, _("Former old site brought back")):
            locked(film.record)
            site = bring_back(film, request.POST.get("file", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(name)s” is back.") % {"name": site.file})
    return HttpResponseRedirect(_here(film))


def _site_of(film: Film) -> ArchivedSite | None:
    return ArchivedSite.objects.filter(film=film).select_related("file").first()


def _version(site: ArchivedSite | None) -> str:
    return version_of(site) if site else ""


def _here(film: Film, former: Any = None) -> str:
    return reverse("microsite_desk_archive", args=[film.pk]) + (
        f"?former={former.uuid}" if former else ""
    )


def _show(
    request: HttpRequest,
    film: Film,
    site: ArchivedSite | None,
    form: ArchiveForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = frame(request, film, _("Old site"), "archive") | {
        "form": form,
        "site": site,
        "version": _version(site),
        "former": request.GET.get("former", "")[:36],
        "archive_host": settings.ARCHIVE_HOST,
        **(_describe(film, site) if site else {}),
        **more,
    }
    return TemplateResponse(request, "admin/microsites/archive.html", context, status=status)


def _describe(film: Film, site: ArchivedSite) -> dict[str, Any]:
    """Return what the page tells about the archive; one that is lost is said to be."""
    try:
        archive = open_archive(site.file.sha256)
        found = examine(site.file.sha256)
        former = find_former(archive, _slugs(film))
    except (OSError, ValidationError):
        return {"is_lost": True}
    rules = Rules(load_rules())
    return {
        "count": len(archive.members),
        "report": make_report(found),
        "summary": summarise(found),
        "previews": [
            (label, make_preview(site.file, site.adds_viewport, code))
            for code, label in settings.LANGUAGES
        ],
        "redirects": [(rule, rules.find(rule.old_path) is not None) for rule in former],
    }


def _slugs(film: Film) -> dict[str, str]:
    return {code: getattr(film, column("slug", code)) or "" for code, _name in settings.LANGUAGES}
