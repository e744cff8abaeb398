"""The address under which others may show a picture, and why it has none."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from assets.gate import is_shown
from assets.models import Access, Image


@dataclass(frozen=True)
class PublicAddress:
    """`url` is absolute; `reason` says why nobody outside may have it, '' if everybody may."""

    url: str
    width: int
    height: int
    reason: str = ""


def public_address(image: Image) -> PublicAddress:
    """Return the address of the largest picture that visitors get."""
    served = image.picture.largest
    url = served.url if "://" in served.url else f"{settings.SITE_URL}{served.url}"
    return PublicAddress(url, served.width, served.height, reason_against(image))


def reason_against(image: Image) -> str:
    now = timezone.now()
    if image.access == Access.INTERNAL:
        return _("The picture is internal.")
    if image.rights_until and image.rights_until <= now:
        return _("The rights of the picture have ended.")
    if not is_shown([image.pk], now):
        return _("Nothing that is live shows the picture yet.")
    return ""
