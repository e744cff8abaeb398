"""What in an address could say who asked for it."""

import pytest

from pages.telling import is_telling_pair, is_telling_path


@pytest.mark.parametrize(
    "pair",
    [("id", "7"), ("film", "ferry"), ("page_id", "1234"), ("Itemid", "52"), ("side", "2"),
     ("lang", "de"), ("option", "content")]
)  # fmt: skip
def test_what_leads_to_a_page_is_kept(pair):
    assert not is_telling_pair(*pair)


@pytest.mark.parametrize(
    "pair",
    [("email", "jane"), ("e-mail", "jane"), ("token", "7"), ("api_key", "7"), ("code", "1234"),
     ("user", "7"), ("userId", "7"), ("lastname", "doe"), ("sid", "7"), ("PHPSESSID", "7"),
     ("auth", "x"), ("utm_source", "letter"), ("gclid", "7"),
     ("q", "abcdef1234567890abcdef"), ("q", "jane.doe"), ("q", "janedoeexample"),
     ("q", "1234567890123"), ("q", "fähre"), ("abcdef1234567890abcdef", "1"), ("a@b.example", "1")]
)  # fmt: skip
def test_what_could_say_who_asked_is_telling(pair):
    assert is_telling_pair(*pair)


@pytest.mark.parametrize(
    "path",
    ["/filme/2019-die-lange-geschichte-der-nachtfaehre/", "/en/nights-of-1989-and-after-3d/",
     "/bilder/IMG_20190512_101112.jpg", "/archiv/20190512101112000000001.html",
     "/filme/die-sehr-lange-fahrt-ueber-die-ostsee.html"]
)  # fmt: skip
def test_an_address_of_words_and_numbers_is_kept(path):
    assert not is_telling_path(path)


@pytest.mark.parametrize(
    "path",
    ["/en/unsubscribe/jane@example.com/", "/x/jane%40example.com/",
     "/x/abcdef1234567890abcdefabc/", "/x/V1StGXR8_Z5jdHi6B-myT",
     "/x/550e8400-e29b-41d4-a716-446655440000/y"]
)  # fmt: skip
def test_a_path_with_random_signs_is_telling(path):
    assert is_telling_path(path)
