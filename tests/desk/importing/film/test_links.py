"""Where links of a film lead."""

import pytest

from desk.importing.objects import (
    ParsedLink,
)


def test_own_microsite_is_no_external_link(film_of):
    film = film_of(
        "external_links:\n  - name: Website\n    url: /en/night-ferry/microsite/",
        "external_links:\n  - name: Website\n    url: /de/night-ferry/microsite/index.html",
    )

    assert film.has_own_microsite is True
    assert film.links == ()
    assert film.problems == ()


def test_full_film_on_a_video_site_is_one_link_of_kind_watch(film_of):
    film = film_of(
        "full_video_url: https://video.example/1\nexternal_links:\n"
        "  - name: Clip\n    url: https://video.example/1\n"
        "  - name: Review\n    url: https://paper.example/",
        "full_video_url: https://video.example/1\nexternal_links:\n"
        "  - name: Film sehen\n    url: https://video.example/1",
    )

    assert film.links == (
        ParsedLink("watch", "https://video.example/1", {"en": "Clip", "de": "Film sehen"}),
        ParsedLink("review", "https://paper.example/", {"en": "Review"}, 1),
    )


@pytest.mark.parametrize("url", ["/en/other/", "javascript:alert(1)", "ftp://x.example/a"])
def test_other_addresses_are_reported_and_left_out(film_of, url):
    film = film_of(f"external_links:\n  - name: Strange\n    url: '{url}'")

    assert film.links == ()
    assert [(p.line, p.key, p.value) for p in film.problems] == [(4, "external_links", url)]
