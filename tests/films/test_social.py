"""A film's card in messengers and networks."""

import pytest

from assets.tasks import complete_image
from editorial.changes import change
from editorial.publishing import publish
from films.models import Release
from pages.social import social_locale
from tests.factories import CreditFactory, FilmFactory, VersionFactory, make_image, place
from tests.structured import properties_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def card_of(client, film):
    publish(film.record, "en")
    return properties_of(client.get(f"/en/{film.slug_en}/"))


def test_card_has_picture_and_facts(client):
    film = FilmFactory(title_en="Ferry")
    VersionFactory(film=film)
    director = CreditFactory(film=film).person.record.key
    place(film, make_image(alt_en="A ferry at night."))
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2012-05-01")
    publish(film.record, "de")
    card = card_of(client, film)
    assert card["og:title"] == ["Ferry"]
    assert card["og:description"] == ["A ferry crosses the sound for the last time."]
    assert card["og:type"] == ["video.movie"]
    assert (card["og:locale"], card["og:locale:alternate"]) == (["en_GB"], ["de_DE"])
    assert card["og:image:alt"] == ["A ferry at night."]
    assert card["video:director"] == [f"{SITE}/en/people/{director}/"]
    assert (card["video:duration"], card["video:release_date"]) == (["5700"], ["2012-05-01"])
    assert client.get(card["og:image"][0].removeprefix(SITE)).status_code == 200


def test_card_without_a_picture_names_none(client):
    assert "og:image" not in card_of(client, FilmFactory())


def test_large_picture_is_cut_for_cards(client):
    film = FilmFactory()
    image = make_image(width=1500, height=1200)
    place(film, image)
    whole = card_of(client, film)
    assert (whole["og:image:width"], whole["og:image:height"]) == (["1500"], ["1200"])
    complete_image.enqueue(image.pk)
    card = card_of(client, film)
    assert (card["og:image:width"], card["og:image:height"]) == (["1200"], ["630"])
    assert client.get(card["og:image"][0].removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize(
    ("category", "kind"),
    [("feature", "video.movie"), ("series", "video.tv_show"), ("commercial", "video.other")],
)
def test_kind_of_card_follows_the_category(client, category, kind):
    assert card_of(client, FilmFactory(category=category))["og:type"] == [kind]


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_GB"), ("de", "de_DE"), ("fr", "fr_FR"), ("pt-br", "pt_BR")]
)
def test_locale_has_a_territory(language, locale):
    assert social_locale(language) == locale
