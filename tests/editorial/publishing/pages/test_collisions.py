"""What is scheduled and what is published now may say different things."""

import pytest

from editorial.models import Publication
from tests.editorial.publishing.pages.asking import collide, confirm, live_titles, url
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_a_collision_is_asked_about(desk):
    film = FilmFactory()
    collide(film)
    (question,) = desk.get(url("publish", film)).context["forecast"].questions
    (difference,) = question.differences
    assert (difference.before, difference.after) == ("Planned", "Desk")


def test_an_unanswered_collision_publishes_nothing(desk):
    film = FilmFactory()
    collide(film)
    confirm(desk, url("publish", film))
    assert live_titles(film) == {"de": "Live"}


@pytest.mark.parametrize(("answer", "later"), [("mine", "Desk"), ("scheduled", "Planned")])
def test_an_answer_decides_what_stands_later(desk, answer, later):
    film = FilmFactory()
    collide(film)
    (question,) = desk.get(url("publish", film)).context["forecast"].questions
    confirm(desk, url("publish", film), **{f"answer:{question.collision.key}": answer})
    assert live_titles(film) == {"de": "Desk"}
    assert Publication.objects.scheduled().get(language="de").title == later
