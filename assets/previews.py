"""Small pictures for the admin."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe


def thumbnail(image, alt=""):
    """Return an <img> of the smallest rendition, or of the one JPEG that is always there.

    `alt` is needed where nothing but the picture is a link.
    """
    small = image.picture.smallest
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        small.url,
        small.width,
        small.height,
        alt,
    )


def framed(image):
    """Return the thumbnail, or the place of one in lists where most have a picture."""
    return thumbnail(image) if image else mark_safe("<i></i>")
