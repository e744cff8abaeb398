"""Which files a visitor may have: those that something live shows, as long as the rights last.

A draft's picture has an address nobody can guess, but a withdrawn film's has been seen. So each
file is asked for again: by the references of live publications, and by what the upper rooms
register (portraits, logos).
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header

from assets.enlarging import find_large, large_name
from assets.models import Image, ImageQuerySet, MediaFile
from assets.naming import content_of
from assets.repairing import ask_for_repair
from assets.serving import KEPT_STATUSES, PUBLIC_NAMES, serve_media
from editorial.memory import renew
from editorial.models import Reference, ShareLink
from editorial.passes import find_pass
from editorial.publishing.window import live_neutral
from editorial.rights import Act, may

Use = Callable[[Iterable[int]], bool]
_uses: list[Use] = []


def register_use(use: Use) -> Use:
    """Let an app say that one of these pictures (record ids) is shown by something of its own."""
    _uses.append(use)
    return use


def show_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a file to visitors if it is public or they have a pass, to members in any case."""
    if not PUBLIC_NAMES.fullmatch(path):
        raise Http404
    if path.startswith(LARGE):
        return _show_large(request, path)
    now = timezone.now()
    until = public_until(path, now)
    if until is None and not (has_pass(request, path, now) or may(request.user, Act.VIEW)):
        raise Http404
    response = _serve(request, path, is_promised=until is not None)
    if until is None:
        _keep_to_oneself(response)
    elif response.status_code in KEPT_STATUSES:
        seconds = DAY if until is FOREVER else int((until - now).total_seconds())
        response.headers["Cache-Control"] = f"public, max-age={min(DAY, max(0, seconds))}"
    return response


def _show_large(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give out a picture in full size, to be saved: to visitors if the press may have it."""
    renew()
    now = timezone.now()
    anybody = Image.objects.visible(now).filter(access=Image.Access.PRESS)
    image = _large_of(path, anybody)
    is_public = image is not None and is_shown([image.pk], now)
    if not is_public and has_pass(request, path, now):
        image = _large_of(path, Image.objects.for_press_link(now).filter(access__in=FOR_PRESS))
    elif not is_public and may(request.user, Act.VIEW):
        image = _large_of(path, Image.objects.all())
    elif not is_public:
        image = None
    if image is None:
        raise Http404
    asked = request.GET.get("as", "")
    name = asked if DOWNLOAD_NAME.fullmatch(asked) else "picture.jpg"
    saved = f'attachment; filename="{name}"'
    response = serve_media(request, find_large(image, at_once=True), saved)
    if not is_public:
        _keep_to_oneself(response)
    elif response.status_code in KEPT_STATUSES:
        # Today's file may be the largest there is, tomorrow's the full one.
        response.headers["Cache-Control"] = "no-cache"
    return response


def _keep_to_oneself(response: HttpResponseBase) -> None:
    """Let nobody keep, list or tell of a file that a member or a pass has opened."""
    for name, value in NOT_PUBLIC.items():
        response.headers[name] = value


def _large_of(path: str, images: ImageQuerySet) -> Image | None:
    found = images.filter(sha256__startswith=content_of(path))
    return next((image for image in found if large_name(image) == path), None)


def _serve(request: HttpRequest, path: str, is_promised: bool) -> HttpResponseBase:
    """Serve the file; a picture that is lost, or empty, is not found and made again."""
    disposition = _name_download(path) if path.startswith("documents/") else ""
    try:
        return serve_media(request, path, disposition)
    except Http404:
        if is_promised and path.startswith("renditions/"):
            ask_for_repair(path)
        raise


def _name_download(path: str) -> str:
    """Have a PDF saved, never opened on the site, under the name it came with."""
    rows = MediaFile.objects.filter(kind=MediaFile.Kind.DOCUMENT, sha256=content_of(path))
    name = rows.values_list("original_name", flat=True).first()
    return str(content_disposition_header(True, name or "document.pdf"))


NOT_PUBLIC = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
# Pictures in full size, and who may have them by a link of the press.
LARGE = "large/"
FOR_PRESS = (Image.Access.PRESS, Image.Access.LINK)
DOWNLOAD_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,150}\.jpg")

# Names never change their content, but what is withdrawn must leave browsers within a day.
DAY = 24 * 3600
FOREVER = datetime.max.replace(tzinfo=timezone.get_default_timezone())


def public_until(path: str, now: datetime) -> datetime | None:
    """Return until when visitors may have the file: FOREVER, the end of rights, or None."""
    folder, _prefix, name = path.split("/")
    if folder != "renditions":
        return _film_file_until(path, now)
    images = Image.objects.visible(now).filter(sha256__startswith=name.partition("-")[0])
    ends = images.values_list("pk", "rights_until")
    shown = [end or FOREVER for pk, end in ends if is_shown([pk], now)]
    return max(shown, default=None)


def _film_file_until(path: str, now: datetime) -> datetime | None:
    """Return FOREVER for what a live film shows of its videos and subtitles."""
    sha256 = content_of(path)
    if not live_neutral(now).filter(files__contains=sha256).exists():
        return None
    return FOREVER if not _is_upload(path) else None


def _is_upload(path: str) -> bool:
    """Tell whether it is a video as it came: it says where a phone has been, and whose it is."""
    return path.startswith("videos/") and "-" not in path


def has_pass(request: HttpRequest, path: str, now: datetime) -> bool:
    """Tell whether a link opens the file: by its pass, while the picture may be shown.

    Only a link of the press opens pictures that are for the press by link, and full sizes.
    """
    text = request.GET.get("pass", "")
    link = find_pass(text, content_of(path), now) if text else None
    if link is None:
        return False
    is_press = link.scope == ShareLink.Scope.PRESS
    if path.startswith(LARGE):
        return is_press
    if not path.startswith("renditions/"):
        return not _is_upload(path)
    images = Image.objects.for_press_link(now) if is_press else Image.objects.visible(now)
    return images.filter(sha256__startswith=content_of(path)).exists()


def is_shown(images: Iterable[int], now: datetime) -> bool:
    """Tell whether anything live shows one of these pictures."""
    ids = list(images)
    live = live_neutral(now).values("pk")
    if Reference.objects.filter(target__in=ids, publication__in=live).exists():
        return True
    return any(use(ids) for use in _uses)


def is_used(image: int) -> bool:
    """Tell whether something live that is no publication shows this picture."""
    return any(use([image]) for use in _uses)
