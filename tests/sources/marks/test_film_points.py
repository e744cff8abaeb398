"""The page of all points of a film: read by members, decided by editors, without a script."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from films.models import CompanyCredit, Credit
from people.models import Company, Person, Role
from sources.models import Claim, Decision
from tests.factories import FilmFactory, VersionFactory, make_member
from tests.sources.making import add_source, point_of, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(title_en="Ferry", title_de="Fähre", year=2011)


@pytest.fixture
def desk(client):
    client.force_login(make_member("editor"))
    return client


def url_of(film, name="film_points"):
    return reverse(name, args=[film.pk])


def forms_of(page):
    """Return the fields of each form of a point, by the point's key."""
    forms = re.findall(r"<form .*?</form>", page, re.S)
    found = {}
    for form in forms:
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        if "key" in fields:
            found[fields["key"]] = fields
    return found


def send(client, film, key, act, **more):
    fields = forms_of(client.get(url_of(film), {"state": ""}).content.decode())[key]
    data = {**fields, "act": act, **more}
    return client.post(url_of(film, "point_decide"), data)


def texts_of(response):
    return [str(message) for message in response.wsgi_request._messages]


def test_point_shows_each_value_with_its_witnesses(desk, film):
    source = add_source("Nachtfahrt", medium="Küstenbote", date="2011-10", language="de")
    say(film, source, "facts", "Spielfilm, 2012", year=2012)
    page = desk.get(url_of(film)).content.decode()
    assert re.findall(r'<h3 id="point-facts-year-name">(.*?)</h3>', page) == ["Year"]
    assert '<q lang="de">Spielfilm, <mark>2012</mark></q>' in page
    assert '<span class="quiet">, Küstenbote, October 2011</span>' in page
    assert re.findall(r'name="act" value="([a-z_:0-9]+)"', page) == [
        "keep", "disputed", "keep", "choose:1", "disputed",
    ]  # fmt: skip


def test_words_around_the_value_are_shown_and_stay_text(desk, film):
    printed = f"{'<b>Produced</b> by many, ' * 30}2012 & {'<i>others</i>, ' * 30}"
    say(film, add_source(), "facts", printed, year=2012)
    page = desk.get(url_of(film)).content.decode()
    (words,) = re.findall(r"<q[^>]*>(.*?)</q>", page, re.S)
    assert words.count("<mark>2012</mark> &amp; &lt;i&gt;") == 1
    assert re.findall(r"<\w+", words) == ["<mark"]
    assert (words[0], words[-1]) == ("…", "…")


@pytest.mark.parametrize(
    ("part", "values", "printed", "marked"),
    [
        ("countries", {"codes": ["FR", "KZ"]}, "Frankreich, Kasachstan", "Frankreich"),
        ("versions", {"runtime_seconds": 5520}, "Länge: 92 Minuten", "92"),
        ("versions", {"dialogue_languages": ["ru"]}, "OF: Russisch", "Russisch"),
    ],
)
def test_value_is_marked_in_the_words_of_its_text(desk, film, part, values, printed, marked):
    say(film, add_source(language="de"), part, printed, **values)
    page = desk.get(url_of(film), {"state": ""}).content.decode()
    assert re.findall(r"<mark>(.*?)</mark>", page) == [marked]


def test_value_is_chosen(desk, film):
    say(film, add_source(), "facts", year=2012)
    response = send(desk, film, "facts/year", "choose:1", note="on the print")
    film.refresh_from_db()
    assert (response.status_code, film.year) == (302, 2012)
    assert Decision.objects.get().note == "on the print"


def remarks_of(page):
    return re.findall(r'<p class="quiet point__remaining">(.*?) <a href="([^"]*)"', page)


def test_other_versions_with_the_former_value_are_told(desk, film):
    VersionFactory(film=film, runtime_seconds=5700, is_main=True)
    for seconds in (5700, 5520, None):
        VersionFactory(film=film, runtime_seconds=seconds, is_main=False)
    say(film, add_source(), "versions", runtime_seconds=5520)
    place = reverse("admin:films_film_change", args=[film.pk]) + "#versions-heading"
    expected = [("1 other version says 95 min and stays as it is.", place)]
    assert remarks_of(desk.get(url_of(film)).content.decode()) == expected
    send(desk, film, "versions/runtime_seconds", "choose:1")
    assert list(film.versions.order_by("pk").values_list("runtime_seconds", flat=True)) == [
        5520, 5700, 5520, None,
    ]  # fmt: skip
    panel = desk.get(url_of(film, "film_point_panel"), {"key": "versions/runtime_seconds"})
    assert remarks_of(panel.content.decode()) == expected


def test_other_versions_are_not_told_when_nothing_changed(desk, film):
    VersionFactory(film=film, runtime_seconds=5700, is_main=True)
    VersionFactory(film=film, runtime_seconds=5700, is_main=False)
    say(film, add_source(), "versions", runtime_seconds=5520)
    send(desk, film, "versions/runtime_seconds", "keep")
    assert remarks_of(desk.get(url_of(film), {"state": ""}).content.decode()) == []


def test_film_is_left_as_it_is(desk, film):
    say(film, add_source(), "facts", year=2012)
    send(desk, film, "facts/year", "keep")
    film.refresh_from_db()
    assert (film.year, Decision.objects.get().value) == (2011, 2011)


def test_decision_is_taken_back(desk, film):
    say(film, add_source(), "facts", year=2012)
    send(desk, film, "facts/year", "choose:1")
    send(desk, film, "facts/year", "take_back")
    film.refresh_from_db()
    assert (film.year, Decision.objects.count()) == (2011, 0)


def test_dispute_is_found_under_its_own_filter(desk, film):
    say(film, add_source(), "facts", year=2012)
    send(desk, film, "facts/year", "disputed", note="two premieres")
    keys = [
        list(forms_of(desk.get(url_of(film), {"state": state}).content.decode()))
        for state in ("open", "disputed", "decided", "")
    ]
    assert keys == [[], ["facts/year"], [], ["facts/year"]]


def test_point_decided_by_somebody_else_meanwhile_is_told(desk, film):
    say(film, add_source(), "facts", year=2012)
    fields = forms_of(desk.get(url_of(film)).content.decode())["facts/year"]
    send(desk, film, "facts/year", "keep", note="first")
    response = desk.post(url_of(film, "point_decide"), {**fields, "act": "choose:1"})
    assert response.status_code == 302
    assert Decision.objects.get().note == "first"
    page = desk.get(response.url).content.decode()
    assert "This has changed since you saw it, and was not decided." in page


def test_decision_made_meanwhile_is_not_taken_back_from_an_old_page(desk, film):
    say(film, add_source(), "facts", year=2012)
    send(desk, film, "facts/year", "choose:1")
    fields = forms_of(desk.get(url_of(film), {"state": ""}).content.decode())["facts/year"]
    send(desk, film, "facts/year", "disputed", note="two premieres")
    data = {**fields, "act": "take_back"}
    page = desk.post(url_of(film, "point_decide"), data, follow=True).content.decode()
    assert page.count("This has changed since you saw it, and stays.") == 1
    assert Decision.objects.get().note == "two premieres"


def test_several_are_left_as_the_film_has_them(desk, film):
    VersionFactory(film=film, runtime_seconds=5700)
    source = add_source()
    say(film, source, "facts", year=2012)
    say(film, source, "versions", runtime_seconds=5520)
    page = desk.get(url_of(film)).content.decode()
    ticks = re.findall(r'type="checkbox" name="point" value="([^"]*)"', page)
    data = {"bulk": "1", "act": "keep", "point": ticks}
    response = desk.post(url_of(film, "point_decide"), data)
    assert sorted(Decision.objects.values_list("point", "value")) == [
        ("facts/year", 2011), ("versions/runtime_seconds", 5700),
    ]  # fmt: skip
    assert "2 points were decided." in desk.get(response.url).content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"act": "choose:1"},
        {"act": "choose:99", "key": "facts/year"},
        {"act": "choose:x", "key": "facts/year", "seen": "x" * 5000},
        {"act": "juggle", "key": "facts/year"},
        {"act": "take_back", "key": "facts/year"},
        {"act": "add:999999999999"},
        {"act": "add:x"},
        {"act": "add:"},
        {"act": "add:-1"},
        {"act": "add:²"},
        {"act": "add:٣"},
        {"act": "add:" + "9" * 18},
        {"act": "add:" + "9" * 19},
        {"act": "add:" + "9" * 5000},
        {"act": "keep", "key": "facts/year", "note": "x" * 3000},
        {"bulk": "1", "act": "keep"},
        {"bulk": "1", "act": "keep", "point": "|facts/year"},
        {"bulk": "1", "act": "keep", "point": "\0"},
        {"act": "keep", "key": "\0", "seen": "\0", "here": "//elsewhere.example/"},
    ],
)
def test_bad_input_is_answered_with_a_sentence(desk, film, data):
    say(film, add_source(), "facts", year=2012)
    response = desk.post(url_of(film, "point_decide"), data)
    assert (response.status_code, response.url) == (302, url_of(film))
    page = desk.get(response.url).content.decode()
    assert page.count('<li class="error">') == 1
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    "act", ["add:" + "9" * 5000, "add:²", "add:x", "choose:" + "9" * 5000, "choose:²", "choose:-1",
            "choose:99", "choose:", "juggle", ""],
    ids=lambda act: act[:12],
)  # fmt: skip
def test_malformed_act_of_the_panel_is_refused(desk, film, act):
    say(film, add_source(), "facts", year=2012)
    fields = forms_of(desk.get(url_of(film)).content.decode())["facts/year"]
    data = {**fields, "act": act, "panel": "1", "shown": "facts/year"}
    response = desk.post(url_of(film, "point_decide"), data)
    assert (response.status_code, response.json()["fields"]) == (422, [])
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_others_read_and_decide_nothing(client, film, role):
    client.force_login(make_member(role, languages=["de"]))
    say(film, add_source(), "facts", year=2012)
    page = client.get(url_of(film)).content.decode()
    assert (page.count('name="act"'), page.count("<article")) == (0, 1)
    data = {"act": "disputed", "key": "facts/year"}
    assert client.post(url_of(film, "point_decide"), data).status_code == 403


def test_points_stand_in_groups_under_their_names_in_german(desk, film):
    source = add_source()
    with change(None, "test"):
        role = Role.objects.get(key="screenplay")
        person = Person.objects.create(name="Sergei Ashkenazy")
        Credit.objects.create(film=film, person=person, role=role)
        company = Company.objects.create(name="Harbour Film")
        CompanyCredit.objects.create(film=film, company=company, function="world_sales")
    say(film, source, "facts", year=2012)
    say(film, source, "credits", name="Sergej Ashkenazi", role="screenplay")
    say(film, source, "companies", name="Harbour Film Ltd", function="world_sales")
    page = desk.get(url_of(film), headers={"accept-language": "de"}).content.decode()
    assert re.findall(r"<h3 id=[^>]*>(.*?)</h3>", page) == [
        "Jahr",
        "Drehbuch: Sergei Ashkenazy – Schreibweise",
        "Weltvertrieb: Harbour Film – Schreibweise",
    ]


def test_job_in_question_is_not_part_of_the_name_of_its_point(desk, film):
    with change(None, "test"):
        role = Role.objects.get(key="co_producer")
        person = Person.objects.create(name="Sergey Lind")
        Credit.objects.create(film=film, person=person, role=role)
    say(film, add_source(), "credits", name="Sergey Lind", role="producer")
    page = desk.get(url_of(film), headers={"accept-language": "de"}).content.decode()
    assert re.findall(r"<h3 id=[^>]*>(.*?)</h3>", page) == ["Sergey Lind – Tätigkeit"]
    assert re.findall(r'class="point__state">(.*?)<', page) == ["Offen"]
    assert re.findall(r'value="disputed">(.*?)<', page) == ["Als strittig kennzeichnen"] * 2


def test_row_that_the_film_lacks_is_added(desk, film):
    claim = say(film, add_source(), "awards", "Best Film, Harbour Days", name="Best Film")
    page = desk.get(url_of(film)).content.decode()
    assert page.count(f'value="add:{claim.pk}"') == 1
    response = desk.post(url_of(film, "point_decide"), {"act": f"add:{claim.pk}"})
    assert response.status_code == 302
    assert [award.name_en for award in film.awards.all()] == ["Best Film"]
    assert Claim.objects.get().row == film.awards.get().uuid
    assert f'value="add:{claim.pk}"' not in desk.get(url_of(film)).content.decode()


def test_page_without_any_source_says_what_to_do(desk, film):
    page = desk.get(url_of(film)).content.decode()
    assert page.count("No source says anything yet") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_with_one_point_and_with_three(
    desk, film, count, django_assert_num_queries
):
    VersionFactory(film=film, runtime_seconds=5700, colour="colour")
    source = add_source()
    values = [("facts", {"year": 2012}), ("versions", {"runtime_seconds": 5520}),
              ("versions", {"colour": "black_and_white"})]  # fmt: skip
    for part, said in values[:count]:
        say(film, source, part, **said)
    desk.get(url_of(film))
    with django_assert_num_queries(12):
        page = desk.get(url_of(film)).content.decode()
    assert page.count("<article") == count


def test_panel_answers_with_the_point_and_what_the_field_says(desk, film):
    say(film, add_source(), "facts", year=2012)
    panel = desk.get(url_of(film, "film_point_panel"), {"key": "facts/year"}).content.decode()
    fields = forms_of(panel)["facts/year"]
    data = {**fields, "act": "choose:1", "panel": "1", "shown": "facts/year"}
    answer = desk.post(url_of(film, "point_decide"), data).json()
    assert answer["fields"] == [{"row": "", "column": "year", "value": "2012"}]
    assert [(mark["columns"], mark["state"]) for mark in answer["marks"]] == [(["year"], "decided")]
    again = desk.post(url_of(film, "point_decide"), data)
    assert (again.status_code, again.json()["fields"]) == (422, [])
    assert point_of(film, "facts/year").verdict.value == 2012


ODD = (None, 5, -1, 10**30, 1.5, True, [], [5], [None], {}, {"a": 1}, "", "x", [["a"]])
PARTS = {
    "facts": ("year", "category"),
    "countries": ("codes",),
    "versions": ("runtime_seconds", "colour", "dialogue_languages", "has_no_dialogue", "format"),
    "credits": ("role", "role_text", "name", "other_name", "character", "kind"),
    "characters": ("name", "character"),
    "companies": ("function", "name"),
    "selections": ("festival", "city", "country", "section", "date", "note"),
    "awards": ("name", "body", "festival", "year", "result", "recipient"),
    "releases": ("country", "date", "status", "kind", "month"),
    "press_items": ("title", "author", "date", "outlet"),
    "quotes": ("text",),
    "titles": ("title", "kind", "language", "country"),
    "external_ids": ("scheme", "value"),
    "links": ("url", "label"),
    "texts": ("language", "field", "text"),
    "unheard_of": ("name",),
}


@pytest.mark.parametrize("part", PARTS)
def test_claims_of_odd_shapes_do_not_stop_the_pages(desk, film, part):
    VersionFactory(film=film, runtime_seconds=5700)
    source = add_source()
    fields = PARTS[part]
    odd = [{name: value} for name in fields for value in ODD]
    odd += [dict.fromkeys(fields, value) for value in ODD]
    odd += [{**dict.fromkeys(fields, "Ada Lind"), name: v} for name in fields for v in ODD]
    Claim.objects.bulk_create(
        Claim(source=source, record=film.record, part=part, values=values) for values in odd
    )
    Claim.objects.bulk_create(
        Claim(source=source, record=film.record, part=part, values=v) for v in ([], "x", 5, [{}])
    )
    say(film, source, "facts", year=2012)
    panel = {"key": ["facts/year", f"{part}/{fields[0]}"]}
    codes = [
        desk.get(url_of(film), {"state": ""}).status_code,
        desk.get(url_of(film, "film_point_panel"), panel).status_code,
        desk.get(url_of(film, "film_point_marks")).status_code,
        desk.get(reverse("open_points"), {"state": ""}).status_code,
    ]
    assert codes == [200] * 4
    send(desk, film, "facts/year", "keep" if part != "facts" else "disputed")
    assert Decision.objects.count() == 1
