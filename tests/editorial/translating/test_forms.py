"""Forms lead to the screen on which their texts are translated."""

import re

import pytest
from django.urls import reverse

from tests.factories import FilmFactory, PersonFactory, make_image, make_member

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a href="([^"]+)">(Translate side by side: [^<]+)</a>')


def links_of(client, row):
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return LINK.findall(client.get(reverse(name, args=[row.pk])).content.decode())


@pytest.mark.parametrize("role", ["editor", "translator", "viewer"])
def test_form_of_every_record_leads_to_its_translation(client, role):
    client.force_login(make_member(role))
    rows = [
        FilmFactory(logline_en="A ferry."),
        PersonFactory(biography_en="She films."),
        make_image(caption_en="The harbour."),
    ]
    for row in rows:
        address = reverse("translations_record", args=[row.record.uuid, "de"])
        assert links_of(client, row) == [
            (f"{address}?open", "Translate side by side: German (1 open)")
        ]


def test_translated_record_is_shown_whole_and_its_origin_only_where_something_is_open(desk):
    address = reverse("translations_record", args=[(film := FilmFactory()).record.uuid, "de"])
    assert links_of(desk, film) == [(address, "Translate side by side: German")]
    german = FilmFactory(logline_de="Eine Fähre.")
    assert [text for _url, text in links_of(desk, german)] == [
        "Translate side by side: English (1 open)",
        "Translate side by side: German",
    ]
