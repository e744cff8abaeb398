"""What a preview of a film leaves out, because its addresses begin when the film is live."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import publish
from editorial.sharing import make_link
from films.models import Award
from tests.factories import FilmFactory
from tests.films.test_calendar import screen

pytestmark = pytest.mark.django_db
OFFERS = ["screenings.ics", "laurel-files"]


def test_previews_offer_no_calendar_and_no_laurels_to_take_away(client):
    film = FilmFactory(key="ferry", slug_en="ferry")
    screen(film)
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Golden Buoy", body_en="Harbour Film Days")
    publish(film.record, "en")
    _link, token = make_link(film.record, None, timezone.now() + timedelta(days=1))
    shared = reverse("shared_preview", args=[token]) + "?language=en"
    live, preview = (
        client.get(url).content.decode().partition("<main")[2] for url in ("/en/ferry/", shared)
    )
    assert [offer in live for offer in OFFERS] == [True, True]
    assert [offer in preview for offer in OFFERS] == [False, False]
    assert "Golden Buoy" in preview
