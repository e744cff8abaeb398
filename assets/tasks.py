"""Background work on pictures."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from assets.cropping import mark_of
from assets.cutting import make_crops
from assets.making import make_renditions
from assets.models import Image
from assets.naming import original_name_of
from assets.repairing import are_there, cut_names, size_names
from editorial.changes import Change, change
from editorial.finishing import any_shown
from editorial.models import ContentVersion


@task(queue_name="media")
def complete_image(image_id: int) -> None:
    """Make all sizes, formats and crops of a picture; pages offer them from then on."""
    image = Image.objects.filter(pk=image_id).first()
    if image is not None and not image.is_complete:
        _make_sizes(image)
    if image is not None and not image.is_cropped:
        cut_image(image)


def _make_sizes(image: Image) -> None:
    with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
        make_renditions(image.sha256, original, default_storage)
    with change(None, _("Sizes made")) as opened:
        Image.objects.filter(pk=image.pk, sha256=image.sha256).update(is_complete=True)
        _show_if_seen(image, opened)


def cut_image(image: Image) -> None:
    """Make the crops of the focal point that was read; one changed meanwhile has a job to come."""
    with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
        _names, tone = make_crops(image.sha256, original, image.focal, default_storage)
    mark = mark_of(image.sha256, image.focal) + tone
    with change(None, _("Sizes made")) as opened:
        Image.objects.filter(
            pk=image.pk, sha256=image.sha256, focal_x=image.focal_x, focal_y=image.focal_y
        ).update(cropped_for=mark)
        _show_if_seen(image, opened)


def _show_if_seen(image: Image, opened: Change) -> None:
    """Have pages made anew that show the picture; others keep what they are.

    Who publishes it at this moment has either stepped the version, which is waited for, or will.
    """
    ContentVersion.hold()
    if any_shown([image.record]):
        opened.show()


@task(queue_name="media")
def repair_image(image_id: int) -> None:
    """Have lost files of a picture made again; until then pages do without them."""
    with change(None, _("Sizes made")) as opened:
        complete_again(image_id)
        opened.show()


def complete_again(image_id: int) -> None:
    """Look whether all files of a picture's present state are there; have them made if not."""
    image = Image.objects.get(pk=image_id)
    is_complete = image.is_complete and are_there(size_names(image))
    is_cropped = image.is_cropped and are_there(cut_names(image))
    mark = image.cropped_for if is_cropped else ""
    Image.objects.filter(pk=image_id).update(is_complete=is_complete, cropped_for=mark)
    if not (is_complete and is_cropped):
        transaction.on_commit(lambda: complete_image.enqueue(image_id))
