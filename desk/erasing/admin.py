"""The register of erasures, and the page on which a person is erased."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.erasing.erasing import erase_person
from desk.erasing.forms import ErasureForm
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureOptions
from desk.erasing.wording import show_report
from editorial.admin.listings import ReadOnlyAdmin
from editorial.rights import Act, may
from people.models import Person


@admin.register(Erasure)
class ErasureAdmin(ReadOnlyAdmin):
    list_display = ("erased_at", "mode", "user", "repeated_at", "uuid")
    list_filter = ("mode",)
    fields = ("erased_at", "mode", "is_redacted", "user", "repeated_at", "uuid", "counts")

    def get_urls(self):
        view = self.admin_site.admin_view(erase_view)
        return [path("person/<int:pk>/", view, name="desk_erase_person"), *super().get_urls()]


@require_http_methods(["GET", "HEAD", "POST"])
def erase_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would happen; with the name typed, do it and show what was done."""
    if not may(request.user, Act.MANAGE):
        raise PermissionDenied
    person = Person.objects.filter(pk=pk).select_related("record", "portrait__record").first()
    if person is None:
        raise Http404
    name, address = person.name, request.path
    is_final = "_erase" in request.POST
    form = ErasureForm(request.POST or None, name=name, is_final=is_final)
    is_valid = form.is_bound and form.is_valid()
    options = form.options(request.user, not is_final) if is_valid else PREVIEW
    report = erase_person(person, options)
    context = {
        **admin.site.each_context(request),
        "title": _("Data protection: %(name)s") % {"name": name},
        "opts": Person._meta,
        "form": form,
        "report": show_report(report),
        "is_done": not options.is_dry_run,
        "person_id": pk,
        "address": address,
    }
    return TemplateResponse(request, "admin/desk/erase_person.html", context)


PREVIEW = ErasureOptions(is_dry_run=True)
