"""A microsite is part of its film's document: history, the form and pictures treat it so."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.models import Publication, Reference
from microsites.models import Block, Domain, Entry, MicrositePage, Theme
from tests.desk.test_admin import form_data
from tests.factories import FilmFactory, PersonFactory, make_image
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre")
    with change(None, "test"):
        Theme.objects.create(film=film, navigation="side")
    page = add_page(film, title_en="Start", title_de="Start")
    add_block(page, "interview", entries=({"title_en": "Why?", "text_en": "Because."},))
    return film


def test_former_state_comes_back_with_all_its_rows(film):
    before = document_of(film.record)
    with change(None, "test"):
        Block.objects.all().delete()
        Theme.objects.update(navigation="bar")
    assert document_of(film.record)["blocks"] == []
    with change(None, "test"):
        apply_document(film.record, before)
    assert document_of(film.record) == before
    assert Entry.objects.get().title_en == "Why?"


def test_form_of_the_film_leaves_the_microsite_alone(desk, film):
    before = document_of(film.record)
    url = reverse("admin:films_film_change", args=[film.pk])
    answer = desk.post(url, form_data(desk.get(url)) | {"year": "1999"})
    assert answer.status_code == 302
    after = document_of(film.record)
    assert after["facts"]["year"] == 1999
    for part in ("theme", "microsite_pages", "blocks", "entries"):
        assert after[part] == before[part]


def test_live_microsite_refers_to_what_it_shows(film):
    image, person = make_image(), PersonFactory()
    page = MicrositePage.objects.get()
    add_block(page, "profiles", entries=({"person": person},), image=image)
    go_live(film, "en")
    live = Publication.objects.get(record=film.record, language="")
    found = Reference.objects.filter(publication=live, usage="microsite")
    assert set(found.values_list("target", flat=True)) == {image.pk, person.pk}


def test_domain_is_live_as_soon_as_it_is_saved(film):
    go_live(film, "en")
    with change(None, "test"):
        Domain.objects.create(film=film, host="www.ferry.example")
    live = Publication.objects.live().get(record=film.record, language="")
    assert [row["host"] for row in live.parts["domains"]] == ["www.ferry.example"]


def test_look_is_published_with_the_film(film):
    go_live(film, "en")
    with change(None, "test"):
        theme = Theme.objects.get()
        theme.navigation = "foot"
        theme.save()
    live = Publication.objects.live().get(record=film.record, language="")
    assert live.parts["theme"][0]["navigation"] == "side"
