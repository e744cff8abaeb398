"""Before anything goes live or leaves the site, a page says what visitors will notice."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish, withdraw
from tests.editorial.publishing.pages.asking import LATER, confirm, edit, live_titles, url
from tests.factories import CreditFactory, FilmFactory, PageFactory

pytestmark = pytest.mark.django_db


def test_looking_publishes_nothing(desk):
    film = FilmFactory()
    assert desk.get(url("publish", film)).status_code == 200
    assert live_titles(film) == {}


def test_confirming_publishes_one_language(desk):
    film = FilmFactory(title_de="Die Fähre")
    response = confirm(desk, url("publish", film))
    assert response.url == reverse("admin:films_film_change", args=[film.pk])
    assert live_titles(film) == {"de": "Die Fähre"}


def test_the_button_says_what_it_does(desk):
    film = FilmFactory()
    assert desk.get(url("publish", film)).context["action"] == "Publish German now"
    later = desk.get(f"{url('publish', film)}?at={LATER}")
    assert later.context["action"] == "Publish German on 1 September 2099, 09:00 (Europe/Berlin)"


def test_the_button_speaks_german(desk):
    film = FilmFactory()
    later = desk.get(f"{url('publish', film)}?at={LATER}", headers={"accept-language": "de"})
    expected = "Deutsch am 1. September 2099, 09:00 Uhr (Europe/Berlin) veröffentlichen"
    assert later.context["action"] == expected


def test_texts_and_facts_are_told_apart(desk):
    film = FilmFactory(year=2011)
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", title_en="New", year=2012)
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert [(d.path[-1], d.language) for d in forecast.texts] == [("title", "de")]
    assert [(d.path[-1], d.after) for d in forecast.facts] == [("year", "2012")]
    assert forecast.fact_languages == ("en",)


def test_facts_that_show_elsewhere_are_said_to(desk):
    film = FilmFactory()
    publish(film.record, "de")
    publish(film.record, "en")
    CreditFactory(film=film)
    text = desk.get(url("publish", film)).content.decode()
    assert text.count("This changes English, too") == 1


def test_a_new_address_and_its_redirect_are_named(desk):
    film = FilmFactory(slug_de="alt")
    publish(film.record, "de")
    edit(film, slug_de="neu")
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert (forecast.is_moved, forecast.old_path, forecast.new_path) == (True, "alt", "neu")


def test_pages_below_a_new_address_are_named(desk, client):
    above = PageFactory(slug_de="alt")
    below = PageFactory(slug_de="tiflis", parent=above, title_de="Tiflis")
    PageFactory(slug_de="draft", parent=above)
    for page in (above, below):
        publish(page.record, "de")
    asked = reverse("admin:pages_page_publish", args=[above.pk, "de"])
    sentence = (
        "Pages below it keep their present addresses, which go on working, until you publish them "
        "again: Tiflis."
    )
    assert desk.get(asked).content.decode().count(sentence) == 0
    with change(None, "test"):
        above.slug_de = "neu"
        above.save()
    assert desk.get(asked).content.decode().count(sentence) == 1
    publish(above.record, "de")
    assert client.get("/de/alt/tiflis/").status_code == 200
    publish(below.record, "de")
    assert client.get("/de/alt/tiflis/")["Location"] == "/de/neu/tiflis/"


def test_nothing_to_notice_is_said(desk):
    film = FilmFactory()
    publish(film.record, "de")
    edit(film, internal_notes="Call Ada.")
    assert desk.get(url("publish", film)).context["forecast"].is_nothing


def test_what_was_withdrawn_is_compared_with_what_it_was(desk):
    film = FilmFactory(logline_de="Eine Fähre.")
    publish(film.record, "de")
    withdraw(film.record, "de")
    edit(film, logline_de="Eine Fähre bei Nacht.")
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert (forecast.is_first, forecast.is_nothing, len(forecast.texts)) == (False, False, 1)
    assert forecast.withdrawn_at == Publication.objects.get(language="de").withdrawn_at


def test_no_button_that_visitors_notice_waits_for_the_enter_key(desk):
    film = FilmFactory()
    publish(film.record, "de")
    pages = [desk.get(url(name, film)).content.decode() for name in ("publish", "withdraw")]
    assert [re.findall(r"<button[^>]*autofocus", page) for page in pages] == [[], []]


def test_the_first_time_shows_checklist_and_previews(desk):
    film = FilmFactory()
    response = desk.get(url("publish", film))
    forecast = response.context["forecast"]
    assert (forecast.is_first, forecast.texts) == (True, ())
    previews = [address.partition("?")[2] for _label, address in response.context["previews"]]
    assert previews == ["language=de&page=film", "language=de&page=microsite"]
    assert forecast.hints[0].message == "Nobody is credited as director."


def test_what_is_missing_leaves_no_button(desk):
    film = FilmFactory(year=None)
    response = desk.get(url("publish", film))
    assert response.context["may_confirm"] is False
    assert [f.message for f in response.context["forecast"].blocking] == ["The year is missing."]
    confirm(desk, url("publish", film))
    assert live_titles(film) == {}


def test_a_change_meanwhile_asks_again(desk):
    film = FilmFactory()
    state = desk.get(url("publish", film)).context["forecast"].state
    edit(film, title_de="Anders")
    response = desk.post(url("publish", film), {"state": state})
    assert response.context["reasons"] == [
        "Something was changed meanwhile. This is how it stands now."
    ]
    assert live_titles(film) == {}


def test_a_page_asks_as_a_film_does(desk):
    page = PageFactory()
    address = reverse("admin:pages_page_publish", args=[page.pk, "de"])
    confirm(desk, address)
    assert desk.get(f"/de/{page.slug_de}/").status_code == 200
    withdrawal = desk.get(reverse("admin:pages_page_withdraw", args=[page.pk, "de"]))
    assert [a for _l, a in withdrawal.context["farewell"].pages] == [f"/de/{page.slug_de}/"]
