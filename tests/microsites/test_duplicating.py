"""A microsite as the start of that of another film."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.documents import document_of
from films.duplicating import duplicate_film
from films.models import Trailer
from microsites.models import Domain, MicrositePage, Theme
from tests.factories import FilmFactory, PersonFactory, make_image
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db
COPIED = ("theme", "microsite_pages", "blocks", "entries")


@pytest.fixture
def film():
    film = FilmFactory(title_en="Ferry", title_de="Fähre")
    with change(None, "test"):
        trailer = Trailer.objects.create(film=film, external_url="https://example.org/v")
        Theme.objects.create(film=film, background_image=make_image(), width="wide")
        Domain.objects.create(film=film, host="ferry.example")
    add_page(film, title_en="Start")
    page = add_page(film, title_en="Story", title_de="Inhalt", slug_en="story")
    person = PersonFactory()
    add_block(page, "profiles", ({"person": person}, {"title_de": "Wer"}), heading_de="Leute")
    add_block(page, "video", trailer=trailer)
    return film


def without(rows, *names):
    return [{k: v for k, v in row.items() if k not in names} for row in rows]


def test_microsite_goes_along_with_rows_of_its_own(film):
    old, new = document_of(film.record), document_of(duplicate_film(film, ["microsite"]))
    unsaid = ("uuid", "page", "block", "trailer")
    for part in COPIED:
        assert without(new[part], *unsaid) == without(old[part], *unsaid)
        assert {row["uuid"] for row in new[part]} & {row["uuid"] for row in old[part]} == set()
    assert [row["page"] for row in new["blocks"]] == [new["microsite_pages"][1]["uuid"]] * 2
    assert {row["block"] for row in new["entries"]} == {new["blocks"][0]["uuid"]}
    for code in ("en", "de"):
        for part in COPIED[1:]:
            texts = [document["texts"][code].get(part, {}) for document in (old, new)]
            assert list(texts[0].values()) == list(texts[1].values())


def test_what_belongs_to_the_other_film_alone_stays_there(film):
    new = document_of(duplicate_film(film, ["microsite"]))
    assert [new[part] for part in ("domains", "archived_sites", "trailers")] == [[], [], []]
    assert ["trailer" in row for row in new["blocks"]] == [False, False]


def test_page_offers_the_microsite_which_stays_unless_it_is_chosen(desk, film):
    address = reverse("admin:films_film_duplicate", args=[film.pk])
    form = desk.get(address).context["form"]
    assert "microsite" in dict(form.fields["parts"].choices)
    answer = desk.post(address, {"parts": ["microsite"]})
    new = int(answer["Location"].split("/")[-3])
    assert MicrositePage.objects.filter(film=new).count() == 2
    assert document_of(duplicate_film(film, []))["microsite_pages"] == []
