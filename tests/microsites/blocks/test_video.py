"""Videos of the film."""

import pytest

from editorial.changes import change
from films.models import Trailer
from tests.factories import FilmFactory, add_trailer, make_image, place
from tests.microsites.blocks.shown import show, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory()


def link(film, title, url):
    with change(None, "test"):
        return Trailer.objects.create(film=film, title_en=title, external_url=url)


def test_first_video_is_the_usual_one(film):
    link(film, "Teaser", "https://vimeo.com/1")
    link(film, "Making of", "https://vimeo.com/2")
    add_block(add_page(film), "video")
    html = write(film, "video")
    assert (html.count('class="player"'), "https://vimeo.com/1" in html) == (1, True)
    assert str(show(film, "video").heading) == "Trailer"


def test_chosen_video_is_called_by_its_title(film):
    link(film, "Teaser", "https://vimeo.com/1")
    chosen = link(film, "Making of", "https://vimeo.com/2")
    add_block(add_page(film), "video", trailer=chosen)
    assert "https://vimeo.com/2" in write(film, "video")
    assert str(show(film, "video").heading) == "Making of"


def test_all_videos_have_their_titles_below(film):
    link(film, "Teaser", "https://vimeo.com/1")
    link(film, "Making of", "https://vimeo.com/2")
    add_block(add_page(film), "video", variant="all")
    html = write(film, "video")
    assert html.count("<figcaption") == 2
    assert str(show(film, "video").heading) == "Trailers"


def test_own_video_plays_here(film):
    place(film, make_image())
    file = add_trailer(film)
    add_block(add_page(film), "video")
    html = write(film, "video")
    assert html.count("<video") == 1
    assert file.sha256 in html


def test_film_without_videos_leaves_no_trace(film):
    add_block(add_page(film), "video", heading_en="Watch this")
    assert show(film, "video") is None
