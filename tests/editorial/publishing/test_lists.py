"""Many are published or withdrawn from a list: it asks first, too."""

import re

import pytest
from django.urls import reverse

from editorial.models import Publication
from editorial.publishing import publish
from tests.editorial.publishing.pages.asking import edit, live_titles
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def choose(client, films, action: str, **data):
    address = reverse("admin:films_film_changelist")
    chosen = {"action": action, "_selected_action": [film.pk for film in films]}
    return client.post(address, {**chosen, **data})


def shown(page) -> dict[str, str]:
    """What the page that asks sends when its button is pressed."""
    fields = re.findall(r'name="(state:[^"]+|confirmed)" value="([^"]+)"', page.content.decode())
    return dict(fields)


def test_publishing_in_the_list_asks_first(desk):
    ready, incomplete = FilmFactory(), FilmFactory(year=None)
    response = choose(desk, [ready, incomplete], "publish_selected")
    plans = {
        obj.pk: [plan.is_ready for plan in plans] for obj, _url, plans in response.context["rows"]
    }
    assert plans == {ready.pk: [True, True], incomplete.pk: [False, False]}
    assert not Publication.objects.exists()
    choose(desk, [ready, incomplete], "publish_selected", **shown(response))
    assert set(live_titles(ready)) == {"en", "de"}
    assert live_titles(incomplete) == {}


def test_what_changed_after_the_list_asked_is_not_published(desk):
    film, other = FilmFactory(), FilmFactory(title_de="Die Fähre", title_en="The ferry")
    page = choose(desk, [film, other], "publish_selected")
    edit(film, title_de="Anders")
    answer = choose(desk, [film, other], "publish_selected", **shown(page))
    assert live_titles(film) == {}
    assert live_titles(other) == {"de": "Die Fähre", "en": "The ferry"}
    told = [str(message) for message in desk.get(answer.url).context["messages"]]
    changed = "Something was changed meanwhile: not published. Look at it again."
    assert [text for text in told if "meanwhile" in text] == [f"{film}: {changed}"]


def test_what_was_not_ready_when_the_list_asked_is_not_published(desk):
    film = FilmFactory(year=None)
    page = choose(desk, [film], "publish_selected")
    edit(film, year=2011)
    choose(desk, [film], "publish_selected", **shown(page))
    assert live_titles(film) == {}


def test_withdrawing_in_the_list_asks_first(desk):
    film = FilmFactory()
    publish(film.record, "de")
    choose(desk, [film], "withdraw_selected")
    assert set(live_titles(film)) == {"de"}
    choose(desk, [film], "withdraw_selected", confirmed="1")
    assert live_titles(film) == {}


def test_a_translator_publishes_own_languages_in_the_list(member):
    film = FilmFactory()
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", title_en="New")
    client = member("translator", "de")
    page = choose(client, [film], "publish_selected")
    choose(client, [film], "publish_selected", **shown(page))
    titles = live_titles(film)
    assert titles["de"] == "Neu"
    assert titles["en"] != "New"
