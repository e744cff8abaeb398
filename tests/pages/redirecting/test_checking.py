"""What a redirect may say."""

import pytest
from django.core.exceptions import ValidationError

from editorial.changes import change
from pages.models import Redirect
from pages.redirecting.checking import clean_new, clean_old


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/filme/alt.html", ("/filme/alt.html", "")),
        (" https://www.old.example/filme/alt.html?id=7#top ", ("/filme/alt.html", "id=7")),
        ("/f%C3%A4hre%20alt/", ("/fähre alt/", "")),
    ],
)
def test_an_old_address_may_be_copied_from_the_browser(typed, kept):
    assert clean_old(typed) == kept


def test_a_whole_new_address_of_this_site_becomes_a_path(settings):
    settings.SITE_URL = "https://films.example"
    assert clean_new("https://films.example/de/f%C3%A4hre/?a=%20b") == "/de/fähre/?a=%20b"


@pytest.mark.parametrize(
    "typed",
    ["https://other.example/", "//other.example/", "/\\other.example", "films", "/a\nb", ""],
)
def test_a_place_on_another_site_is_refused(typed):
    with pytest.raises(ValidationError) as caught:
        clean_new(typed)
    assert caught.value.messages == ["Write a path on this site that begins with one slash."]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://[::1/a", "“http://[::1/a” cannot be read. Write a path that begins with a slash."),
        (
            "/a?" + 220 * "&",
            "What stands behind the question mark has more than 200 parts or odd signs.",
        ),
        ("/a?b=\n", "What stands behind the question mark has more than 200 parts or odd signs."),
        ("/a?\ud800", "What stands behind the question mark has more than 200 parts or odd signs."),
    ],
)
def test_an_old_address_that_cannot_be_read_is_refused(address, message):
    with pytest.raises(ValidationError) as caught:
        clean_old(f"{address}x")
    assert caught.value.message_dict == {"old_path": [message.replace("/a”", "/ax”")]}


def save(old, new, **more):
    redirect = Redirect(old_path=old, new_path=new, **more)
    redirect.full_clean()
    with change(None, "test"):
        redirect.save()
    return redirect


def refused(old, new, **more):
    with pytest.raises(ValidationError) as caught:
        save(old, new, **more)
    return caught.value.message_dict


@pytest.mark.django_db
def test_a_circle_is_refused():
    assert refused("/a/", "/a/") == {"new_path": ["An address cannot lead to itself."]}
    circle = "The new address falls under this redirect itself: it would turn in a circle."
    assert refused("/a/", "/A") == {"new_path": [circle]}
    assert refused("/de", "/de/films/", is_prefix=True) == {"new_path": [circle]}
    assert refused("/a", "/a?b=1") == {"new_path": ["An address cannot lead to itself."]}


@pytest.mark.django_db
def test_a_chain_is_refused_from_both_ends():
    save("/b/", "/en/ferry/")
    message = "“/b/” is itself led to “/en/ferry/”. Lead to that address at once."
    assert refused("/a/", "/b/") == {"new_path": [message]}
    message = "The redirect of “/b/” leads to this address. Lead that one on first."
    assert refused("/en/ferry/", "/en/other/") == {"old_path": [message]}
    assert Redirect.objects.count() == 1


@pytest.mark.django_db
def test_a_redirect_can_be_changed_where_it_stands():
    redirect = save("/b/", "/en/ferry/")
    redirect.new_path = "/en/other/"
    redirect.full_clean()
    assert redirect.new_path == "/en/other/"


@pytest.mark.django_db
@pytest.mark.parametrize("old", ["/", "/admin/login.html", "/media/x.jpg"])
def test_rooms_of_the_site_itself_are_not_led_away(old):
    assert refused(old, "/en/") == {"old_path": ["This address belongs to the site itself."]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "old", ["/en/films/", "/de/", "/en/screenings/", "/robots.txt", "/de/films.json"]
)
def test_an_address_that_the_site_always_answers_is_refused(old):
    message = f"The site itself answers “{old}”, so this redirect would never be asked."
    assert refused(old, "/en/ferry/") == {"old_path": [message]}


@pytest.mark.django_db
@pytest.mark.parametrize("old", ["/en/films/alt.html", "/en/people/jane/", "/en/ferry/"])
def test_an_address_that_content_may_have_is_taken(old):
    assert save(old, "/en/").pk


@pytest.mark.django_db
def test_what_lies_below_a_page_of_the_site_may_be_led_away():
    assert save("/en/films/", "/de/archiv/", is_prefix=True).pk
