"""Words that lead to the legal pages: text pages may have them, films may not."""

import pytest
from django import forms

from editorial.models import Address
from editorial.publishing import publish
from editorial.publishing.errors import Blocked
from films.models import Film
from pages.address_form import AddressFormMixin
from pages.addresses import legal_problem, path_problem
from pages.models import Page
from tests.factories import FilmFactory, PageFactory

REFUSED = (
    "“imprint” is where visitors look for imprint, privacy or accessibility. Only a text page can "
    "have this address. Choose another word."
)


class FilmForm(AddressFormMixin, forms.ModelForm):
    class Meta:
        model = Film
        fields = ("title_en", "slug_en")


class PageForm(AddressFormMixin, forms.ModelForm):
    class Meta:
        model = Page
        fields = ("title_en", "slug_en")


def errors(form, row, slug):
    return dict(form({"title_en": "Imprint", "slug_en": slug}, instance=row).errors)


@pytest.mark.parametrize("word", ["imprint", "impressum", "datenschutz", "barrierefreiheit"])
def test_usual_words_of_every_language_are_kept_free(word):
    assert legal_problem(word) == REFUSED.replace("imprint", word, 1)


def test_another_word_is_no_problem():
    assert legal_problem("imprints") == ""


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["imprint", ""])
def test_the_form_of_a_film_refuses_the_word_typed_or_made_of_the_title(slug):
    assert errors(FilmForm, FilmFactory(), slug) == {"slug_en": [REFUSED]}


@pytest.mark.django_db
def test_the_form_of_a_page_takes_the_word():
    assert errors(PageForm, PageFactory(), "imprint") == {}


@pytest.mark.django_db
def test_a_film_that_has_the_word_can_still_be_saved():
    assert errors(FilmForm, FilmFactory(slug_en="imprint"), "imprint") == {}


@pytest.mark.django_db
def test_a_film_does_not_go_live_at_the_word_unless_it_has_been_there(client):
    film = FilmFactory(slug_en="imprint")
    with pytest.raises(Blocked) as caught:
        publish(film.record, "en")
    assert caught.value.messages == [REFUSED]
    Address.objects.create(language="en", path="imprint", record=film.record)
    publish(film.record, "en")
    assert client.get("/en/imprint/").context["film"].title.value == film.title_en


class ChildForm(AddressFormMixin, forms.ModelForm):
    class Meta:
        model = Page
        fields = ("title_en", "slug_en", "parent")


BELOW = (
    "“site” cannot stand below another page: what begins with “workshops/site” belongs to the "
    "films’ own sites. Choose another word."
)


@pytest.mark.parametrize(
    ("path", "is_refused"),
    [
        ("site", False),
        ("workshops/site", True),
        ("workshops/site/map", True),
        ("workshops/microsite", True),
        ("workshops/press", True),
        ("workshops/tbilisi/site", False),
        ("workshops/sites", False),
    ],
)
def test_path_that_a_route_of_films_would_hide_is_refused(path, is_refused):
    assert bool(path_problem(path)) == is_refused


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["Site", "Anything"])
def test_form_of_a_page_refuses_the_word_of_old_sites_below_another(title):
    parent = PageFactory(slug_en="workshops")
    slug = "" if title == "Site" else "site"
    data = {"title_en": title, "slug_en": slug, "parent": parent.pk}
    assert dict(ChildForm(data, instance=PageFactory()).errors) == {"slug_en": [BELOW]}


@pytest.mark.django_db
def test_page_that_has_such_a_path_is_not_published():
    parent = PageFactory(slug_en="workshops")
    publish(parent.record, "en")
    page = PageFactory(slug_en="site", parent=parent)
    with pytest.raises(Blocked) as refused:
        publish(page.record, "en")
    assert refused.value.messages == [BELOW]
