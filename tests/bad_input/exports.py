"""Films made of what breaks exports, built as press kits in every format."""

import csv
import io
import re
from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from assets.models import Image
from assets.naming import original_name_of
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from press.kit.contents import live_contents
from press.kit.zip.pictures import list_pictures
from tests.bad_input.doors import editor, names_in
from tests.bad_input.kits import HEADER, NotBuilt, build_kits, read_pictures, read_texts
from tests.bad_input.manifest import Case
from tests.bad_input.soundness import taken_away

FILE_URL = '<img src=file:///etc/passwd> ![x](file:///etc/passwd) #read("/etc/passwd")'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n%%EOF\n"
WIDE = "<div style='width:1e9px'>"
TITLE = 'A "quoted"\r\nSet-Cookie: x=1/..\\😀' + "é" * 210
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")
HOSTILE = ("../../etc/passwd", "..\\..\\win.ini", "/root", "C:\\x", "CON", "a\x00b\r\nc", "N. B")
HEBREW, ARABIC = "הלילה של הסירה", "ليلة القارب"
SAFE_NAME = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)?")


def try_export(case: Case) -> str:
    """Try one case; return what went wrong, or ''."""
    attempt = ATTEMPTS.get(case.id)
    if attempt is None:
        return "no such case is known here"
    try:
        return attempt()
    except NotBuilt as error:
        return str(error)


def make_film(key: str, is_live: bool = True, **facts: Any) -> Film:
    from tests.factories import FilmFactory, make_image, place

    film = FilmFactory(**{"key": key, "slug_en": key, "slug_de": key} | facts)
    for number, name in enumerate(("still", "poster")):
        colour = (number, len(key) * 3, sum(key.encode()) % 250)
        place(film, make_image(access="press", photographer="N. Brandt", colour=colour), name)
    if is_live:
        publish(film.record, "en")
    return film


def file_url() -> str:
    """A text that asks for a file of the system comes out as the text that it is."""
    film = make_film("file-url", logline_en=FILE_URL, synopsis_long_en=FILE_URL)
    texts = read_texts(build_kits(film))
    shown = [name for name, text in texts.items() if "root:" in text]
    logline = texts["zip/texts/file-url_logline_en.txt"]
    if "<img src=file:///etc/passwd>" not in logline or '#read("/etc/passwd")' not in logline:
        return f"the text is not what it was: {logline}"
    return f"the file is shown in {shown}" if shown else ""


def eps_image() -> str:
    """No door takes it in; one that lies in the storage nevertheless is left out."""
    upload = io.BytesIO(EPS)
    upload.name = "still.jpg"
    data = {"upload": upload, "access": "public", "focal_x": "50", "focal_y": "50"}
    editor().post(reverse("admin:assets_image_add"), data)
    film = make_film("eps")
    picture = list_pictures(live_contents(film.record, ["en"]))[0]
    with taken_away([picture.original]):
        default_storage.save(picture.original, ContentFile(EPS))
        kits = build_kits(film, ["zip"])
    if any(b"%!PS" in data for data in read_pictures(kits).values()):
        return "it lies in the kit"
    readme = kits[0].archive.read("README.txt").decode()
    return "" if picture.name in readme else "the README does not name what is missing"


def huge_css() -> str:
    """A table of 100 000 lines is refused with its reason, one of 2000 is built."""
    rows = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100_000
    film = make_film("huge-css", is_live=False)
    page = reverse("admin:films_film_change", args=[film.pk])
    answer = editor().post(page, {"synopsis_long_en": rows})
    errors = answer.context["adminform"].form.errors if answer.context else {}
    if not errors.get("synopsis_long_en"):
        return "the form says nothing of the table"
    with change(None, "test"):
        film.synopsis_long_en = WIDE + "\n\n" + rows[:20_000]
        film.save()
    publish(film.record, "en")
    text = read_texts(build_kits(film, ["pdf"]))["pdf"]
    return "" if "width:1e9px" in text else "the markup is not shown as text"


def file_name() -> str:
    """A title of quotes, line ends, slashes and emoji splits no header."""
    film = make_film("", title_en=TITLE, slug_en="file-name", slug_de="file-name")
    kits = build_kits(film)
    wrong = [kit.disposition for kit in kits if not HEADER.fullmatch(kit.disposition)]
    texts = read_texts(kits)
    names = [name for name in texts if "Set-Cookie" in name or "😀" in name]
    return f"{wrong} {names}" if wrong or names else ""


def zip_names() -> str:
    """Names of uploads and of people do not lead out of the folder, nor onto each other."""
    from tests.factories import make_image, place

    film = make_film("zip-names", is_live=False)
    hostile = (
        "../../etc/passwd",
        "..\\..\\win.ini",
        "/root",
        "C:\\x",
        "CON",
        "a\x00b\r\nc",
        "N. B",
    )
    for number, name in enumerate((*hostile, *hostile)):
        image = make_image(photographer=name.replace("\x00", ""), access="press",
                           colour=(number, 77, 7))  # fmt: skip
        with change(None, "test"):
            Image.objects.filter(pk=image.pk).update(original_name="../../still.jpg")
        place(film, image)
    publish(film.record, "en")
    names = build_kits(film, ["zip"])[0].archive.namelist()
    wrong = [name for name in names if not SAFE_NAME.fullmatch(name) or ".." in name]
    stills = [name for name in names if name.startswith("stills/")]
    if wrong or len({name.lower() for name in names}) != len(names):
        return f"names that are not flat and unique: {wrong or names}"
    return "" if len(stills) == len(HOSTILE) * 2 + 1 else f"{len(stills)} stills"


def csv_formula() -> str:
    """No cell of a table is a formula; in the workbook it is what was entered."""
    from tests.factories import make_image, place

    film = make_film("csv-formula", is_live=False)
    for number, text in enumerate(FORMULAS):
        image = make_image(photographer="N. B", access="press", colour=(number, 78, 7))
        with change(None, "test"):
            Image.objects.filter(pk=image.pk).update(caption_en=text, photographer=text)
        place(film, image)
    publish(film.record, "en")
    texts = read_texts(build_kits(film, ["zip"]))
    rows = list(csv.reader(io.StringIO(texts["zip/captions.csv"], newline="")))
    cells = [cell for row in rows for cell in row]
    formulas = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    sheet = texts["zip/captions.xlsx/xl/worksheets/sheet1.xml"]
    if formulas or cells.count("'=1+1") < 2:
        return f"formulas in the CSV: {formulas}"
    if "<f>" in sheet or "<hyperlink" in sheet or "<t>=1+1</t>" not in sheet:
        return "the workbook has formulas"
    return ""


def embargo() -> str:
    """Who may only look builds nothing of a film that is not live, and outsiders find nothing."""
    from tests.factories import make_member

    film = make_film("embargo", is_live=False)
    viewer = Client()
    viewer.force_login(make_member("viewer", "looking-on"))
    data = {"editions": ["en"], "formats": ["zip"], "is_draft": "on"}
    status = viewer.post(reverse("press_kits", args=[film.pk]), data).status_code
    if status != 403:
        return f"status {status}, expected 403"
    kits = f"/en/{film.slug_en}/press/embargo_press-kit_en.zip"
    if Client().get(kits).status_code != 404:
        return "an outsider finds a kit"
    page = reverse("press_kits", args=[film.pk])
    return "" if Client().post(page, data).status_code in (302, 403) else "outsiders may build"


def missing_media() -> str:
    """All files of a still are gone: every kit is made, the README names what it lacks."""
    film = make_film("missing-media")
    picture = list_pictures(live_contents(film.record, ["en"]))[0]
    with taken_away(name for name in names_in("") if picture.sha256[:24] in name):
        kits = build_kits(film)
    archive = next(kit.archive for kit in kits if kit.format == "zip")
    if picture.name in archive.namelist():
        return "the file is there nevertheless"
    readme = archive.read("README.txt").decode()
    return "" if f"- {picture.name}\n" in readme else "the README does not name it"


def gps() -> str:
    """No picture of any kit, in documents as well, knows where and with what it was taken."""
    from assets.accepting import accept_image
    from assets.adding import add_image
    from tests.assets.tagging import PRIVATE, private_photo
    from tests.factories import place

    film = make_film("gps", is_live=False)
    for usage in ("still", "poster", "title_art"):
        kind = "PNG" if usage == "title_art" else "JPEG"
        data = private_photo(kind, (700, 500 + len(usage)))
        with change(None, "test"):
            image = add_image(accept_image(data, f"photo.{kind.lower()}"))
            image.access, image.photographer = Image.Access.PRESS, "N. Brandt"
            image.save()
        place(film, image, usage)
        with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
            if b"Nordkamera" not in original.read():
                return "the upload does not say where it was taken"
    publish(film.record, "en")
    pictures = read_pictures(build_kits(film))
    telling = [name for name, data in pictures.items() if any(word in data for word in PRIVATE)]
    return f"private data in {telling}" if telling or not pictures else ""


def right_to_left() -> str:
    """Titles in Hebrew and Arabic stand in every document; the file keeps a name."""
    film = make_film("", title_en=f"{HEBREW} {ARABIC}", slug_en="rtl", slug_de="rtl")
    kits = build_kits(film)
    wrong = [kit.disposition for kit in kits if not HEADER.fullmatch(kit.disposition)]
    texts = read_texts(kits)
    readme = next(text for name, text in texts.items() if name.endswith("README.txt"))
    words = [name for name, text in texts.items()
             if name.endswith("word/document.xml") and HEBREW not in text]  # fmt: skip
    letters = set(HEBREW.replace(" ", ""))
    printed = [name for name, text in texts.items()
               if name.endswith("pdf") and not letters <= set(text)]  # fmt: skip
    if wrong or words or printed or f"{HEBREW} {ARABIC}" not in readme:
        return f"names {wrong}, not shown in {words + printed}"
    return ""


ATTEMPTS: dict[str, Callable[[], str]] = {
    "export-file-url": file_url,
    "export-eps-image": eps_image,
    "export-huge-css": huge_css,
    "export-filename": file_name,
    "export-zip-names": zip_names,
    "export-csv-formula": csv_formula,
    "export-embargo": embargo,
    "export-missing-media": missing_media,
    "export-gps": gps,
    "export-rtl": right_to_left,
}
