"""Links of the press at the desk: make one for a film, see all of it, revoke."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.models import ShareLink
from editorial.sharing import make_link, states_of_links
from films.models import Film
from pages.preview.links import LinkForm, require_share

MOST_OPENINGS = 1000


class PressLinkForm(LinkForm):
    """For whom, how long. There is no state to choose: it shows what is live."""

    state = None
    max_openings = forms.IntegerField(
        label=gettext_lazy("Openings"),
        required=False,
        min_value=1,
        max_value=MOST_OPENINGS,
        widget=forms.NumberInput(attrs={"class": "vSmallField"}),
        help_text=gettext_lazy(
            "How often the page may be opened. Empty: as often as one likes. Programs for mail and "
            "chat that look at a link beforehand count, too."
        ),
    )


def film_links(request: HttpRequest, film_id: int) -> HttpResponse:
    """The press links of one film, and the form for another; a new token is shown this once."""
    require_share(request)
    film = get_object_or_404(Film.objects.select_related("record"), pk=film_id)
    form = PressLinkForm(request.POST or None)
    new_url = ""
    if request.method == "POST" and form.is_valid():
        _link, token = make_link(
            film.record,
            request.user,
            form.expires_at(),
            form.cleaned_data["label"],
            scope=ShareLink.Scope.PRESS,
            max_openings=form.cleaned_data["max_openings"],
        )
        new_url = request.build_absolute_uri(reverse("shared_press", args=[token]))
        form = PressLinkForm()
    links = ShareLink.objects.filter(record=film.record, scope=ShareLink.Scope.PRESS)
    context = {
        **admin.site.each_context(request),
        "title": _("Press links"),
        "opts": Film._meta,
        "original": film,
        "form": form,
        "new_url": new_url,
        "links": states_of_links(links.select_related("created_by", "revision")),
    }
    return TemplateResponse(request, "admin/press/links.html", context)
