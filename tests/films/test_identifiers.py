"""Numbers of other catalogues: what is taken, what is refused and why, what is found twice."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from editorial.changes import change
from editorial.documents import document_of
from editorial.publishing import publish
from films.checklist import film_checklist
from films.identifiers import address_of, clean_identifier
from films.models import ExternalId
from tests.factories import FilmFactory
from tests.structured import node_of


@pytest.mark.parametrize(
    ("scheme", "typed", "clean"),
    [
        ("imdb", " TT1512792 ", "tt1512792"),
        ("imdb", "https://m.imdb.com/title/tt1512792/?ref_=fn_al", "tt1512792"),
        ("imdb", "https://www.imdb.com/de/title/tt15127920/fullcredits", "tt15127920"),
        ("wikidata", "Q803863", "Q803863"),
        ("wikidata", "https://www.wikidata.org/wiki/Q803863#sitelinks", "Q803863"),
        ("wikidata", "http://www.wikidata.org/entity/Q803863", "Q803863"),
        ("tmdb", "603", "603"),
        ("tmdb", "https://www.themoviedb.org/movie/603-the-pier?language=de", "603"),
        ("eidr", "10.5240/EA73-79D7-1B2B-B378-3A73-M", "10.5240/EA73-79D7-1B2B-B378-3A73-M"),
        ("eidr", "https://doi.org/10.5240/ea73-79d7-1b2b-b378-3a73-m",
         "10.5240/EA73-79D7-1B2B-B378-3A73-M"),
        ("isan", "ISAN 0000-0000-D07A-0090-Q", "0000-0000-D07A-0090-Q"),
        ("isan", "00000000d07a0090", "0000-0000-D07A-0090-Q"),
        ("isan", "0000-0001-8947-0000-8-0000-0000-D", "0000-0001-8947-0000-8-0000-0000-D"),
        ("filmportal", "https://www.filmportal.de/film/x_3f0a9b8c7d6e5f403f0a9b8c7d6e5f40",
         "3f0a9b8c7d6e5f403f0a9b8c7d6e5f40"),
        ("other", " any thing ", "any thing"),
    ],
)  # fmt: skip
def test_number_is_written_as_its_catalogue_does(scheme, typed, clean):
    assert clean_identifier(scheme, typed) == clean
    assert clean_identifier(scheme, clean) == clean


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        ("imdb", "nm0375839"),
        ("imdb", "tt12"),
        ("imdb", "https://www.imdb.com/name/nm0375839/"),
        ("wikidata", "Q0"),
        ("wikidata", "https://www.wikidata.org/wiki/Property:P31"),
        ("tmdb", "https://www.themoviedb.org/person/603"),
        ("eidr", "10.5240/EA73-79D7-1B2B-B378-3A73"),
        ("isan", "0000-0000-D07A"),
        ("isan", ""),
        ("filmportal", "baikonur"),
    ],
)
def test_what_looks_like_none_is_refused_with_an_example(scheme, typed):
    with pytest.raises(ValidationError) as refused:
        clean_identifier(scheme, typed)
    assert "It does not look like one." in refused.value.message


@pytest.mark.parametrize(
    ("scheme", "right"),
    [("eidr", "10.5240/EA73-79D7-1B2B-B378-3A73-M"), ("isan", "0000-0000-D07A-0090-Q")],
)
def test_each_wrong_digit_is_found_by_the_check_digit(scheme, right):
    for place, char in enumerate(right):
        if char == "-" or (scheme == "eidr" and place < 8):
            continue
        wrong = right[:place] + ("1" if char != "1" else "2") + right[place + 1 :]
        with pytest.raises(ValidationError) as refused:
            clean_identifier(scheme, wrong)
        assert "check digit" in refused.value.message


def test_refusal_is_said_in_german():
    with override("de"), pytest.raises(ValidationError) as refused:
        clean_identifier("imdb", "nm1")
    assert refused.value.message == (
        "„nm1“ ist keine Nummer von IMDb. Sie sieht nicht danach aus. Richtig wäre etwa: tt1512792"
    )


def test_numbers_lead_to_their_pages():
    assert address_of("wikidata", "Q42") == "https://www.wikidata.org/wiki/Q42"
    assert address_of("eidr", "10.5240/X") == "https://doi.org/10.5240/X"
    assert (address_of("isan", "0"), address_of("unheard-of", "0")) == ("", "")
    assert address_of("tmdb", "603", "feature") == "https://www.themoviedb.org/movie/603"
    assert address_of("tmdb", "603", "series") == "https://www.themoviedb.org/tv/603"
    assert address_of("imdb", "") == ""


def test_number_that_was_never_checked_makes_no_other_address():
    assert address_of("imdb", 'tt1"?x=<b>') == "https://www.imdb.com/title/tt1%22%3Fx%3D%3Cb%3E/"


@pytest.mark.django_db
def test_film_page_and_form_lead_to_the_entry(client, desk):
    film = FilmFactory(category="series", title_en="The Ferry")
    with change(None, "test"):
        for scheme, value in (("tmdb", "603"), ("wikidata", "Q42"), ("isan", "0000-0000-D07A")):
            ExternalId.objects.create(film=film, scheme=scheme, value=value)
    publish(film.record, "en")
    page = client.get(f"/en/{film.slug_en}/")
    addresses = ["https://www.themoviedb.org/tv/603", "https://www.wikidata.org/wiki/Q42"]
    assert node_of(page, "TVSeries")["sameAs"] == addresses
    form = desk.get(reverse("admin:films_film_change", args=[film.pk])).content.decode()
    for address in addresses:
        assert page.content.decode().count(f'<a href="{address}"') == 1
        assert form.count(f'<a href="{address}"') == 1


@pytest.mark.django_db
def test_number_that_another_film_has_is_told():
    ferry, pier = FilmFactory(title_en="The Ferry"), FilmFactory(title_en="The Pier")
    with change(None, "test"):
        ExternalId.objects.create(film=ferry, scheme="imdb", value="tt1512792")
        ExternalId.objects.create(film=ferry, scheme="other", value="7")
        ExternalId.objects.create(film=pier, scheme="imdb", value="tt1512792")
        ExternalId.objects.create(film=pier, scheme="other", value="7")
    found = [
        finding for finding in film_checklist(document_of(pier.record), "en")
        if finding.field == "external_ids"
    ]  # fmt: skip
    assert [(finding.is_blocking, finding.message) for finding in found] == [
        (False, "IMDb tt1512792 is also the number of the film “The Ferry”. The same film twice?")
    ]
