"""Pictures of a sheet."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from assets.models import Image
from editorial.texts import choose_text
from films.choices import Usage
from films.sheet.context import Context
from films.sheet.lookups import in_languages
from films.sheet.objects import PictureSheet


def default_alt(usage: str, title: str) -> str:
    """What readers hear of a picture that nobody has described."""
    if usage in (Usage.POSTER, Usage.TEASER):
        return _("Poster of “%(title)s”") % {"title": title}
    return _("Still from “%(title)s”") % {"title": title}


def make_picture(
    context: Context, image: Image, usage: str, language: str = "", number: int = 0
) -> PictureSheet:
    """Return a picture in one use, its alternative text marked if it is only the general one."""
    own_alt = in_languages(image, "alt").get(context.language, "")
    title = context.fact_text("title").value
    captions = in_languages(image, "caption")
    return PictureSheet(
        key=image.record.key,
        picture=image.picture,
        usage=usage,
        alt=own_alt or default_alt(usage, title),
        alt_is_default=not own_alt,
        caption=choose_text(captions, context.order),
        credit=image.credit,
        language=language,
        focal_x=image.focal_x,
        focal_y=image.focal_y,
        photographer=image.photographer,
        copyright=image.copyright,
        people=context.lookups.depicted.get(image.pk, ()),
        is_for_press=image.access == Image.Access.PRESS,
        captions=tuple((code, captions[code]) for code in context.order if captions.get(code)),
        number=number,
    )


def number_rows(context: Context, usage: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield what the document says of the pictures of one use, numbered, whoever may see them."""
    rows = context.document.get("images", [])
    yield from enumerate((row for row in rows if row["usage"] == usage), start=1)


def make_pictures(context: Context, usage: str) -> tuple[PictureSheet, ...]:
    """Return the pictures of one use; those in the reader's language come first."""
    sheets = []
    for number, row in number_rows(context, usage):
        image = context.lookups.images.get(row["image"])
        if image is not None:
            sheets.append(make_picture(context, image, usage, row.get("language", ""), number))
    fitting = [s for s in sheets if s.language in ("", context.language)]
    own_first = sorted(fitting or sheets, key=lambda s: s.language != context.language)
    return tuple(own_first)
