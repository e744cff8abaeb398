"""One uploaded file becomes a picture of the film, or says why not."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from assets.accepting import AcceptedImage, accept_image
from assets.adding import add_image, find_image, store_image
from assets.models import Image
from assets.naming import clean_name
from assets.object_store import StoreAway
from assets.room import NoRoom, refuse_without_room, saying_trouble
from assets.storing import away_message
from editorial.changes import change
from editorial.fields import any_text
from editorial.guard.versions import locked
from editorial.positions import next_position
from films.choices import Usage
from films.models import Film, Placement


@dataclass(frozen=True)
class Received:
    """`state` is "added", "reused" (known from elsewhere), "here" (in this film), "refused", or
    "failed" where the same file may be taken later."""

    state: str
    name: str
    message: str
    placement: Placement | None = None


def receive(film: Film, file: UploadedFile, user: Any) -> Received:
    """Accept and store the file, then place it last among the film's stills.

    Files are written before the rows, whole and named by content: a process that is killed
    between leaves a file that the same upload finds again.
    """
    name = clean_name(file.name or "") or _("unnamed")
    try:
        refuse_without_room(file)
        with saying_trouble():
            accepted = accept_image(file, file.name or "")
            store_image(accepted)
    except NoRoom as error:
        return Received("failed", name, " ".join(error.messages))
    except ValidationError as error:
        return Received("refused", name, " ".join(error.messages))
    except StoreAway:
        return Received("refused", name, away_message())
    with change(user, _("Pictures uploaded"), is_autosave=True):
        locked(film.record)
        here = _placed(film, accepted)
        if here is not None:
            message = _("Already here as “%(name)s”.") % {"name": here.image}
            return Received("here", name, message, here)
        known = find_image(accepted)
        image = known or add_image(accepted, source_language=film.record.source_language)
        row = place_last(film, image)
    if known is None:
        return Received("added", name, _("Added."), row)
    return Received("reused", name, reused_message(known, film), row)


def _placed(film: Film, accepted: AcceptedImage) -> Placement | None:
    rows = Placement.objects.filter(film=film, image__sha256=accepted.sha256)
    return rows.select_related("image__record").order_by("position", "pk").first()


def place_last(film: Film, image: Image, usage: str = Usage.STILL) -> Placement:
    position = next_position(Placement.objects.filter(film=film))
    return Placement.objects.create(film=film, image=image, usage=usage, position=position)


def reused_message(image: Image, film: Film | None = None) -> str:
    """Say that a picture was here before, under which name and for which films."""
    others = Film.objects.filter(placements__image=image).distinct()
    titles = [any_text(one, "title") or one.record.key for one in others if one != film]
    if not titles:
        text = _("This picture was here before as “%(name)s”; name, texts and credit stay.")
        return text % {"name": image}
    text = _("This picture was here before as “%(name)s” (%(films)s); name, texts and credit stay.")
    return text % {"name": image, "films": ", ".join(titles)}
