"""How much a member may leave that is not saved."""

import pytest

from editorial.guard import room
from editorial.guard.drafts import MOST, store_draft
from editorial.models import Draft, OpenForm
from tests.editorial.guard.editors import Window
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return make_member("translator", languages=["de"])


def keep(user, form, text="Ein Satz."):
    return store_draft(user, form, {"fields": {"logline_de": [text]}})


def forms(user):
    return [draft.form for draft in Draft.objects.filter(user=user).order_by("saved_at")]


def test_oldest_draft_of_a_member_goes_for_a_new_one(user, monkeypatch):
    monkeypatch.setattr(room, "MOST_ROWS", 3)
    other = make_member("editor")
    keep(other, "/theirs/")
    for number in range(5):
        keep(user, f"/{number}/")
    assert forms(user) == ["/2/", "/3/", "/4/"]
    keep(user, "/2/", "Written again: the youngest now.")
    keep(user, "/5/")
    assert (forms(user), forms(other)) == (["/4/", "/2/", "/5/"], ["/theirs/"])


def test_long_drafts_go_by_what_they_hold_together(user, monkeypatch):
    monkeypatch.setattr(room, "MOST_TOGETHER", 250_000)
    for number in range(4):
        keep(user, f"/{number}/")
    # Grown one by one: none of them is new.
    for number in range(3):
        keep(user, f"/{number}/", "x" * (room.LONG + 1))
    assert forms(user) == ["/1/", "/2/"]
    keep(user, "/1/", "x" * 300_000)
    assert forms(user) == ["/1/"]


def test_draft_written_again_asks_nothing_more(user, django_assert_num_queries):
    with django_assert_num_queries(7):  # the last asks who is too old
        keep(user, "/1/")
    with django_assert_num_queries(4):
        keep(user, "/1/", "Again.")


@pytest.mark.parametrize("fields", [{"a": ["x" * (MOST + 1)]}, {"x" * (MOST + 1): ["a"]}])
def test_what_is_far_too_long_is_not_kept(user, fields):
    assert store_draft(user, "/1/", {"fields": fields}) is None
    assert not Draft.objects.exists()


def test_windows_that_have_sent_nothing_for_longest_are_forgotten(monkeypatch):
    monkeypatch.setattr(room, "MOST_ROWS", 2)
    user = make_member("editor")
    windows = [Window(user, FilmFactory()) for _number in range(3)]
    for window in windows:
        window.type(logline_en="A ferry crosses.")
        assert window.autosave()["state"] == "saved"
    tokens = [str(form.token) for form in OpenForm.objects.order_by("saved_at")]
    assert tokens == [window.fields["_form"] for window in windows[1:]]
