"""What sources say stays at the desk: no public output has their texts, notes or other values."""

import io
import re
import zipfile

import pytest
from django.core.management import call_command

from editorial.publishing import publish
from press.kit.formats import FORMATS
from sources.models import Claim, Decision, Source
from tests.factories import CreditFactory, FilmFactory, VersionFactory, make_image, place
from tests.programs import run

pytestmark = pytest.mark.django_db
# Stands in every text, note, title and value of the source that was not chosen.
MARK = "Zwiebelfisch"
FIXED = (
    "/en/", "/de/", "/en/ferry/", "/de/faehre/", "/en/ferry/film.json", "/de/faehre/film.json",
    "/en/films.json", "/en/films/", "/en/ferry/microsite/", "/en/ferry/press/", "/en/press/",
    "/en/ferry/press/data-sheet/", "/en/feed.xml", "/en/screenings/",
    "/en/screenings.ics", "/en/ferry/screenings.ics", "/en/festivals/", "/sitemap.xml",
    "/robots.txt", "/en/people/ada-lindqvist/",
)  # fmt: skip
SHEETS = "/en/ferry/press/data-sheet."


@pytest.fixture
def film():
    """A live film about which a source says much else, all of it marked."""
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre", title_en="The Ferry", title_de="Die Fähre",
        logline_en="A ferry sails.", logline_de="Eine Fähre fährt.",
        synopsis_short_en="A ferry sails by night.", synopsis_short_de="Nachts fährt eine Fähre.",
    )  # fmt: skip
    VersionFactory(film=film)
    place(film, make_image())
    credit = CreditFactory(film=film, person__name="Ada Lindqvist")
    for language in ("en", "de"):
        publish(film.record, language)
    source = Source.objects.create(
        title=f"{MARK} as a title", author=f"{MARK} as an author", medium=f"{MARK} as a medium",
        text=f"{MARK} as a text", note=f"{MARK} as a note", publisher=f"{MARK} as a publisher",
    )  # fmt: skip
    for part, values in (
        ("credits", {"role": "director", "name": f"{MARK} Lindqvist", "character": MARK}),
        ("companies", {"function": "distributor", "name": f"{MARK} Film"}),
        ("internal_texts", {"text": f"{MARK} as an internal text"}),
        ("production_notes", {"text": f"{MARK} as a production note"}),
        ("quotes", {"text": f"{MARK} as a quote"}),
        ("mentions", {"name": f"{MARK} as a mention"}),
        ("versions", {"sound": MARK}),
        ("titles", {"title": MARK, "kind": "other", "language": "en"}),
    ):
        Claim.objects.create(
            source=source, record=film.record, part=part, values=values, printed=f"{MARK} printed",
            row=credit.uuid if part == "credits" else None,
        )  # fmt: skip
    Decision.objects.create(
        record=film.record, point=f"credits/{credit.uuid}/name", state="disputed",
        value=MARK, seen=[MARK], note=f"{MARK} as a reason",
    )  # fmt: skip
    return film


def text_of(client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    content = b"".join(response) if response.streaming else response.content
    return text_in(address, content)


def text_in(name: str, data: bytes) -> str:
    """Return what a file says: all of its members if it is an archive."""
    if not data.startswith(b"PK"):
        return f"{name}\n{data.decode('utf-8', errors='replace')}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(text_in(one, archive.read(one)) for one in archive.namelist())


def public_addresses(client) -> list[str]:
    listed = re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", text_of(client, "/sitemap.xml"))
    return sorted({*FIXED, *listed})


def test_no_public_address_says_what_sources_say(client, film):
    addresses = public_addresses(client)
    telling = [one for one in addresses if MARK in text_of(client, one)]
    assert telling == []
    assert {"/en/ferry/", "/de/faehre/", "/en/people/ada-lindqvist/"} <= set(addresses)
    assert sum("The Ferry" in text_of(client, one) for one in addresses) > 10


@pytest.mark.parametrize("kind", ["txt", "csv", "docx", "json"])
def test_no_data_sheet_says_what_sources_say(client, film, kind):
    response = client.get(f"{SHEETS}{kind}")
    if response.status_code == 404:
        assert f"data-sheet.{kind}" not in text_of(client, "/en/ferry/press/data-sheet/")
        return
    content = b"".join(response) if response.streaming else response.content
    assert MARK not in text_in(kind, content)


def test_search_does_not_know_what_sources_say(client, film):
    response = client.get(f"/en/search/?q={MARK}")
    assert (response.context["groups"], response.context["total"]) == ([], 0)


def test_a_source_that_is_named_gives_its_name_and_nothing_else(client, film):
    Source.objects.update(is_named=True)
    text = text_of(client, "/en/ferry/")
    words = ("title", "author", "medium", "text", "note", "publisher")
    shown = [word for word in words if f"{MARK} as a {word}" in text or f"as an {word}" in text]
    assert shown == ["title", "author", "medium"]
    assert text.count(MARK) == 3


def test_the_dump_of_the_site_does_not_say_what_sources_say(film, tmp_path):
    call_command("dump_site", tmp_path / "site.json")
    text = (tmp_path / "site.json").read_text()
    assert (MARK in text, "The Ferry" in text) == (False, True)


@pytest.mark.parametrize("is_draft", [False, True], ids=["live", "draft"])
def test_no_press_kit_says_what_sources_say(film, tmp_path, is_draft):
    formats = [format.value for format in FORMATS]
    options = {"language": "en", "format": ",".join(formats), "output": tmp_path / "kits"}
    call_command("press_kit", "ferry", draft=is_draft, **options)
    files = sorted(file for file in (tmp_path / "kits").iterdir())
    assert len(files) == len(formats)
    for file in files:
        is_pdf = file.suffix == ".pdf"
        text = (
            run("pdftotext", file, "-").stdout if is_pdf else text_in(file.name, file.read_bytes())
        )
        assert (MARK in text, "Ferry" in text) == (False, True), file.name
