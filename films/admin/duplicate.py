"""The page on which a film is duplicated."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.rights import Act, may
from films.duplicating import choices, duplicate_film


class DuplicateForm(forms.Form):
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What goes along"),
        required=False,
        choices=lambda: [(key, label) for key, (label, _parts) in choices().items()],
        initial=["texts", "credits", "companies"],
        widget=forms.CheckboxSelectMultiple,
    )


class DuplicatePage:
    """Mixin of the films' admin: a film as the start of another one."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.duplicate_view)
        address = path("<int:object_id>/duplicate/", view, name="films_film_duplicate")
        return [address, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"may_duplicate": may(request.user, Act.EDIT), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def duplicate_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        if not may(request.user, Act.EDIT):
            raise PermissionDenied
        film = self.get_object(request, str(object_id))
        if film is None:
            raise Http404
        form = DuplicateForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            record = duplicate_film(film, form.cleaned_data["parts"], request.user)
            text = _("This is the new film. Give it its title and its address.")
            messages.success(request, text)
            return HttpResponseRedirect(reverse("admin:films_film_change", args=[record.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Duplicate"),
            "opts": self.opts,
            "original": film,
            "form": form,
        }
        return TemplateResponse(request, "admin/films/duplicate.html", context)
