"""Facts taken into a film: rows, witnesses, conflicts, refusals; and taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Record
from films.models import Film
from people.models import Company, Person, PersonName
from sources.comparing.film import compare_film
from sources.deciding.decide import decide
from sources.models import Claim, Decision, Source
from sources.reading.objects import Fact
from sources.taking.choices import Choice, Outcome
from sources.taking.take import take
from sources.taking.take_back import take_back
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def fact(part, **values):
    return Fact(part, values, str(values), 0, 1)


def credit(role, name, **more):
    return fact("credits", role=role, role_text="", name=name, kind="person", **more)


def make_source(title="Record"):
    return Source.objects.create(title=title, kind="database", language="en")


def take_facts(film, *facts, source=None):
    return take(source or make_source(), film.record, [Choice(one) for one in facts])


def outcomes(taken):
    return [str(outcome) for _choice, outcome in taken.outcomes]


@pytest.fixture
def film(db):
    return FilmFactory(key="ferry", year=None)


def test_what_the_film_lacks_is_filled_in(film):
    taken = take_facts(film, fact("facts", year=2014), fact("versions", runtime_seconds=5280),
                       fact("countries", codes=["DE", "FI"]))  # fmt: skip
    film = Film.objects.get()
    assert (film.year, film.versions.get().runtime_seconds) == (2014, 5280)
    assert [country.code for country in film.countries.all()] == ["DE", "FI"]
    assert outcomes(taken) == ["filled", "filled", "filled"]


def test_same_value_is_a_witness_and_another_a_conflict(film):
    take_facts(film, fact("facts", year=2014))
    assert outcomes(take_facts(film, fact("facts", year=2014))) == ["witnessed"]
    assert outcomes(take_facts(film, fact("facts", year=2015))) == ["conflict"]
    assert Film.objects.get().year == 2014
    (point,) = compare_film(film.record).open
    assert [(one.value, len(one.witnesses)) for one in point.sayings] == [(2014, 2), (2015, 1)]


def test_same_facts_of_a_source_twice_leave_no_trace(film):
    source = make_source()
    take_facts(film, fact("facts", year=2014), credit("music", "Ilmari Sola"), source=source)
    before = document_of(film.record)
    taken = take_facts(
        film, fact("facts", year=2014), credit("music", "Ilmari Sola"), source=source
    )
    assert (taken.intake, taken.known) == (None, 2)
    assert (document_of(film.record), Claim.objects.count()) == (before, 2)


def test_second_script_is_kept_with_the_person_and_goes_with_its_intake(film):
    take_facts(film, credit("music", "Andrei Petrenko"))
    taken = take_facts(film, credit("music", "Andrei Petrenko", other_name="Андрей Петренко"))
    assert PersonName.objects.get().name == "Андрей Петренко"
    take_back(taken.intake)
    assert (PersonName.objects.count(), Person.objects.count()) == (0, 1)


def test_group_and_company_are_no_people(film):
    group = fact("credits", role="director", role_text="", name="Students", kind="group")
    take_facts(film, group, fact("companies", function="world_sales", name="Leuchtfeuer"))
    assert (Person.objects.count(), Company.objects.get().name) == (0, "Leuchtfeuer")
    assert film.credits.get().is_group


def test_corrected_values_are_written_and_the_print_stays(film):
    said = fact("facts", year=2041)
    take(make_source(), film.record, [Choice(said, values={"year": 2014})])
    claim = Claim.objects.get()
    assert (Film.objects.get().year, claim.values, claim.printed) == (
        2014, {"year": 2041}, "{'year': 2041}",
    )  # fmt: skip


def correct(film, said, source=None, **values):
    choice = Choice(said, values={**said.values, **values})
    return take(source or make_source(), film.record, [choice])


def test_corrected_name_is_the_films_and_the_source_says_its_own(film):
    source = make_source()
    said = credit("music", "Ilmari Clevelant")
    correct(film, said, source, name="Ilmari Cleveland")
    assert [person.name for person in Person.objects.all()] == ["Ilmari Cleveland"]
    (point,) = compare_film(film.record).open
    assert [(one.value, one.is_record) for one in point.sayings] == [
        ("Ilmari Cleveland", True), ("Ilmari Clevelant", False),
    ]  # fmt: skip
    again = correct(film, said, source, name="Ilmari Cleveland")
    assert (again.intake, again.known, Claim.objects.count()) == (None, 1, 1)


def test_correction_goes_into_a_row_that_says_what_the_source_says(film):
    take_facts(film, credit("music", "Ilmari Clevelant"))
    taken = correct(film, credit("music", "Ilmari Clevelant"), name="Ilmari Cleveland")
    assert (outcomes(taken), film.credits.get().credited_as) == (["filled"], "Ilmari Cleveland")
    take_back(taken.intake)
    assert film.credits.get().credited_as == ""


def test_correction_leaves_a_row_that_says_something_else(film):
    take_facts(film, credit("music", "Ilmari Sola", character="x"))
    row = str(film.credits.get().uuid)
    said = credit("music", "Ilmari Clevelant")
    choice = Choice(said, row=row, values={**said.values, "name": "Ilmari Cleveland"})
    taken = take(make_source(), film.record, [choice])
    assert (outcomes(taken), film.credits.get().credited_as) == (["conflict"], "")


def test_corrected_field_replaces_only_what_the_source_said(film):
    take_facts(film, fact("facts", year=2041))
    assert outcomes(correct(film, fact("facts", year=2041), year=2014)) == ["filled"]
    assert Film.objects.get().year == 2014
    assert outcomes(correct(film, fact("facts", year=2051), year=2015)) == ["conflict"]
    assert Film.objects.get().year == 2014


def test_loose_note_in_other_case_is_not_written_twice(film):
    take_facts(film, fact("versions", note="Widescreen"))
    assert outcomes(take_facts(film, fact("versions", note="widescreen"))) == ["witnessed"]
    take_facts(film, fact("versions", note="WIDESCREEN, Super 16"))
    assert film.versions.get().note_en == "Widescreen, Super 16"


def test_named_row_and_new_row_overrule_what_looks_alike(film):
    row = CreditFactory(film=film, person=PersonFactory(name="Ada Lind"))
    other = credit(row.role.key if row.role else "", "Somebody Else")
    taken = take(make_source(), film.record, [Choice(other, row=str(row.uuid))])
    assert (outcomes(taken), film.credits.count()) == (["conflict"], 1)
    taken = take(make_source(), film.record, [Choice(other, row="new")])
    assert (outcomes(taken), film.credits.count()) == (["added"], 2)


def test_bad_value_is_refused_and_the_rest_goes_on(film):
    taken = take_facts(film, fact("releases", country="", date="2014"), fact("facts", year=2014))
    assert [one.message for one in taken.refused] == ["Say in which country."]
    assert (outcomes(taken), Claim.objects.count()) == (["filled"], 1)


def test_fuller_character_replaces_what_a_source_has_told(film):
    take_facts(film, credit("actor", "Tamas Lindgren", character="Anton"))
    taken = take_facts(film, credit("actor", "Tamas Lindgren", character="Anton Salin"))
    assert film.credits.get().character_en == "Anton Salin"
    take_back(taken.intake)
    assert film.credits.get().character_en == "Anton"


def test_taking_back_gives_the_film_its_former_document(film):
    before = document_of(film.record)
    taken = take_facts(
        film, fact("facts", year=2014), credit("music", "Ilmari Sola"),
        fact("selections", festival="Riga Light", city="Riga", country="LV", date="2015"),
    )  # fmt: skip
    done = take_back(taken.intake)
    assert (document_of(film.record), done.claims, done.kept) == (before, 3, [])
    assert Record.objects.filter(binned_at=None).count() == 1


def test_person_in_use_elsewhere_stays(film):
    taken = take_facts(film, credit("music", "Ilmari Sola"))
    CreditFactory(person=Person.objects.get(name="Ilmari Sola"))
    assert take_back(taken.intake).kept == ["“Ilmari Sola” is in use elsewhere and stays."]
    assert Person.objects.get().name == "Ilmari Sola"


def test_person_edited_since_stays(film):
    taken = take_facts(film, credit("music", "Ilmari Sola"), credit("editing", "Ada Lind"))
    person = Person.objects.get(name="Ilmari Sola")
    with change(None, "Named"):
        person.name = "Ilmari Solà"
        person.save()
    assert take_back(taken.intake).kept == ["“Ilmari Solà” was edited since and stays."]
    assert [one.name for one in Person.objects.all()] == ["Ilmari Solà"]
    assert film.credits.count() == 0


def test_row_that_another_source_vouches_for_stays(film):
    taken = take_facts(film, credit("music", "Ilmari Sola"), credit("editing", "Ada Lind"))
    take_facts(film, credit("music", "Ilmari Sola"))
    done = take_back(taken.intake)
    assert done.kept == ["“Ilmari Sola”: another source vouches for it and it stays."]
    assert [row.person.name for row in film.credits.all()] == ["Ilmari Sola"]
    assert [one.name for one in Person.objects.all()] == ["Ilmari Sola"]
    assert Claim.objects.count() == 1


def test_decided_value_stays_with_its_decision_and_is_told(film):
    taken = take_facts(film, fact("versions", runtime_seconds=5280, sound="Dolby"),
                       fact("facts", year=2014))  # fmt: skip
    take_facts(film, fact("versions", runtime_seconds=5700))
    decide(film.record, "versions/runtime_seconds", 5280)
    assert take_back(taken.intake).kept == ["Decided since: Runtime. The decision stays."]
    version = film.versions.get()
    assert (version.runtime_seconds, version.sound, Film.objects.get().year) == (5280, "", None)
    assert Decision.objects.get().value == 5280


def shown(date, **more):
    return fact("selections", festival="Riga Light", city="Riga", country="LV", date=date, **more)


def told_of(row):
    return (str(row.shown_on or ""), row.premiere, row.section_en)


def test_new_selection_has_day_premiere_and_section(film):
    take_facts(film, shown("2015-03-04", premiere="world", section="Harbour", note="Mit Q&A"))
    assert told_of(film.selections.get()) == ("2015-03-04", "world", "Harbour")
    assert Claim.objects.get().values["note"] == "Mit Q&A"


def test_witness_fills_day_premiere_and_section_of_a_selection(film):
    take_facts(film, shown("2015"))
    taken = take_facts(film, shown("2015-03-04", premiere="world", section="Harbour"))
    assert outcomes(taken) == ["filled"]
    assert told_of(film.selections.get()) == ("2015-03-04", "world", "Harbour")


def test_day_of_a_review_fills_nothing(film):
    take_facts(film, shown("2015-03-04", note="reviewed"))
    assert told_of(film.selections.get()) == ("", "", "")


def test_award_is_linked_to_its_festival_and_selection(film):
    prize = fact("awards", name="Audience Award", body="Riga Light", festival="Riga Light",
                 year=2015, result="won")  # fmt: skip
    other = fact("awards", name="Jury Prize", body="Riga Light", year=2016, result="won")
    take_facts(film, shown("2015"), prize, other)
    selection = film.selections.get()
    linked = [(row.name_en, row.selection, row.festival) for row in film.awards.all()]
    assert linked == [
        ("Audience Award", selection, selection.edition.festival), ("Jury Prize", None, None),
    ]  # fmt: skip


def test_award_told_before_its_selection_is_linked(film):
    take_facts(film, fact("awards", name="Jury Prize", body="Riga Light", year=2015), shown("2015"))
    assert film.awards.get().selection == film.selections.get()


def test_outcomes_say_what_is_kept_beside(film):
    assert outcomes(take_facts(film, fact("mentions", name="Ada Lind"))) == [str(Outcome.KEPT)]


@pytest.mark.parametrize("count", [1, 12])
def test_comparing_asks_a_constant_number_of_queries(film, count):
    names = [f"Ada Lind{'abcdefghijklmnop'[n]}ar" for n in range(count)]
    take_facts(film, *(credit("casting", name) for name in names))
    document = document_of(film.record)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        compare_film(film.record, document)
    assert len(queries) == 4


NAMES = st.sampled_from(["Ada Lind", "Ada Linde", "Ида Линд", "Kolja Bergo", "Nikolai Bergow"])
ROLES = st.sampled_from(["director", "producer", "co_producer", "actor"])
FACTS = st.lists(
    st.one_of(
        st.builds(credit, ROLES, NAMES, character=st.sampled_from(["", "Anton", "Anton Salin"])),
        st.builds(lambda year: fact("facts", year=year), st.integers(2010, 2012)),
        st.builds(lambda name: fact("companies", function="world_sales", name=name), NAMES),
        st.builds(lambda land: fact("releases", country=land, date="2014"),
                  st.sampled_from(["", "DE", "FR"])),
    ),
    max_size=6,
)  # fmt: skip


class TakenBack(TestCase):
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(first=FACTS, second=FACTS)
    def test_taking_back_leaves_document_and_records_as_before(self, first, second):
        film = FilmFactory(year=None)
        take_facts(film, *first)
        before = document_of(film.record)
        records = Record.objects.filter(binned_at=None).count()
        claims = Claim.objects.count()
        taken = take_facts(film, *second, source=make_source("Review"))
        if taken.intake is not None:
            assert take_back(taken.intake).kept == []
        assert document_of(film.record) == before
        assert Record.objects.filter(binned_at=None).count() == records
        assert Claim.objects.count() == claims
