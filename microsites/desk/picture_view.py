"""Pictures of the film put into a block, as many as one likes at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from assets.models import Image
from editorial.changes import change
from editorial.guard.versions import locked
from editorial.positions import MOST, next_position
from editorial.rights import Act
from films.models import Film, Placement
from microsites.desk.frame import find_film, frame
from microsites.desk.row_views import entries_address
from microsites.desk.rows import BLOCKS, name_of, takes_pictures
from microsites.models import Block, Entry


@require_http_methods(["GET", "HEAD", "POST"])
def choose_pictures(request: HttpRequest, film_id: int, uuid: str) -> HttpResponse:
    """Show the film's pictures that the block lacks; put those that are ticked behind the last."""
    film = find_film(request, film_id, Act.EDIT)
    block = BLOCKS.find(film, uuid)
    if block is None or not takes_pictures(block):
        raise Http404(_("This is not there any more."))
    pictures = pictures_beyond(film, block)
    if request.method != "POST":
        context = frame(request, film, name_of(block)) | {
            "pictures": pictures,
            "back": entries_address(film, block),
        }
        return TemplateResponse(request, "admin/microsites/pictures.html", context)
    asked = set(request.POST.getlist("picture"))
    chosen = [image for image in pictures if str(image.record.uuid) in asked]
    _write(request.user, film, block, chosen)
    if chosen:
        text = ngettext("%(count)s picture added.", "%(count)s pictures added.", len(chosen))
        messages.success(request, text % {"count": len(chosen)})
    else:
        messages.warning(request, _("Choose pictures first."))
    return HttpResponseRedirect(entries_address(film, block))


def pictures_beyond(film: Film, block: Block) -> list[Image]:
    """Return the film's pictures in their order, each once, without those of the block."""
    there = set(Entry.objects.filter(block=block).values_list("image", flat=True))
    placed = Placement.objects.filter(film=film).order_by("position", "pk")
    found = {row.image_id: row.image for row in placed.select_related("image__record")}
    return [image for pk, image in found.items() if pk not in there]


def _write(user: Any, film: Film, block: Block, pictures: list[Image]) -> None:
    if not pictures:
        return
    with change(user, _("Pictures added to the microsite")):
        locked(film.record)
        first = next_position(Entry.objects.filter(block=block))
        for number, image in enumerate(pictures, first):
            Entry(block=block, image=image, position=min(number, MOST)).save()
