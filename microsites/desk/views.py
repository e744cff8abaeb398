"""The desk itself: pages, and the blocks of one of them."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from microsites.desk.frame import find_film, frame


@require_safe
def show_desk(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id)
    return TemplateResponse(
        request, "admin/microsites/frame.html", frame(request, film, _("Microsite"))
    )
