"""Where something is used, and that nothing in use is deleted."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.publishing import publish
from editorial.using import has_uses, uses_of
from films.models import Award, Film, Genre, Link, Release, Trailer
from pages.models import Page
from people.models import Company, Depiction, Person
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    SelectionFactory,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db


def write(make):
    with change(None, "test"):
        return make()


def said(row) -> list[tuple[str, str, str, bool]]:
    return [(use.kind, use.title, use.how, use.is_published) for use in uses_of([row])]


def test_picture_is_used_in_every_table_that_points_to_it():
    image = make_image()
    film = FilmFactory(title_en="Ferry")
    place(film, image, usage="poster")
    place(film, image, usage="still")
    person = PersonFactory(name="Ana Sol")
    page = PageFactory(title_en="About", title_de="")
    company = write(lambda: Company.objects.create(name="Kolibri"))
    for row, name in ((person, "portrait"), (page, "image"), (company, "logo")):
        setattr(row, name, image)
        write(row.save)
    write(lambda: Depiction.objects.create(image=image, person=PersonFactory(name="Ben Ito")))
    assert said(image) == [
        ("Company", "Kolibri", "Logo", False),
        ("Film", "Ferry", "Poster, Still", False),
        ("Page", "About", "Picture", False),
        ("Person", "Ana Sol", "Portrait", False),
    ]


def test_person_is_used_by_films_and_pictures():
    credit = CreditFactory(film__title_en="Ferry")
    image = make_image()
    write(lambda: Award.objects.create(film=credit.film, recipient=credit.person, name_en="Prize"))
    write(lambda: Depiction.objects.create(image=image, person=credit.person))
    assert [(kind, title) for kind, title, _how, _live in said(credit.person)] == [
        ("Film", "Ferry"), ("Picture", "still.jpg"),
    ]  # fmt: skip


def test_festival_is_used_where_its_editions_are():
    selection = SelectionFactory(film__title_en="Ferry")
    uses = said(selection.edition.festival)
    assert [(kind, title) for kind, title, _how, _live in uses] == [("Film", "Ferry")]
    assert uses == said(selection.edition)


def test_live_film_is_marked_and_one_that_is_only_live_is_named():
    credit = CreditFactory(film__title_en="Ferry")
    publish(credit.film.record, "en")
    assert said(credit.person)[0][3] is True
    write(credit.delete)
    assert said(credit.person) == [("Film", "Ferry", "as published", True)]


def test_film_does_not_use_itself():
    assert uses_of([CreditFactory().film]) == []


@pytest.mark.parametrize(
    ("model", "expected"),
    [(Person, True), (Page, True), (Genre, True), (Trailer, True), (Link, False)],
)
def test_model_has_uses_if_others_point_to_it(model, expected):
    assert has_uses(model) is expected


@pytest.mark.parametrize("count", [1, 3])
def test_uses_cost_the_same_for_one_film_and_three(count, django_assert_num_queries):
    person = PersonFactory()
    for _number in range(count):
        publish(CreditFactory(person=person).film.record, "en")
    with django_assert_num_queries(5):
        assert len(uses_of([person])) == count


def test_distributor_and_genre_in_use_are_not_deleted(desk):
    film = FilmFactory(title_en="Ferry")
    company = write(lambda: Company.objects.create(name="Kolibri"))
    release = write(lambda: Release.objects.create(film=film, country="DE"))
    genre = write(lambda: Genre.objects.create(key="essay-on-ferries", name_en="Essay"))
    write(lambda: release.distributors.add(company))
    write(lambda: film.genres.add(genre))
    for row in (company, genre):
        meta = row._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_delete", args=[row.pk])
        link = f'<a href="{reverse("admin:films_film_change", args=[film.pk])}">Ferry</a>'
        page = desk.post(url, {"post": "yes"})
        assert [link in line for line in page.context["protected"]] == [True]
        assert type(row).objects.filter(pk=row.pk).exists()


def test_list_of_several_refuses_as_well(desk):
    credit = CreditFactory(film__title_en="Ferry")
    asked = {
        "action": "delete_selected", "_selected_action": [credit.person.pk], "post": "yes",
    }  # fmt: skip
    desk.post(reverse("admin:people_person_changelist"), asked)
    assert Person.objects.filter(pk=credit.person.pk).exists()
    assert Film.objects.count() == 1
