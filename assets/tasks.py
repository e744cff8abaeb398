"""Background work on pictures."""

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django_tasks import task

from assets.making import make_renditions
from assets.models import Image
from assets.naming import original_name_of
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
