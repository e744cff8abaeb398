"""Background work on pictures."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from assets.making import make_renditions
from assets.models import Image
from assets.naming import original_name_of, rendition_name_of
from assets.specs import FORMATS, widths_for
from editorial.changes import change


@task(queue_name="media")
def complete_image(image_id: int) -> None:
    """Make all sizes and formats of a picture; pages offer them from then on."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None or image.is_complete:
        return
    with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
        make_renditions(image.sha256, original, default_storage)
    with change(None, _("Sizes made")) as opened:
        Image.objects.filter(pk=image_id, sha256=image.sha256).update(is_complete=True)
        opened.show()


def complete_again(image_id: int) -> None:
    """Look whether all sizes of a picture's present file are there; have them made if not."""
    image = Image.objects.get(pk=image_id)
    names = [
        rendition_name_of(image.sha256, width, row.extension)
        for row in FORMATS
        for width in widths_for(image.width)
    ]
    is_complete = all(default_storage.exists(name) for name in names)
    Image.objects.filter(pk=image_id).update(is_complete=is_complete)
    if not is_complete:
        transaction.on_commit(lambda: complete_image.enqueue(image_id))
