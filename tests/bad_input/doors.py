"""Upload, text field and import folder: what an editor does with a file."""

import io
import tempfile
from pathlib import Path
from typing import Any

import html5lib
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image as Pillow

from assets.models import Image
from editorial.publishing import publish
from films.models import Film
from pages.models import Page
from tests.bad_input.manifest import Case
from tests.bad_input.world import EDITOR

FORBIDDEN = {"script", "iframe", "object", "embed", "style", "form", "base", "meta", "svg", "math"}
SCHEMES = ("http:", "https:", "mailto:")


class Upload(io.BytesIO):
    """A file as the browser sends it: name and type are only claims."""

    def __init__(self, case: Case) -> None:
        super().__init__(case.data or b"")
        self.name = case.upload_name
        self.content_type = case.content_type


def editor() -> Client:
    from django.contrib.auth import get_user_model

    client = Client()
    client.force_login(get_user_model().objects.get(username=EDITOR))
    return client


def names_in(folder: str) -> set[str]:
    """Return the names of all files below a folder of the storage."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return set()
    below = [names_in(f"{folder}/{name}" if folder else name) for name in folders]
    own = {f"{folder}/{name}" if folder else name for name in files}
    return own.union(*below)


def try_image(case: Case) -> str:
    """Upload a picture in the admin; return what went wrong, or ''."""
    typed = "A caption that must not be lost"
    before, files = set(Image.objects.values_list("pk", flat=True)), names_in("")
    data: dict[str, Any] = {
        "upload": Upload(case),
        "caption_en": typed,
        "access": "public",
        "focal_x": "50",
        "focal_y": "50",
    }
    response = editor().post(reverse("admin:assets_image_add"), data)
    new = Image.objects.exclude(pk__in=before)
    if response.status_code != case.expect.get("status", response.status_code):
        return f"status {response.status_code}, expected {case.expect['status']}"
    if case.must_be_stored != new.exists():
        return "stored" if new.exists() else "not stored"
    if not case.must_be_stored:
        if names_in("") != files:
            return f"files left behind: {sorted(names_in('') - files)}"
        if typed not in response.content.decode():
            return "the caption typed was lost"
        return "" if response.context["adminform"].form.errors.get("upload") else "no field error"
    return _look_at_public_files(case, new.get(), names_in("renditions") - files)


def _look_at_public_files(case: Case, image: Image, names: set[str]) -> str:
    if not names and not names_in("renditions"):
        return "no public file"
    original = Pillow.open(io.BytesIO(case.data or b""))
    for name in names:
        with default_storage.open(name) as file:
            data = file.read()
        if b"<script" in data or b"PK\x03\x04" in data or b"Exif" in data:
            return f"{name} carries foreign bytes or metadata"
        with Pillow.open(io.BytesIO(data)) as public:
            if public.getexif():
                return f"{name} carries EXIF"
            if "40x60" in case.check and public.size != (40, 60):
                return f"{name} is {public.size}"
            if "not black" in case.check and is_black(public) and not is_black(original):
                return f"{name} is black"
    stored = f"originals/{image.sha256[:2]}/{image.sha256}.{image.extension}"
    return "" if default_storage.exists(stored) else f"{stored} is missing"


def is_black(picture: Pillow.Image) -> bool:
    """Tell whether the brightest point is below a tenth of what the mode can show."""
    brightest = max(high for _low, high in _extrema(picture))
    return brightest < (65535 if picture.mode.startswith("I") else 255) / 10


def _extrema(picture: Pillow.Image) -> list[tuple[float, float]]:
    found = picture.getextrema()
    return list(found) if isinstance(found[0], tuple) else [found]


def try_markdown(case: Case) -> str:
    """Save a text in the admin, publish it and read the public page."""
    text = (case.data or b"").decode("utf-8", "replace")
    title = f"Case {case.id}"
    data = {"title_en": title, "slug_en": case.id, "body_en": text, "position": "0"}
    # The rows of a press release's films: a browser sends them empty.
    rows = {"mentions-TOTAL_FORMS": "0", "mentions-INITIAL_FORMS": "0"}
    response = editor().post(reverse("admin:pages_page_add"), {**data, **rows})
    page = Page.objects.filter(slug_en=case.id).first()
    if response.status_code != case.expect.get("status", response.status_code):
        return f"status {response.status_code}, expected {case.expect['status']}"
    if not case.must_be_stored:
        if page is not None:
            return "stored"
        return "" if title in response.content.decode() else "the title typed was lost"
    if page is None:
        return "not stored"
    publish(page.record, "en")
    shown = Client().get(f"/en/{case.id}/")
    if shown.status_code != 200:
        return f"the page answers {shown.status_code}"
    return look_at_html(shown.content.decode())


def look_at_html(page: str) -> str:
    """Parse a page as browsers do; return what is forbidden in its text, or ''."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    prose = next((e for e in tree.iter() if "prose" in (e.get("class") or "").split()), None)
    if prose is None:
        return "the page has no text"
    for element in prose.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in FORBIDDEN or element.tag == "img":
            return f"<{element.tag}> in the text"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "id", "name"):
                return f"attribute {name} in the text"
            if name in ("href", "src") and not _is_harmless(value):
                return f"{name}={value!r} in the text"
    return ""


def _is_harmless(url: str) -> bool:
    start = url.strip().lower()
    if ":" in start.split("/", 1)[0]:
        return start.startswith(SCHEMES)
    return not start.startswith(("//", "\\", "/\\"))


def try_import(case: Case) -> str:
    """Import a folder that holds this one file."""
    before = set(Film.objects.values_list("pk", flat=True))
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / case.upload_name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(case.data or b"")
        out = io.StringIO()
        code = run_import(Path(name), out)
    new = Film.objects.exclude(pk__in=before)
    if case.must_be_stored != new.exists():
        return ("stored: " if new.exists() else "not stored: ") + out.getvalue()
    if not case.must_be_stored:
        if code != 1:
            return f"exit code {code}"
        if Path(case.upload_name).name not in out.getvalue():
            return f"the report does not name the file: {out.getvalue()}"
        return ""
    film = new.get()
    try:
        publish(film.record, "en")
    except Exception as error:
        return f"cannot be published: {error}" if "year" not in str(error) else ""
    shown = Client().get(f"/en/{film.slug_en}/").content.decode()
    return "script runs" if "<script>alert" in shown else ""


def run_import(folder: Path, out: io.StringIO, **options: Any) -> int:
    """Run import_content and return its exit code."""
    try:
        call_command("import_content", folder, stdout=out, stderr=out, **options)
    except SystemExit as end:
        return int(end.code or 0)
    return 0
