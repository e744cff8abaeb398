"""Pictures that visitors see and that lack a credit, or whose rights end."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assets.models import Access, Image
from desk.start.blocks import MOST, Block, Item, block_of, form_url
from editorial.models import Reference
from editorial.publishing.window import live_neutral
from editorial.rights import Act, may, role_of
from films.models import Placement
from pages.models import Profile
from people.models import Company, Person

SOON = timedelta(days=60)


def without_credit(user: Any) -> Block | None:
    """Return the live pictures that name neither photographer nor owner. One query."""
    if not _is_asked(user):
        return None
    rows = _shown(Image.objects.visible()).filter(photographer="", copyright="")
    found = rows.order_by("-pk")[: MOST + 1]
    return block_of(
        "credit",
        _("Pictures without photographer and copyright"),
        (Item(_name(image), form_url(Image, image.pk)) for image in found),
    )


def ending_rights(user: Any) -> Block | None:
    """Return the pictures in use whose rights have ended or end soon. One query."""
    if not _is_asked(user):
        return None
    now = timezone.now()
    rows = Image.objects.filter(rights_until__lte=now + SOON).exclude(access=Access.INTERNAL)
    used = Exists(Placement.objects.filter(image=OuterRef("pk")))
    found = _shown(rows, used).order_by("rights_until", "pk")[: MOST + 1]
    return block_of(
        "rights",
        _("Rights of pictures that run out"),
        (Item(_name(image), form_url(Image, image.pk), _ending(image, now)) for image in found),
    )


def _is_asked(user: Any) -> bool:
    """What a translator can do nothing about is not shown to him or her."""
    return may(user, Act.EDIT) or role_of(user) == "viewer"


def _shown(images: QuerySet[Image], used: Any = None) -> QuerySet[Image]:
    """Keep the pictures that a live publication, a person, a company or the site itself shows."""
    mine = OuterRef("pk")
    references = Reference.objects.filter(target=mine, publication__in=live_neutral().values("pk"))
    shown = Q(Exists(references)) | Q(Exists(Person.objects.filter(portrait=mine)))
    shown |= Q(Exists(Company.objects.filter(logo=mine)))
    shown |= Q(Exists(Profile.objects.filter(logo=mine)))
    return images.filter(shown | Q(used) if used is not None else shown)


def _ending(image: Image, now: Any) -> str:
    words = _("ended on %s") if image.rights_until <= now else _("until %s")
    return words % date_format(timezone.localtime(image.rights_until), "DATE_FORMAT")


def _name(image: Image) -> str:
    return image.caption or str(image)
