"""The press room of the company and the press areas of its films."""

import re

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from editorial.changes import change
from editorial.publishing import publish, withdraw
from films.models import CompanyCredit
from pages.models import Profile
from people.models import Company
from press.building.asking import ask_for_kits
from press.building.building import build
from press.models import Kit
from tests.factories import FilmFactory, PageFactory, make_image, place
from tests.microsites.making import go_live
from tests.press.building import tiny
from tests.press.making import bring_up_to_date, make_release

pytestmark = pytest.mark.django_db
AREA = "/en/ferry/press/"
TEXTS = {
    "logline_en": "A ferry sails.",
    "synopsis_short_en": "A ferry sails by night.",
    "synopsis_short_de": "",
    "synopsis_long_de": "Eine Fähre fährt bei *Nacht* über den See.",
}


@pytest.fixture(autouse=True)
def empty_cache():
    """What a kit would hold is kept by the number of its film, which tests have in common."""
    cache.clear()


@pytest.fixture
def film():
    return FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", **TEXTS)


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def add_company(film, function: str, name: str, **facts):
    territory = facts.pop("territory", "")
    with change(None, "test"):
        company = Company.objects.create(name=name, **facts)
        CompanyCredit.objects.create(
            film=film, company=company, function=function, territory=territory
        )


def test_texts_of_all_live_languages_stand_with_their_lengths(client, film):
    go_live(film)
    text = text_of(client, AREA)
    assert re.findall(r'class="press-text__words">([^<]+)<', text) == [
        "3 words",
        "5 words",
        "8 words",
    ]
    assert re.findall(r"<summary[^>]*>([^<]+)<", text) == ["Deutsch"]


def test_text_of_a_language_that_is_not_live_is_not_shown(client, film):
    go_live(film, "en")
    assert "über den See" not in text_of(client, AREA)


def test_pictures_for_the_press_are_offered_under_their_names(client, film):
    place(film, make_image(), position=0)
    brandt = make_image(colour=(200, 9, 9), access="press", photographer="Nóra Brändt-Müller")
    place(film, brandt, position=1)
    place(film, make_image(colour=(9, 200, 9), access="link", copyright="X"), position=2)
    go_live(film)
    text = text_of(client, AREA)
    names = re.findall(r'download="([^"]+)"', text)
    assert names == ["ferry_still_02_nora-braendt-mueller.jpg"]
    address = re.search(r'href="(/media/large/[^"]+)"', text).group(1)
    response = client.get(address)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{names[0]}"'


def test_empty_parts_leave_no_trace(client, film):
    go_live(film)
    text = text_of(client, AREA)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", text) == ["Texts", "Facts"]


def test_contacts_stand_by_function_and_territory(client, film):
    add_company(film, "distributor", "Zeta", territory="DE, AT", email="z@example.com")
    add_company(film, "press_agent", "Alpha", phone="+49 30 1")
    add_company(film, "distributor", "Beta", territory="FR")
    go_live(film)
    what = re.findall(r'press-contact__what">([^<]+)<', text_of(client, AREA))
    assert what == ["Press agent", "Distributor: France", "Distributor: Germany, Austria"]


def test_terms_of_use_are_those_of_the_company(client, film):
    with change(None, "test"):
        Profile.objects.create(name="Nord", press_terms_en="Free **with credit**.")
    go_live(film)
    assert "Free <strong>with credit</strong>." in text_of(client, AREA)


def test_area_of_another_language_leads_to_its_own_address(client, film):
    go_live(film)
    response = client.get("/en/faehre/press/")
    assert (response.status_code, response.url) == (302, AREA)
    text = text_of(client, AREA)
    assert 'hreflang="de" href="http://localhost:8000/de/faehre/press/"' in text


@pytest.mark.parametrize("slug", ["nothing", "ferry"])
def test_area_of_what_is_not_live_is_not_found(client, film, slug):
    assert client.get(f"/en/{slug}/press/").status_code == 404


# --- kits -----------------------------------------------------------------------------------


def make_kit(film, languages: str = "en", **facts) -> Kit:
    data = f"{languages} {facts}".encode()
    sha256 = f"{len(Kit.objects.all()):064x}"
    default_storage.save(f"kits/00/{sha256}.pdf", ContentFile(data))
    state = {"format": "pdf", "state": "ready", "sha256": sha256, "size": len(data), **facts}
    return bring_up_to_date(Kit.objects.create(record=film.record, languages=languages, **state))


def kit_names(client) -> list[str]:
    return re.findall(r'href="/en/ferry/press/([^"#/]+)"', text_of(client, AREA))


def test_newest_kit_of_each_choice_of_languages_is_offered(client, film):
    go_live(film)
    make_kit(film)
    newest = make_kit(film, problem="newer")
    make_kit(film, "en,de")
    make_kit(film, "de")
    make_kit(film, is_draft=True)
    make_kit(film, state="failed")
    assert kit_names(client) == [
        "ferry_press-kit_en.pdf",
        "ferry_press-kit_en-de.pdf",
        "ferry_press-kit_de.pdf",
    ]
    response = client.get(f"{AREA}ferry_press-kit_en.pdf")
    assert len(b"".join(response.streaming_content)) == newest.size


def test_kit_with_a_picture_that_was_taken_back_is_built_anew_before_it_is_offered(
    client, film, monkeypatch
):
    tiny.offer(monkeypatch)
    image = place(film, make_image(access="press", photographer="Nora Brandt")).image
    go_live(film)
    (kit,) = ask_for_kits(film.record, ["en"], [tiny.FORMAT], None)
    build(kit.pk)
    assert kit_names(client) == ["ferry_press-kit_en.docx"]
    with change(None, "test"):
        image.access = "internal"
        image.save()
    former = Kit.objects.get()
    assert (kit_names(client), kit_names(client)) == ([], [])
    assert client.get(f"{AREA}ferry_press-kit_en.docx").status_code == 404
    waiting = Kit.objects.exclude(pk=former.pk).get()
    assert waiting.state == "waiting"
    build(waiting.pk)
    assert kit_names(client) == ["ferry_press-kit_en.docx"]


def test_kit_of_a_language_that_is_not_live_is_not_given_out(client, film):
    go_live(film)
    make_kit(film, "en,de")
    withdraw(film.record, "de")
    assert kit_names(client) == []
    assert client.get(f"{AREA}ferry_press-kit_en-de.pdf").status_code == 404


# --- the room -------------------------------------------------------------------------------


def test_room_lists_releases_newest_first_and_films(client, film):
    go_live(film)
    bare = FilmFactory(key="bare", title_en="Bare")
    go_live(bare)
    make_release(film, title_en="First", key="first")
    make_release(bare, title_en="Second", key="second")
    text = text_of(client, "/en/press/")
    assert re.findall(r'press-release__title"><a href="([^"]+)"', text) == [
        "/en/second/",
        "/en/first/",
    ]
    links = re.findall(r'film-row__link" href="([^"]+)"', text)
    assert sorted(links) == ["/en/bare/press/", AREA]


def test_release_says_its_date_and_names_its_films(client, film):
    go_live(film)
    make_release(film, title_en="News", key="good-news")
    text = text_of(client, "/en/good-news/")
    assert "Press release" in text
    assert f'href="{AREA}"' in text
    assert re.search(r'"datePublished":"\d{4}-\d\d-\d\dT', text)


def test_page_that_is_no_release_says_nothing_of_the_press(client, film):
    go_live(film)
    page = PageFactory(key="workshops")
    publish(page.record, "en")
    assert "Press release" not in text_of(client, "/en/workshops/")


def test_menu_and_film_page_lead_to_the_press_as_soon_as_a_film_is_live(client, film):
    publish(PageFactory(key="workshops").record, "en")
    assert 'href="/en/press/"' not in text_of(client, "/en/")
    go_live(film)
    assert 'href="/en/press/"' in text_of(client, "/en/")
    assert f'href="{AREA}"' in text_of(client, "/en/ferry/")


@pytest.mark.parametrize("count", [1, 3])
def test_room_and_area_cost_the_same_for_one_row_and_three(
    client, film, django_assert_num_queries, count
):
    go_live(film)
    for number in range(count):
        place(film, make_image(colour=(number, 9, count), access="press", copyright="X"))
        make_release(film, key=f"story-{number}")
    go_live(film)
    for address, queries in (("/en/press/", ROOM_QUERIES), (AREA, AREA_QUERIES)):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


ROOM_QUERIES = 11
AREA_QUERIES = 10
