import pytest

from desk.importing.slugs import RESERVED_SLUGS, slug_error, slugify_title


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Night Ferry", "night-ferry"),
        ("Über Öl und Straße", "ueber-oel-und-strasse"),
        ("U\u0308ber", "ueber"),
        ("Dog's Life", "dogs-life"),
        ("Café Olé!", "cafe-ole"),
        ("日本", ""),
        ("...", ""),
    ],
)
def test_slug_is_made_from_the_title(title, slug):
    assert slugify_title(title) == slug


def test_a_long_title_is_cut_at_a_word():
    slug = slugify_title("wave " * 40)

    assert len(slug) <= 80
    assert slug.endswith("wave")


@pytest.mark.parametrize(
    "slug", ["../../admin", "a/b", "A", "a--b", "-a", "a_b", "", "a" * 81, "admin", "press", "a\n"]
)
def test_bad_slugs_are_refused(slug):
    assert slug_error(slug, RESERVED_SLUGS) != ""


@pytest.mark.parametrize("slug", ["a", "night-ferry", "2001", "a" * 80])
def test_good_slugs_are_accepted(slug):
    assert slug_error(slug, RESERVED_SLUGS) == ""
