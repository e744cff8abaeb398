"""The film form in its parts, its errors in one list, its states in the list of films."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assets.models import Image
from editorial.changes import change
from editorial.publishing import publish
from films.models import AlternativeTitle, CompanyCredit, Country, Credit, Placement, PressItem
from people.models import Company, Person, Role
from tests.desk.test_admin import form_data
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    make_image,
    make_member,
    place,
)

pytestmark = pytest.mark.django_db
TABS = [
    "facts", "texts", "credits", "festivals", "screenings", "press", "pictures", "links",
    "microsite",
]  # fmt: skip


def open_form(desk, film, query=""):
    return desk.get(reverse("admin:films_film_change", args=[film.pk]) + query)


def save(desk, film, **changes):
    url = reverse("admin:films_film_change", args=[film.pk])
    return desk.post(url, form_data(desk.get(url)) | changes)


def add(model, **values):
    with change(None, "test"):
        return model.objects.create(**values)


def test_every_part_of_the_form_stands_in_one_tab(desk):
    response = open_form(desk, FilmFactory())
    tabs = response.context["tabs"]
    assert [tab.key for tab in tabs] == TABS
    shown = [id(formset) for tab in tabs for formset in tab.formsets]
    assert shown == list(dict.fromkeys(shown))
    assert len(shown) == len(list(response.context["inline_admin_formsets"]))
    fieldsets = [f for tab in tabs for f in (*tab.fieldsets, *tab.later_fieldsets)]
    fields = [name for fieldset in fieldsets for name in fieldset.fields]
    assert len(fields) == 19


def test_new_film_asks_for_little_and_has_no_tabs(desk):
    response = desk.get(reverse("admin:films_film_add"))
    assert "tabs" not in response.context
    assert "press_note_en" not in response.context["adminform"].form.fields


def test_tab_counts_its_rows(desk):
    rows = {tab.key: tab.rows for tab in open_form(desk, CreditFactory().film).context["tabs"]}
    assert rows == dict.fromkeys(TABS, 0) | {"credits": 1}


def test_tab_with_an_error_is_marked_and_its_field_is_linked(desk):
    credit = CreditFactory()
    response = save(desk, credit.film, year="99", **{"credits-0-position": "first"})
    wrong = {tab.key: tab.wrong for tab in response.context["tabs"] if tab.wrong}
    assert wrong == {"facts": 1, "credits": 1}
    lines = [(line.label, line.target) for line in response.context["error_lines"]]
    assert lines == [("Year", "id_year"), ("Credit 1, Position", "id_credits-0-position")]
    page = response.content.decode()
    assert '<a href="#id_year">Year</a>' in page
    assert 'id="id_year"' in page


def test_error_of_a_whole_row_leads_to_the_row(desk):
    credit = CreditFactory()
    response = save(desk, credit.film, **{"credits-0-person": ""})
    lines = [(line.label, line.target) for line in response.context["error_lines"]]
    assert lines == [("Credit 1", "credits-0")]
    assert 'id="credits-0"' in response.content.decode()


def test_enter_key_saves_and_does_not_publish(desk):
    page = open_form(desk, FilmFactory()).content.decode()
    form = page[page.index('id="film_form"') :]
    first = form.index('type="submit"')
    assert form[first:].startswith('type="submit" name="_continue"')


@pytest.mark.parametrize(("rows", "counted"), [(0, 0), (25, 0), (26, 26)])
def test_credits_desk_is_linked_and_counts_what_stands_only_there(desk, rows, counted):
    film = FilmFactory()
    for _n in range(rows):
        CreditFactory(film=film)
    links = {t.key: t.links for t in open_form(desk, film).context["tabs"] if t.links}
    label = "Credits desk: paste a list, groups and companies, billing, order"
    assert links["credits"] == (
        (label, counted, reverse("admin:films_film_credits", args=[film.pk])),
    )


def test_tab_counts_credits_that_stand_on_a_page_of_their_own(desk):
    film = FilmFactory()
    for _n in range(26):
        CreditFactory(film=film)
    add(CompanyCredit, film=film, company=add(Company, name="Nord"), function="funder")
    rows = {tab.key: tab.rows for tab in open_form(desk, film).context["tabs"]}
    assert rows["credits"] == 27


def more_cells(desk, film) -> list[str]:
    page = open_form(desk, film).content.decode()
    return re.findall(r'field-more">\s*<p><small>(.*?)</small>', page)


def test_credit_of_a_group_or_company_says_so_in_its_row(desk):
    film = CreditFactory(position=0).film
    CreditFactory(
        film=film, person=None, is_group=True, group_en="<Choir>",
        role=None, role_text_en="Singing", position=1,
    )  # fmt: skip
    CreditFactory(film=film, person=None, company=add(Company, name="Dock Lab"), position=2)
    assert more_cells(desk, film) == [
        "",
        "Group: &lt;Choir&gt;<br>Role as printed: Singing",
        "Company: Dock Lab",
        "",
    ]


def test_credits_that_fit_the_table_have_no_column_for_more(desk):
    assert more_cells(desk, CreditFactory().film) == []


@pytest.mark.parametrize("count", [1, 3])
def test_companies_among_the_credits_cost_the_form_no_query_a_row(desk, count):
    film = FilmFactory()
    role = Role.objects.get(key="director")
    for _n in range(count):
        CreditFactory(film=film, role=role, person=None, company=add(Company, name="Nord"))
    open_form(desk, film)
    with CaptureQueriesContext(connection) as queries:
        open_form(desk, film)
    assert sum('WHERE "people_company"' in query["sql"] for query in queries) == 0


def long_film(name):
    """Return a film with 60 credits and 120 stills."""
    role = Role.objects.get(key="director")
    with change(None, "test"):
        film = FilmFactory(title_en=name)
        people = [Person.objects.create(name=f"{name} {n}") for n in range(60)]
        Credit.objects.bulk_create(
            Credit(film=film, person=person, role=role, position=n)
            for n, person in enumerate(people)
        )
        images = [
            Image.objects.create(
                sha256=f"{name}-{n}".rjust(64, "0"), extension="jpg", width=2000, height=1333
            )
            for n in range(120)
        ]
        Placement.objects.bulk_create(
            Placement(film=film, image=image, position=n) for n, image in enumerate(images)
        )
    return film


def test_form_of_a_long_film_costs_the_same_however_many_there_are(
    client, django_assert_num_queries
):
    client.force_login(make_member("editor"))
    for name in ("a", "b"):
        film = long_film(name)
        open_form(client, film)
        with django_assert_num_queries(14):
            page = open_form(client, film).content
        assert len(page) < 200_000


def test_new_rows_stand_behind_those_that_are_there(desk):
    film = FilmFactory()
    for code, position in (("DE", 3), ("AT", 5)):
        add(Country, film=film, code=code, position=position)
    added = {f"countries-{n}-code": code for n, code in ((2, "FR"), (3, "CH"), (4, "PL"))}
    places = {"countries-2-position": "0", "countries-3-position": "0", "countries-4-position": "4"}
    response = save(desk, film, **{"countries-TOTAL_FORMS": "5"}, **added, **places)
    assert response.status_code == 302
    rows = list(film.countries.values_list("code", "position"))
    assert rows == [("DE", 3), ("PL", 4), ("AT", 5), ("FR", 6), ("CH", 7)]


def test_first_rows_keep_the_order_of_their_entry(desk):
    film = FilmFactory()
    added = {f"countries-{n}-code": code for n, code in enumerate(("FR", "CH"))}
    places = {"countries-0-position": "0", "countries-1-position": "0"}
    save(desk, film, **{"countries-TOTAL_FORMS": "2"}, **added, **places)
    assert list(film.countries.values_list("code", "position")) == [("FR", 0), ("CH", 1)]


def test_row_behind_the_last_possible_place_is_saved(desk):
    film = FilmFactory()
    add(Country, film=film, code="DE", position=32767)
    row = {"countries-1-code": "FR", "countries-1-position": "0"}
    save(desk, film, **{"countries-TOTAL_FORMS": "2"}, **row)
    rows = list(film.countries.values_list("code", "position"))
    assert rows == [("DE", 32767), ("FR", 32767)]


def test_row_without_a_field_for_its_place_stands_last_too(desk):
    film = FilmFactory()
    add(PressItem, film=film, title="First", position=2)
    row = {"title": "Second", "kind": "review", "precision": "day"}
    added = {f"press_items-1-{name}": value for name, value in row.items()}
    save(desk, film, **{"press_items-TOTAL_FORMS": "2"}, **added)
    rows = list(PressItem.objects.values_list("title", "position"))
    assert rows == [("First", 2), ("Second", 3)]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_films_costs_the_same_with_one_film_and_with_three(
    desk, count, django_assert_num_queries
):
    for _n in range(count):
        film = CreditFactory().film
        place(film, make_image())
        publish(film.record, "en")
    url = reverse("admin:films_film_changelist")
    desk.get(url)
    with django_assert_num_queries(11):
        page = desk.get(url).content.decode()
    assert page.count("chip--live") == page.count("chip--draft") == count


def test_tabs_count_what_the_list_of_mistakes_lists(desk):
    row = {
        "screenings-TOTAL_FORMS": "1", "screenings-0-position": "0",
        "screenings-0-local_time_0": "2027-02-31", "screenings-0-local_time_1": "eight",
    }  # fmt: skip
    page = save(desk, FilmFactory(), year="9999", **row)
    assert {tab.key: tab.wrong for tab in page.context["tabs"] if tab.wrong} == {
        "facts": 1, "screenings": 3,
    }  # fmt: skip
    assert [line.message for line in page.context["error_lines"]][2:] == [
        "“2027-02-31” is no date. Write it like this: 2026-12-05.",
        "“eight” is no time. Write it like this: 20:00.",
    ]


def test_deleting_says_which_pages_leave_the_site(desk):
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    page = desk.get(reverse("admin:films_film_delete", args=[film.pk]))
    assert page.context["live_pages"] == [{"url": "/en/ferry/"}]
    assert "This page leaves the site at once" in page.content.decode()


def test_deleting_a_draft_says_that_nobody_notices(desk):
    page = desk.get(reverse("admin:films_film_delete", args=[FilmFactory().pk]))
    assert "visitors notice nothing" in page.content.decode()


def test_deleting_a_person_says_nothing_of_pages(desk):
    page = desk.get(reverse("admin:people_person_delete", args=[PersonFactory().pk]))
    assert "It is not live" not in page.content.decode()


@pytest.mark.parametrize(
    ("query", "answer"), [("", "Nothing here yet"), ("?q=zzz", "Nothing found")]
)
def test_empty_list_says_the_next_step(desk, query, answer):
    page = desk.get(reverse("admin:films_film_changelist") + query).content.decode()
    assert answer in page


def test_saving_what_a_browser_sends_changes_nothing(desk):
    film = FilmFactory(synopsis_long_en="One.\n\nTwo.", synopsis_long_de="Eins.\n\nZwei.")
    film.record.refresh_from_db()
    version = film.record.version
    save(desk, film, synopsis_long_en="One.\r\n\r\nTwo.", synopsis_long_de="Eins.\r\n\r\nZwei.")
    film.refresh_from_db()
    film.record.refresh_from_db()
    assert (film.synopsis_long_en, film.record.version) == ("One.\n\nTwo.", version)


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_people_costs_the_same_with_one_person_and_with_three(
    desk, count, django_assert_num_queries
):
    for _n in range(count):
        CreditFactory()
    url = reverse("admin:people_person_changelist")
    desk.get(url)
    with django_assert_num_queries(6):
        assert desk.get(url).context["cl"].result_count == count


@pytest.mark.parametrize(
    ("words", "found"),
    [("ferry sol", 1), ("FERRY", 1), ("bac", 1), ("bac sol", 1), ("ferry nobody", 0), ("sol", 2)],
)
def test_films_are_found_by_titles_and_credits(desk, words, found):
    film = FilmFactory(title_en="Ferry", title_de="", key="dampfer")
    add(AlternativeTitle, film=film, title="Le bac", kind="working")
    for one in (film, FilmFactory(title_en="Quay", title_de="", key="quay")):
        CreditFactory(film=one, person=PersonFactory(name="Ana Sol"))
        CreditFactory(film=one, person=PersonFactory(name="Ole Sol"))
    page = desk.get(reverse("admin:films_film_changelist"), {"q": words})
    assert page.context["cl"].result_count == found
