import pytest

from desk.importing.links import is_own_microsite, kind_of_link, url_error


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/en/night-ferry/microsite/", True),
        ("/de/night-ferry/microsite/index.html", True),
        ("/night-ferry/microsite", True),
        ("/en/other-film/microsite/", False),
        ("/fr/night-ferry/microsite/", False),
        ("https://example.org/en/night-ferry/microsite/", False),
    ],
)
def test_own_microsite_is_recognised(url, expected):
    assert is_own_microsite(url, "night-ferry", ("en", "de")) is expected


@pytest.mark.parametrize(
    ("url", "label", "kind"),
    [
        ("https://www.youtube.com/watch?v=x", "Watch on YouTube", "watch"),
        ("https://www.youtube.com/watch?v=x", "Film ansehen (YouTube)", "watch"),
        ("https://www.youtube.com/watch?v=x", "Trailer", "trailer"),
        ("https://www.youtube.com/watch?v=x", "YouTube", "other"),
        ("https://example.org/", "Movie Website", "website"),
        ("https://example.org/", "Filmkritik", "review"),
        ("https://example.org/", "DVD kaufen", "shop"),
        ("https://www.amazon.de/dp/1", "Amazon", "shop"),
        ("https://example.org/", "Mehr", "other"),
    ],
)
def test_kind_comes_from_label_or_host(url, label, kind):
    assert kind_of_link(url, label) == kind


@pytest.mark.parametrize(
    "url",
    [
        "/en/elsewhere/",
        "example.org",
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https://user:word@example.org/",
        "https://example.org/a b",
        "https://example.org:port/",
        "https://[::1",
        "//example.org/",
        "https://example.org/" + "x" * 2000,
        "",
    ],
)
def test_only_web_addresses_are_accepted(url):
    assert url_error(url) != ""


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org:8080/ä?b=c#d"])
def test_web_addresses_are_good(url):
    assert url_error(url) == ""
