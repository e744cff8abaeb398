"""The desk page of a film's own host: enter it, see what the DNS needs, ask where it leads."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.rights import Act
from films.models import Film
from microsites.desk.domain_forms import DomainForm
from microsites.desk.frame import find_film, frame
from microsites.desk.rows import version_of
from microsites.hosts.known import make_origin
from microsites.hosts.names import is_local_site, to_readable
from microsites.hosts.resolving import ask_dns
from microsites.models import Domain

CONFLICT, INVALID = 409, 422
# Labels of a name that stands directly below its ending, such as night-ferry.film.
APEX = 2


@require_http_methods(["GET", "HEAD", "POST"])
def show_domain(request: HttpRequest, film_id: int) -> HttpResponse:
    if request.method != "POST":
        film = find_film(request, film_id)
        domain = _domain_of(film)
        return _show(request, film, domain, DomainForm(instance=domain, label_suffix=""))
    film = find_film(request, film_id, Act.EDIT)
    if request.POST.get("action") == "check":
        return _check(request, film)
    with change(request.user, _("Own domain saved")):
        locked(film.record)
        return _save(request, film)


def _domain_of(film: Film) -> Domain | None:
    return Domain.objects.filter(film=film).first()


def _check(request: HttpRequest, film: Film) -> HttpResponse:
    """Ask the DNS for what stands in the field; nothing is saved."""
    domain = _domain_of(film)
    form = DomainForm(request.POST, instance=_domain_of(film), label_suffix="")
    if not form.is_valid():
        return _show(request, film, domain, form, status=INVALID)
    answer = ask_dns(form.cleaned_data["host"])
    return _show(request, film, domain, form, answer=answer)


def _save(request: HttpRequest, film: Film) -> HttpResponse:
    domain = _domain_of(film)
    before = version_of(domain) if domain else ""
    theirs = to_readable(domain.host) if domain else ""
    form = DomainForm(request.POST, instance=domain or Domain(film=film), label_suffix="")
    is_removal = request.POST.get("action") == "remove"
    is_valid = is_removal or form.is_valid()
    if request.POST.get("version", "") != before:
        # The form comes back with today's version: sending it again means "mine".
        context = {"is_conflict": True, "theirs": theirs, "version": before}
        return _show(request, film, _domain_of(film), form, CONFLICT, **context)
    if not is_valid:
        return _show(request, film, _domain_of(film), form, INVALID)
    if is_removal:
        if domain:
            domain.delete()
        messages.success(request, _("The microsite has no host of its own any more."))
        return HttpResponseRedirect(_here(film))
    try:
        with transaction.atomic():
            saved = form.save()
    except IntegrityError:
        form.add_error("host", _("This host belongs to another film."))
        return _show(request, film, _domain_of(film), form, INVALID)
    messages.success(request, _("Saved: %(host)s") % {"host": to_readable(saved.host)})
    return HttpResponseRedirect(_here(film))


def _here(film: Film) -> str:
    return reverse("microsite_desk_domain", args=[film.pk])


def _show(
    request: HttpRequest,
    film: Film,
    domain: Domain | None,
    form: DomainForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    host = domain.host if domain else ""
    context = frame(request, film, _("Own domain"), "domain") | {
        "form": form,
        "domain": domain,
        "version": version_of(domain) if domain else "",
        "host": host,
        "readable": to_readable(host),
        "address": make_origin(host) if host else "",
        "site_host": settings.SITE_HOST,
        "is_apex": host.count(".") < APEX,
        "is_local": is_local_site(),
        **more,
    }
    return TemplateResponse(request, "admin/microsites/domain.html", context, status=status)
