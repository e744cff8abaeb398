"""Deciding: what stands in the film, what is kept of it, and what is refused."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from editorial.changes import change
from editorial.models import Revision
from festivals.models import Edition
from films.models import (
    Award,
    CompanyCredit,
    Country,
    Credit,
    ExternalId,
    PressItem,
    Release,
    Selection,
)
from people.models import Company, Person, Role
from sources.comparing.objects import State
from sources.deciding.decide import ChangedMeanwhile, Wish, decide, decide_all
from sources.deciding.fingerprint import print_of
from sources.marks.shown import state_of
from sources.models import Decision, Standing
from tests.factories import FestivalFactory, FilmFactory, VersionFactory, make_member
from tests.sources.making import add_source, keys_of, point_of, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(year=2011)


@pytest.fixture
def source():
    return add_source()


def add(model, **values):
    with change(None, "test"):
        return model.objects.create(**values)


def credit(film, name, role="screenplay", **values):
    person = add(Person, name=name)
    return add(Credit, film=film, person=person, role=Role.objects.get(key=role), **values)


def test_chosen_value_stands_in_the_film_with_who_and_when(film, source):
    say(film, source, "facts", year=2012)
    user = make_member("editor")
    decision = decide(film.record, "facts/year", 2012, user, " as on the print ")
    film.refresh_from_db()
    assert film.year == 2012
    assert (decision.value, decision.seen, decision.note) == (2012, [2011, 2012], "as on the print")
    point = point_of(film, "facts/year")
    assert (state_of(point), point.verdict.by) == (State.DECIDED, str(user))


def test_change_says_which_point_was_decided(film, source):
    say(film, source, "facts", year=2012)
    decide(film.record, "facts/year", 2012)
    revision = Revision.objects.filter(record=film.record, line="desk").order_by("-pk").first()
    assert revision.reason == "Decided between sources: Year"


def test_disputed_point_leaves_the_film_as_it_is(film, source):
    say(film, source, "facts", year=2012)
    film.record.refresh_from_db()
    version = film.record.version
    decide(film.record, "facts/year", None, state="disputed", note="two premieres")
    film.refresh_from_db()
    film.record.refresh_from_db()
    assert (film.year, film.record.version) == (2011, version)
    assert point_of(film, "facts/year").state == State.DISPUTED
    standing = Standing.objects.get(record=film.record)
    assert (standing.open, standing.disputed) == (0, 1)


def test_record_is_kept_where_it_is_right(film, source):
    say(film, source, "facts", year=2012)
    decide_all(film.record, [Wish("facts/year", is_record=True)])
    film.refresh_from_db()
    assert film.year == 2011
    assert point_of(film, "facts/year").state == State.DECIDED


def test_another_value_later_opens_the_question_again(film, source):
    say(film, source, "facts", year=2012)
    decide(film.record, "facts/year", 2011)
    say(film, add_source("Other"), "facts", year=2010)
    assert point_of(film, "facts/year").is_open


def test_point_that_changed_meanwhile_is_told_and_not_decided(film, source):
    say(film, source, "facts", year=2012)
    seen = print_of(point_of(film, "facts/year"))
    decide(film.record, "facts/year", 2011, note="the first")
    with pytest.raises(ChangedMeanwhile):
        decide(film.record, "facts/year", 2012, known=seen)
    film.refresh_from_db()
    assert film.year == 2011
    assert Decision.objects.get().note == "the first"


def test_one_more_witness_of_the_same_does_not_stop_a_decision(film, source):
    say(film, source, "facts", year=2012)
    seen = print_of(point_of(film, "facts/year"))
    say(film, add_source("Other"), "facts", year=2012)
    assert decide(film.record, "facts/year", 2012, known=seen).value == 2012


def test_point_that_nobody_speaks_of_is_refused(film):
    with pytest.raises(ValidationError):
        decide(film.record, "facts/year", 2012)


@pytest.mark.parametrize("value", [None, "", "soon", 99999, [1], {"a": 1}])
def test_bad_value_is_refused_with_a_sentence(film, source, value):
    say(film, source, "facts", year=2012)
    with pytest.raises(ValidationError):
        decide(film.record, "facts/year", value)
    film.refresh_from_db()
    assert film.year == 2011
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_only_who_may_edit_decides(film, source, role):
    say(film, source, "facts", year=2012)
    with pytest.raises(PermissionDenied):
        decide(film.record, "facts/year", None, make_member(role), state="disputed")


def test_countries_are_made_those_that_were_chosen(film, source):
    add(Country, film=film, code="DE", note="majority")
    add(Country, film=film, code="FR", position=1)
    say(film, source, "countries", codes=["KZ", "DE"])
    decide(film.record, "countries/codes", ["KZ", "DE"])
    rows = film.countries.order_by("position").values_list("code", "note")
    assert list(rows) == [("KZ", ""), ("DE", "majority")]


def test_runtime_is_that_of_the_main_version(film, source):
    VersionFactory(film=film, is_main=False, runtime_seconds=3000)
    main = VersionFactory(film=film, runtime_seconds=5700)
    say(film, source, "versions", runtime_seconds=5520)
    decide(film.record, "versions/runtime_seconds", 5520)
    main.refresh_from_db()
    assert main.runtime_seconds == 5520


def test_film_without_words_loses_its_languages(film, source):
    main = VersionFactory(film=film, dialogue_languages=["ru"])
    say(film, source, "versions", dialogue_languages=["kk"])
    decide(film.record, "versions/dialogue_languages", ["kk", "ru"])
    main.refresh_from_db()
    assert main.dialogue_languages == ["kk", "ru"]


def test_spelling_is_printed_and_the_others_are_known(film, source):
    row = credit(film, "Sergei Ashkenazy")
    say(film, source, "credits", name="Sergej Ashkenazi", role="screenplay")
    key = f"credits/{row.uuid}/name"
    decide(film.record, key, "Sergej Ashkenazi")
    row.refresh_from_db()
    assert row.credited_as == "Sergej Ashkenazi"
    assert list(row.person.names.values_list("name", "kind")) == [("Sergej Ashkenazi", "other")]


def test_usual_name_needs_no_spelling_of_its_own(film, source):
    row = credit(film, "Sergei Ashkenazy", credited_as="S. Ashkenazy")
    say(film, source, "credits", name="Sergej Ashkenazi", role="screenplay")
    decide(film.record, f"credits/{row.uuid}/name", "Sergei Ashkenazy")
    row.refresh_from_db()
    assert row.credited_as == ""
    names = set(row.person.names.values_list("name", flat=True))
    assert names == {"S. Ashkenazy", "Sergej Ashkenazi"}


def test_misprint_need_not_become_a_name(film, source):
    row = credit(film, "Sergei Ashkenazy")
    say(film, source, "credits", name="Sergej Ashkenazi", role="screenplay")
    decide(film.record, f"credits/{row.uuid}/name", "Sergei Ashkenazy", keeps_names=False)
    assert row.person.names.count() == 0
    assert point_of(film, f"credits/{row.uuid}/name").state == State.DECIDED


def test_job_is_that_of_the_vocabulary(film, source):
    row = credit(film, "Ada Lind", "producer")
    say(film, source, "credits", name="Ada Lind", role="executive_producer")
    key = f"credits/{row.uuid}/role"
    decide(film.record, key, "executive_producer")
    row.refresh_from_db()
    assert row.role.key == "executive_producer"
    with pytest.raises(ValidationError):
        decide(film.record, key, "juggler")


def test_character_is_written_wherever_the_same_name_stands(film, source):
    row = credit(film, "Ada Lind", "actor", character_en="Mahe", character_de="Mahe")
    say(film, source, "credits", name="Ada Lind", role="actor", character="Mahé")
    decide(film.record, f"credits/{row.uuid}/character", "Mahé")
    row.refresh_from_db()
    assert (row.character_en, row.character_de) == ("Mahé", "Mahé")


def test_character_of_one_language_leaves_the_other_alone(film, source):
    row = credit(film, "Ada Lind", "actor", character_de="Junges Mädchen")
    say(film, source, "credits", name="Ada Lind", role="actor", character="Young Woman")
    decide(film.record, f"credits/{row.uuid}/character", "Young Woman")
    row.refresh_from_db()
    assert (row.character_en, row.character_de) == ("Young Woman", "Junges Mädchen")
    assert not point_of(film, f"credits/{row.uuid}/character").is_open


def test_who_did_it_is_kept_or_leads_to_the_credits(film, source):
    credit(film, "Ada Lind")
    say(film, source, "credits", name="Ada Lind", role="screenplay")
    say(film, source, "credits", name="Jan Ode", role="screenplay")
    key = "credits/role/screenplay"
    with pytest.raises(ValidationError):
        decide(film.record, key, ["Ada Lind", "Jan Ode"])
    assert decide(film.record, key, ["Ada Lind"]).value == ["Ada Lind"]
    assert point_of(film, key).state == State.DECIDED


def test_company_keeps_its_name_and_is_known_by_the_other(film, source):
    company = add(Company, name="Harbour Film")
    row = add(CompanyCredit, film=film, company=company, function="world_sales")
    say(film, source, "companies", name="Harbour Films Ltd", function="world_sales")
    decide(film.record, f"companies/{row.uuid}/name", "Harbour Films Ltd")
    row.refresh_from_db()
    assert row.credited_as == "Harbour Films Ltd"
    assert row.company.other_names == ["Harbour Films Ltd"]


def test_function_of_a_company_is_chosen(film, source):
    company = add(Company, name="Harbour Film")
    row = add(CompanyCredit, film=film, company=company, function="world_sales")
    say(film, source, "companies", name="Harbour Film", function="distributor")
    decide(film.record, f"companies/{row.uuid}/function", "distributor")
    row.refresh_from_db()
    assert row.function == "distributor"


@pytest.fixture
def selection(film):
    festival = FestivalFactory(name_en="Busan Festival", name_de="Busan Festival")
    edition = add(Edition, festival=festival, year=2011)
    return add(Selection, film=film, edition=edition)


def test_festival_is_renamed_and_its_former_name_stays_known(film, source, selection):
    name = "Busan International Film Festival"
    say(film, source, "selections", festival=name, date="2011")
    decide(film.record, f"selections/{selection.uuid}/festival", name)
    festival = selection.edition.festival
    festival.refresh_from_db()
    assert (festival.name_en, festival.name_de) == (name, name)
    assert festival.other_names == ["Busan Festival"]


def test_day_and_year_of_a_selection(film, source, selection):
    say(
        film, source, "selections", festival="Busan Festival", date="2011-10-07", section="Panorama"
    )
    with change(None, "test"):
        Selection.objects.filter(pk=selection.pk).update(shown_on="2011-10-05")
    key = f"selections/{selection.uuid}/date"
    decide(film.record, key, "2011-10-07")
    selection.refresh_from_db()
    assert str(selection.shown_on) == "2011-10-07"
    decide(film.record, key, "2012")
    selection.refresh_from_db()
    assert (selection.edition.year, selection.shown_on) == (2012, None)
    with pytest.raises(ValidationError):
        decide(film.record, key, "2012-10")
    with pytest.raises(ValidationError):
        decide(film.record, key, "2012-13-45")


def test_section_is_written_in_the_language_of_the_source(film, source, selection):
    with change(None, "test"):
        Selection.objects.filter(pk=selection.pk).update(section_de="Wettbewerb")
    say(film, source, "selections", festival="Busan Festival", date="2011", section="World Cinema")
    decide(film.record, f"selections/{selection.uuid}/section", "World Cinema")
    selection.refresh_from_db()
    assert (selection.section_en, selection.section_de) == ("World Cinema", "Wettbewerb")


def test_rows_of_other_kinds_take_their_values(film, source):
    award = add(Award, film=film, name_en="Best Film", year=2011, result="won")
    release = add(Release, film=film, country="FR", date="2013-10-27")
    item = add(PressItem, film=film, title="A ferry tale", author="A. Lind")
    number = add(ExternalId, film=film, scheme="imdb", value="tt1512792")
    say(film, source, "awards", name="Best Film", year=2012, result="nominated")
    say(film, source, "releases", country="FR", date="2013-11")
    say(film, source, "press_items", title="A ferry tale", author="Ada Lind")
    say(film, source, "external_ids", scheme="imdb", value="tt1512793")
    wishes = [
        Wish(f"awards/{award.uuid}/year", 2012),
        Wish(f"awards/{award.uuid}/result", "nominated"),
        Wish(f"releases/{release.uuid}/date", "2013-11"),
        Wish(f"press_items/{item.uuid}/author", "Ada Lind"),
        Wish(f"external_ids/{number.uuid}/value", "tt1512793"),
    ]
    assert decide_all(film.record, wishes).refused == []
    for row in (award, release, item, number):
        row.refresh_from_db()
    assert (award.year, award.result) == (2012, "nominated")
    assert (str(release.date), release.precision) == ("2013-11-01", "month")
    assert (item.author, number.value) == ("Ada Lind", "tt1512793")


def test_several_are_decided_in_one_step_and_the_refused_is_named(film, source):
    VersionFactory(film=film, runtime_seconds=5700)
    say(film, source, "facts", year=2012)
    say(film, source, "versions", runtime_seconds=5520)
    film.record.refresh_from_db()
    version = film.record.version
    done = decide_all(
        film.record,
        [Wish("facts/year", "never"), Wish("versions/runtime_seconds", 5520)],
        make_member("editor"),
    )
    film.record.refresh_from_db()
    assert [decision.point for decision in done.made] == ["versions/runtime_seconds"]
    assert [text.split(":")[0] for text in done.refused] == ["Year"]
    assert film.record.version == version + 1


def test_keys_of_points_tell_parts_that_are_decided(film, source, selection):
    say(film, source, "selections", festival="Busan Festival", date="2011")
    assert keys_of(film) == [
        f"selections/{selection.uuid}/festival",
        f"selections/{selection.uuid}/date",
    ]
