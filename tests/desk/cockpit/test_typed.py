"""What was typed on a screen of translations and is not saved."""

from uuid import uuid4

import pytest

from desk.cockpit.saving import Saved
from desk.cockpit.typed import keep_typed, typed_before
from editorial.guard.drafts import MOST
from editorial.translating.texts import parse_key
from editorial.translating.writing import Wish, gone
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


def keep(user, record, text):
    """Keep a text whose place is gone; return the id that it had on the screen."""
    place = f"links/{uuid4()}/label"
    wish = Wish(parse_key(place), text, "", "")
    ident = f"{record.uuid}/{place}"
    keep_typed(user, "/screen/", record, [(ident, wish)], Saved({ident: gone(wish)}))
    return ident


def test_screen_keeps_no_more_than_a_form():
    user, record = make_member("translator", languages=["de"]), FilmFactory().record
    first = keep(user, record, "Ansehen")
    keep(user, record, "x" * MOST)
    assert set(typed_before(user, "/screen/")) == {first}
    second = keep(user, record, "Kaufen")
    assert set(typed_before(user, "/screen/")) == {first, second}
