"""What the law asks for and the profile does not say stands on the start page."""

import pytest

from desk.start.legal import missing_by_law
from editorial.changes import change
from editorial.publishing import publish
from pages.models import Profile
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile():
    publish(FilmFactory().record, "en")
    with change(None, "test"):
        return Profile.objects.create(name="Nordlicht", legal_form="GmbH", street="Hafenweg 3")


def test_missing_facts_are_named_with_their_law(profile, editor):
    block = missing_by_law(editor)
    assert [(item.title, item.note) for item in block.items] == [
        ("postal code", "§ 5 DDG"),
        ("city", "§ 5 DDG"),
        ("e-mail", "§ 5 DDG"),
        ("represented by", "§ 5 DDG"),
        ("hosting provider", "Art. 13 GDPR"),
        ("days of server logs", "Art. 13 GDPR"),
    ]
    assert block.items[0].url == f"/admin/pages/profile/{profile.pk}/change/"


def test_a_complete_profile_is_not_mentioned(profile, editor):
    with change(None, "test"):
        profile.postal_code, profile.city, profile.email = "18055", "Rostock", "a@film.example"
        profile.represented_by, profile.hosting, profile.log_days = "Greta Nordhus", "Hof", 0
        profile.save()
    assert missing_by_law(editor) is None


def test_translators_are_not_bothered(profile):
    assert missing_by_law(make_member("translator", languages=["de"])) is None
