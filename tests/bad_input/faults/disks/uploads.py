"""Uploads where files cannot be kept: said at the field, and nothing is left of them."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image as Pillow

from assets.models import Image, MediaFile
from films.models import Film, Placement
from tests.assets.drawing import box
from tests.bad_input.faults.disks.browser import Browser
from tests.bad_input.faults.disks.looking import TYPED, film_form, logline_of, unread
from tests.bad_input.faults.disks.site import running
from tests.bad_input.faults.disks.small_disk import closed, empty, fill, small_disk
from tests.bad_input.soundness import give_out, take_over
from tests.bad_input.video import small_video
from tests.factories import make_image, place

MEGABYTE = 1024 * 1024
MEGABYTES = 40
IMAGE, MEDIA = "/admin/assets/image/add/", "/admin/assets/mediafile/add/"
Door = Callable[[Browser, str], str]


def noise(side: int = 256) -> bytes:
    """Return a picture that nobody has uploaded yet."""
    written = BytesIO()
    pixels = os.urandom(side * side * 3)
    Pillow.frombytes("RGB", (side, side), pixels).save(written, "JPEG", quality=90)
    return written.getvalue()


def trailer(megabytes: int) -> bytes:
    """Return a video of this size, another one each time."""
    return small_video() + box(b"free", os.urandom(16) + bytes(megabytes * MEGABYTE))


def by_image_form(browser: Browser, word: str) -> str:
    fields = {**browser.fields(IMAGE), "caption_en": TYPED}
    answer = browser.post(IMAGE, fields, {"upload": ("noise.jpg", noise(1400))})
    return _look(answer.text, answer.status, word)


def by_media_form(browser: Browser, word: str) -> str:
    fields = {**browser.fields(MEDIA), "loop_from": "37"}
    answer = browser.post(MEDIA, fields, {"upload": ("trailer.mp4", trailer(50))})
    return _look(answer.text, answer.status, word, 'value="37"')


def by_film_form(browser: Browser, word: str) -> str:
    """A trailer among two hundred fields: nothing of the film is saved, and nothing is lost."""
    fields = {**browser.fields(film_form()), "logline_en": TYPED}
    number = fields["trailers-TOTAL_FORMS"]
    fields["trailers-TOTAL_FORMS"] = str(int(number) + 1)
    files = {f"trailers-{number}-upload": ("trailer.mp4", trailer(50))}
    answer = browser.post(film_form(), fields, files)
    if logline_of("night-ferry") == TYPED:
        return "the film was saved without its trailer"
    return _look(answer.text, answer.status, word)


def by_stills_desk(browser: Browser, word: str) -> str:
    answer = browser.post(_stills("upload/"), _token(browser), _noise("files"), Accept=JSON)
    if answer.status != 200 or answer.state["state"] != "failed":
        return f"the stills desk answered {answer.status} {answer.text[:200]}"
    return "" if word in answer.state["message"] else f"it said {answer.state['message']!r}"


def by_replacing(browser: Browser, word: str) -> str:
    """The picture keeps its file."""
    placement = Placement.objects.filter(film__record__key="night-ferry").first()
    if placement is None:
        return "the film has no picture to begin with"
    before = placement.image.sha256
    path = _stills(f"{placement.uuid}/file/")
    browser.post(path, _token(browser), _noise("file"))
    placement.image.refresh_from_db()
    if placement.image.sha256 != before:
        return "the picture was replaced"
    return "" if word in browser.get(_stills("")).text else "nobody was told why not"


JSON = "application/json"
DOORS: tuple[Door, ...] = (by_image_form, by_media_form, by_film_form, by_stills_desk, by_replacing)


def _look(text: str, status: int, word: str, typed: str = TYPED) -> str:
    if status != 200:
        return f"the form was answered {status}"
    return "" if word in text and typed in text else "the form does not say it, or lost the rest"


def _stills(rest: str) -> str:
    return film_form().replace("change/", f"stills/{rest}")


def _token(browser: Browser) -> dict[str, str]:
    token = browser.fields(_stills(""))["csrfmiddlewaretoken"]
    return {"csrfmiddlewaretoken": token}


def _noise(field: str) -> dict[str, tuple[str, bytes]]:
    return {field: ("noise.jpg", noise(1400))}


def refused(browser: Browser, places: tuple[Path, ...], word: str) -> str:
    """Try every door; return what was said wrongly, or left behind in these folders."""
    before = _rows(), _files(places)
    for door in DOORS:
        if problem := door(browser, word):
            return f"{door.__name__}: {problem}"
        if (_rows(), _files(places)) != before:
            return f"{door.__name__} has left rows or files"
    return unread(browser)


def _rows() -> tuple[int, int]:
    return Image.objects.count(), MediaFile.objects.count()


def _files(places: tuple[Path, ...]) -> set[Path]:
    return {path for place in places for path in place.rglob("*") if path.is_file()}


def accepted(browser: Browser, media: Path) -> str:
    """Upload a picture and a small trailer into this folder; return what was refused."""
    form = {**browser.fields(IMAGE), "caption_en": "A film still"}
    statuses = [
        browser.post(IMAGE, form, {"upload": ("noise.jpg", noise())}).status,
        browser.post(MEDIA, browser.fields(MEDIA), {"upload": ("small.mp4", trailer(4))}).status,
    ]
    take_over(media)
    return "" if statuses == [302, 302] else f"with room the same doors answered {statuses}"


def furnish() -> None:
    """Give the film a picture, once."""
    film = Film.objects.get(record__key="night-ferry")
    if not Placement.objects.filter(film=film).exists():
        place(film, make_image(colour=(61, 7, 19)))


def full(folder: Path) -> str:
    """A trailer of 50 MB for a disk of 40, and every door once that disk is full."""
    with small_disk(folder, MEGABYTES) as disk:
        media = _media_on(disk)
        with running(MEDIA_ROOT=str(media)) as browser:
            problem = by_media_form(browser, "ist voll (Medienordner)")
            fill(disk, leave=3 * MEGABYTE)
            problem = problem or refused(browser, (media,), "ist voll (Medienordner)")
            empty(disk)
            return problem or accepted(browser, media)


def closed_media(folder: Path) -> str:
    """The media folder can only be read."""
    with small_disk(folder, MEGABYTES) as disk:
        media = _media_on(disk)
        with running(MEDIA_ROOT=str(media)) as browser:
            with closed(disk):
                problem = refused(browser, (media,), "lässt sich nicht beschreiben (Medienordner)")
            return problem or accepted(browser, media)


def full_on_the_way(folder: Path) -> str:
    """Large uploads wait in TMPDIR, and find no room there."""
    with small_disk(folder, MEGABYTES) as disk:
        media = _media_on(folder)
        with running(MEDIA_ROOT=str(media), TMPDIR=str(disk)) as browser:
            fill(disk)
            problem = _refused_on_the_way(browser, disk, media)
            empty(disk)
            return problem or accepted(browser, media)


def _refused_on_the_way(browser: Browser, disk: Path, media: Path) -> str:
    before = _rows(), _files((disk, media))
    word = "TMPDIR"
    problem = by_media_form(browser, word) or by_film_form(browser, word)
    if (_rows(), _files((disk, media))) != before:
        return problem or "rows or files are left"
    return problem or unread(browser)


def _media_on(disk: Path) -> Path:
    furnish()
    media = disk / "media"
    give_out(media)
    return media


def lost(folder: Path) -> str:
    """Files that are gone, or cut off half way: pages stand, and the desk still opens."""
    media = _media_on(folder)
    with running(MEDIA_ROOT=str(media)) as browser:
        pictures = [
            film_form(),
            _stills(""),
            f"/admin/assets/image/{Image.objects.first().pk}/change/",
        ]
        for spoil in (_cut, Path.unlink):
            for path in _files((media,)):
                spoil(path)
            wrong = [path for path in pictures if browser.get(path).status != 200]
            problem = unread(browser) or (f"the desk does not open {wrong}" if wrong else "")
            if problem:
                return problem
    return ""


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


FAULTS = {
    "fault-disk-full-upload": full,
    "fault-media-readonly": closed_media,
    "fault-tmp-full": full_on_the_way,
    "fault-media-missing": lost,
}
