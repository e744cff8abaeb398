"""The desk: what it shows, and how many questions that costs."""

import pytest
from django.urls import reverse

from editorial.changes import change
from microsites.models import Block, Entry, MicrositePage
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_desk_shows_start_page_and_its_blocks(microsite):
    context = microsite.get(microsite.at()).context
    assert [(p.name, p.address, p.is_chosen) for p in context["pages"]] == [
        ("Film", "/", True),
        ("Diary", "/diary/", False),
    ]
    assert [(b.name, b.look) for b in context["blocks"]][:1] == [("Text: About", "Fog.")]


def test_desk_shows_the_page_that_is_asked_for(microsite):
    context = microsite.get(f"{microsite.at()}?page={microsite.diary_page.uuid}").context
    (block,) = context["blocks"]
    assert (block.label, block.count, block.look) == (
        "Diary",
        3,
        "1 · Day 1, 2 · Day 2, 3 · Day 3",
    )


@pytest.mark.parametrize("page", ["x", "00000000-0000-0000-0000-000000000000"])
def test_desk_shows_start_page_for_nonsense(microsite, page):
    assert microsite.get(f"{microsite.at()}?page={page}").context["page"].name == "Film"


def test_desk_says_what_is_open_in_translation(microsite):
    (text, *_others) = microsite.get(microsite.at()).context["blocks"]
    assert [(s.language, s.look) for s in text.states] == [("de", "missing")]


def test_desk_says_when_a_block_is_shown(microsite):
    with change(None, "test"):
        microsite.cast.phases = ["cinema", "home"]
        microsite.cast.ends_on = "2011-09-30"
        microsite.cast.save()
    cast = microsite.get(microsite.at()).context["blocks"][1]
    assert cast.notes == ("until 30 Sep 2011", "only: in cinemas, at home")


def test_block_of_unknown_kind_stays_and_says_so(microsite):
    with change(None, "test"):
        Block.objects.filter(pk=microsite.cast.pk).update(kind="hologram")
    cast = microsite.get(microsite.at()).context["blocks"][1]
    assert (cast.label, cast.is_known) == ("hologram", False)


@pytest.mark.parametrize("count", [1, 3, 90])
def test_desk_asks_as_often_for_many_entries_as_for_one(
    microsite, django_assert_num_queries, count
):
    with change(None, "test"):
        Entry.objects.all().delete()
        Entry.objects.bulk_create(
            Entry(block=microsite.diary, number=n, position=n, title_en="Fog", text_en="Wind.")
            for n in range(count)
        )
    address = f"{microsite.at()}?page={microsite.diary_page.uuid}"
    microsite.get(address)
    with django_assert_num_queries(10):
        microsite.get(address)
    entries = microsite.at("_entries", microsite.diary.uuid)
    with django_assert_num_queries(10):
        answer = microsite.get(entries, HTTP_X_PART="1")
    assert answer.content.count(b"microsite-row--entry") == count


def test_entries_have_a_page_of_their_own_without_script(microsite):
    page = microsite.get(microsite.at("_entries", microsite.diary.uuid))
    assert page.content.count(b"microsite-row--entry") == 3
    assert microsite.at("_paste", microsite.diary.uuid).encode() in page.content


def test_film_without_pages_is_begun_with_the_usual_ones(desk):
    film = FilmFactory()
    home = reverse("microsite_desk", args=[film.pk])
    assert b"microsite-empty" in desk.get(home).content
    desk.post(reverse("microsite_desk_start", args=[film.pk]))
    pages = MicrositePage.objects.filter(film=film)
    assert pages.count() > 0
    assert Block.objects.filter(page__film=film).count() > 5
    before = list(pages.values_list("uuid", flat=True))
    desk.post(reverse("microsite_desk_start", args=[film.pk]))
    assert list(pages.values_list("uuid", flat=True)) == before


def test_two_films_are_begun_with_the_usual_pages(desk):
    for film in (FilmFactory(), FilmFactory()):
        answer = desk.post(reverse("microsite_desk_start", args=[film.pk]))
        assert answer.status_code == 302


def test_form_of_the_film_leads_to_the_desk(microsite):
    page = microsite.get(reverse("admin:films_film_change", args=[microsite.film.pk]))
    (tab,) = [tab for tab in page.context["tabs"] if tab.key == "microsite"]
    assert [(count, address) for _label, count, address in tab.links] == [(2, microsite.at())]
