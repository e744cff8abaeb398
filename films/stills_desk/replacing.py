"""A picture gets another file; for as long as the session lasts the former one comes back."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from assets.accepting import AcceptedImage
from assets.adding import replace_image, store_image
from assets.models import Image
from assets.tasks import complete_image
from editorial.changes import change
from editorial.guard.versions import locked
from films.models import Film, Placement

# In the session: the last replaced file of each film.
REPLACED = "stills_replaced"
FILE_FACTS = ("sha256", "extension", "original_name", "width", "height")


@dataclass(frozen=True)
class Replaced:
    """What the page compares: the picture with its new file, and how it was before."""

    row: Placement
    former: Image


def replace_file(row: Placement, accepted: AcceptedImage, request: HttpRequest) -> None:
    """Give the picture another file; texts, rights, people and uses stay as they are."""
    store_image(accepted)
    with change(request.user, _("File of a picture replaced")):
        locked(row.image.record)
        image = Image.objects.get(pk=row.image_id)
        former = {name: getattr(image, name) for name in FILE_FACTS}
        replace_image(image, accepted)
    known = {"row": str(row.uuid), "former": former, "now": accepted.sha256}
    request.session[REPLACED] = {**request.session.get(REPLACED, {}), str(row.film_id): known}


def last_replaced(film: Film, request: HttpRequest) -> Replaced | None:
    """Return the file replaced last, as long as the picture still has the new one."""
    known = request.session.get(REPLACED, {}).get(str(film.pk))
    if known is None:
        return None
    rows = Placement.objects.filter(film=film, uuid=known["row"], image__sha256=known["now"])
    row = rows.select_related("film__record", "image__record").first()
    return Replaced(row, Image(**known["former"])) if row else None


def take_back(row: Placement, request: HttpRequest) -> None:
    """Give the picture its former file again.

    Raises ValidationError if it, or another picture of the film, has got a new one meanwhile.
    """
    found = last_replaced(row.film, request)
    if found is None:
        raise ValidationError(_("The picture has another file by now; the history has them all."))
    if found.row != row:
        raise ValidationError(
            _("Another picture got a new file after this one; the history has the former file.")
        )
    with change(request.user, _("Former file of a picture taken back")):
        locked(found.row.image.record)
        image = Image.objects.get(pk=found.row.image_id)
        for name in FILE_FACTS:
            setattr(image, name, getattr(found.former, name))
        image.is_complete = False
        image.save()
        transaction.on_commit(lambda: complete_image.enqueue(image.pk))
    forget(row, request)


def forget(row: Placement, request: HttpRequest) -> None:
    """Offer the former file of this picture no longer."""
    known = request.session.get(REPLACED, {})
    kept = {film: one for film, one in known.items() if one["row"] != str(row.uuid)}
    request.session[REPLACED] = kept
