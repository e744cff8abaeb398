"""/admin/films/film/<id>/press-kits/data-sheet/<language>/: live, or from the desk."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from tests.factories import FilmFactory, make_member
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", logline_en="A ferry sails.", logline_de="Eine Fähre.")
    go_live(film, "en")
    with change(None, "test"):
        film.logline_en = "It sinks."
        film.save()
    return film


@pytest.fixture
def viewer(client):
    client.force_login(make_member("viewer"))
    return client


def page_of(client, film, language, query=""):
    url = reverse("press_data_sheet", args=[film.pk, language])
    return client.get(url + query).content.decode()


def logline_of(page):
    return re.findall(r'id="field-logline"[^>]*><p>([^<]+)<', page)


def test_it_shows_what_is_live_and_on_demand_the_desk(viewer, film):
    assert logline_of(page_of(viewer, film, "en")) == ["A ferry sails."]
    assert logline_of(page_of(viewer, film, "en", "?state=desk")) == ["It sinks."]


def test_language_that_is_not_live_is_shown_from_the_desk_and_says_so(viewer, film):
    page = page_of(viewer, film, "de")
    assert logline_of(page) == ["Eine Fähre."]
    assert "From the desk: this is not live." in page
    assert "What is live" not in page


def test_files_keep_the_state_of_the_page(viewer, film):
    page = page_of(viewer, film, "en", "?state=desk")
    urls = re.findall(r'href="([^"]+)" download', page)
    answers = [viewer.get(url) for url in urls]
    names = [answer["Content-Disposition"].partition("=")[2] for answer in answers]
    assert names == ['"ferry_data-sheet_en_draft.docx"', '"ferry_data-sheet_en_draft.csv"']
    assert "It sinks." in answers[1].content.decode()
    assert "no-store" in answers[1]["Cache-Control"]


@pytest.mark.parametrize("language", ["xx", "de,en", "."])
def test_unknown_language_is_not_found(viewer, film, language):
    address = f"/admin/films/film/{film.pk}/press-kits/data-sheet/{language}/"
    assert viewer.get(address).status_code == 404


def test_unknown_kind_of_file_is_not_found(viewer, film):
    url = reverse("press_data_sheet_file", args=[film.pk, "en", "exe"])
    assert viewer.get(url).status_code == 404


def test_page_of_kits_leads_to_it(viewer, film):
    page = viewer.get(reverse("press_kits", args=[film.pk])).content.decode()
    assert f'href="{reverse("press_data_sheet", args=[film.pk, "en"])}"' in page
