"""Two editors at one film: different places go together, the same place is asked about."""

from uuid import uuid4

import pytest

from editorial.models import Draft, OpenForm, Revision
from editorial.publishing.wishes import VERBS
from films.models import AlternativeTitle, Country, PressItem, Quote
from tests.editorial.guard.editors import Window, add, decide
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(logline_en="A ferry.", logline_de="Eine Fähre.")


@pytest.fixture
def mara():
    return make_member(name="Mara")


@pytest.fixture
def lars():
    return make_member(name="Lars")


def messages_of(window):
    return [str(message) for message in window.page.context["messages"]]


def test_different_fields_are_both_kept_and_said(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="A ferry crosses.")
    two.type(logline_de="Eine Fähre quert.", year="2013")
    assert one.save().status_code == two.save().status_code == 302
    film.refresh_from_db()
    assert (film.logline_en, film.logline_de, film.year) == (
        "A ferry crosses.", "Eine Fähre quert.", 2013,
    )  # fmt: skip
    text = "Mara meanwhile changed: Logline (English). Both were kept."
    assert messages_of(two)[-2:-1] == [text] or text in messages_of(two)


def test_same_field_is_shown_side_by_side_and_nothing_is_saved(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="A ferry crosses.")
    two.type(logline_en="A boat.", year="2013")
    one.save()
    page = two.save()
    assert page.status_code == 200
    (collision,) = page.context["collisions"]
    assert (collision.label, collision.language) == ("Logline", "en")
    assert (collision.ancestor, collision.theirs, collision.mine) == (
        "A ferry.", "A ferry crosses.", "A boat.",
    )  # fmt: skip
    film.refresh_from_db()
    assert (film.logline_en, film.year) == ("A ferry crosses.", 2011)
    assert Draft.objects.get(user=lars).fields["logline_en"] == ["A boat."]


@pytest.mark.parametrize(
    ("choice", "text"),
    [("theirs", "A ferry crosses."), ("mine", "A boat."), ("A ferry or a boat.",) * 2],
)
def test_choice_is_saved_with_everything_else(film, mara, lars, choice, text):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="A ferry crosses.", logline_de="Die Fähre.")
    two.type(logline_en="A boat.", year="2013")
    one.save()
    answer = decide(two.save(), two.client, lambda collision: choice)
    assert answer.status_code == 302
    film.refresh_from_db()
    assert (film.logline_en, film.logline_de, film.year) == (text, "Die Fähre.", 2013)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_what_the_button_asked_for_is_done_after_deciding(film, mara, lars, verb):
    one, two = Window(mara, film), Window(lars, film)
    straight = one.save(**{f"_{verb}": "de", "_schedule_at_de": "2099-09-01T09:00"})
    one.type(logline_en="A ferry crosses.")
    one.save()
    two.type(logline_en="A boat.")
    page = two.save(**{f"_{verb}": "de", "_schedule_at_de": "2099-09-01T09:00"})
    decided = decide(page, two.client, lambda collision: "mine")
    assert decided.url == straight.url != two.url


def test_page_comes_again_with_what_is_still_open(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers", tagline_en="Hers")
    two.type(logline_en="His", tagline_en="His")
    one.save()
    page = two.save()
    again = decide(page, two.client, lambda c: "mine" if c.label == "Logline" else None)
    assert [collision.label for collision in again.context["collisions"]] == ["Tagline"]
    assert decide(again, two.client, lambda c: "theirs").status_code == 302
    film.refresh_from_db()
    assert (film.logline_en, film.tagline_en) == ("His", "Hers")


def test_page_asks_in_the_order_of_the_form(film, mara, lars):
    add(AlternativeTitle, film=film, title="Old", kind="working")
    one, two = Window(mara, film), Window(lars, film)
    names = (
        "alternativetitles-0-title",
        "logline_en",
        "tagline_de",
        "title_en",
        "tagline_en",
        "year",
    )
    one.type(**dict.fromkeys(names, "Hers") | {"year": "2013"})
    two.type(**dict.fromkeys(names, "His") | {"year": "2014"})
    one.save()
    asked = [(c.label, c.language) for c in two.save().context["collisions"]]
    assert asked == [
        ("Year", ""), ("Title", "en"), ("Tagline", "de"), ("Tagline", "en"), ("Logline", "en"),
        ("Title", ""),
    ]  # fmt: skip


def test_page_comes_again_if_somebody_saves_meanwhile(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers")
    two.type(logline_en="His")
    one.save()
    page = two.save()
    one.type(logline_en="Hers, once more", year="2015")
    one.save()
    again = decide(page, two.client, lambda c: "mine")
    (collision,) = again.context["collisions"]
    assert collision.theirs == "Hers, once more"
    decide(again, two.client, lambda c: "mine")
    film.refresh_from_db()
    assert (film.logline_en, film.year) == ("His", 2015)


def test_new_text_is_checked_as_in_the_form(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(seo_title_en="Hers")
    two.type(seo_title_en="His")
    one.save()
    again = decide(two.save(), two.client, lambda c: "x" * 500)
    (collision,) = again.context["collisions"]
    assert "at most" in collision.problem
    assert collision.written == "x" * 500


def test_two_windows_of_one_editor_work_the_same(film, mara):
    one, two = Window(mara, film), Window(mara, film)
    one.type(logline_en="One")
    two.type(logline_en="Two", logline_de="Zwei")
    one.save()
    page = two.save()
    assert [collision.theirs for collision in page.context["collisions"]] == ["One"]
    assert page.context["who"] == ""


def test_row_deleted_by_one_and_changed_by_the_other_is_asked_about(film, mara, lars):
    row = add(AlternativeTitle, film=film, title="Old", kind="working")
    one, two = Window(mara, film), Window(lars, film)
    one.type(**{"alternativetitles-0-DELETE": "on"})
    two.type(**{"alternativetitles-0-title": "New"})
    one.save()
    page = two.save()
    (collision,) = page.context["collisions"]
    assert (collision.theirs, collision.mine) == ("deleted", "Title: New")
    decide(page, two.client, lambda c: "mine")
    kept = film.alternativetitles.get()
    assert (kept.title, kept.uuid) == ("New", row.uuid)


def test_row_changed_by_one_and_deleted_by_the_other_is_asked_about(film, mara, lars):
    add(AlternativeTitle, film=film, title="Old", kind="working")
    one, two = Window(mara, film), Window(lars, film)
    one.type(**{"alternativetitles-0-title": "New"})
    two.type(**{"alternativetitles-0-DELETE": "on"})
    one.save()
    page = two.save()
    (collision,) = page.context["collisions"]
    assert (collision.theirs, collision.mine) == ("Title: New", "deleted")
    decide(page, two.client, lambda c: "mine")
    assert not film.alternativetitles.exists()


def test_text_of_a_deleted_row_is_one_question(film, mara, lars):
    item = add(PressItem, film=film, title="Review")
    add(Quote, press_item=item, text="Fine.", translation_en="Fine.")
    one, two = Window(mara, item), Window(lars, item)
    one.type(**{"quotes-0-DELETE": "on"})
    two.type(**{"quotes-0-translation_de": "Gut."})
    one.save()
    page = two.save()
    assert len(page.context["collisions"]) == 1
    decide(page, two.client, lambda c: "mine")
    quote = item.quotes.get()
    assert (quote.text, quote.translation_en, quote.translation_de) == ("Fine.", "Fine.", "Gut.")


def test_rows_added_by_both_are_both_there(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.add_row("countries", uuid4(), code="FR")
    two.add_row("countries", uuid4(), code="DE")
    one.save()
    assert two.save().status_code == 302
    assert sorted(row.code for row in film.countries.all()) == ["DE", "FR"]


def test_what_cannot_stand_together_is_asked_about(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.add_row("countries", uuid4(), code="FR", note="Hers")
    two.add_row("countries", uuid4(), code="FR", note="His")
    two.type(year="2013")
    one.save()
    page = two.save()
    assert page.context["is_impossible"]
    mine = [c for c in page.context["collisions"] if c.theirs == "deleted"]
    assert len(mine) == 1
    answer = decide(page, two.client, lambda c: "theirs")
    assert answer.status_code == 302
    film.refresh_from_db()
    assert [row.note for row in film.countries.all()] == ["Hers"]
    assert film.year == 2013


def test_mistakes_in_an_outdated_form_leave_the_record_alone(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    add(Country, film=film, code="FR")
    one.open()
    one.type(logline_en="Hers")
    one.save()
    two.type(year="99", logline_de="Seins")
    page = two.save()
    assert [line.label for line in page.context["error_lines"]] == ["Year"]
    film.refresh_from_db()
    assert (film.logline_en, film.countries.count()) == ("Hers", 1)
    two.type(year="2014")
    two.save()
    film.refresh_from_db()
    assert (film.logline_en, film.logline_de, film.year) == ("Hers", "Seins", 2014)
    assert film.countries.count() == 1


def test_autosave_goes_on_after_a_merge_and_keeps_the_others_text(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers")
    one.save()
    two.type(logline_de="Seins")
    answer = two.autosave()
    assert answer["state"] == "saved"
    assert answer["notes"] == ["Mara meanwhile changed: Logline (English). Both were kept."]
    two.type(logline_de="Seins, länger")
    assert two.autosave()["state"] == "saved"
    assert two.save().status_code == 302
    film.refresh_from_db()
    assert (film.logline_en, film.logline_de) == ("Hers", "Seins, länger")


def test_autosave_that_collides_keeps_a_draft_and_writes_nothing(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers")
    one.save()
    two.type(logline_en="His")
    answer = two.autosave()
    assert (answer["state"], answer["text"]) == (
        "conflict", "Mara changed the same. Kept as a draft.",
    )  # fmt: skip
    film.refresh_from_db()
    assert film.logline_en == "Hers"
    assert Draft.objects.get().fields["logline_en"] == ["His"]


def test_editor_does_not_collide_with_an_answer_that_got_lost(film, mara):
    window = Window(mara, film)
    window.type(logline_en="One")
    window.autosave()
    window.type(logline_en="One, two")
    assert window.autosave()["state"] == "saved"
    film.refresh_from_db()
    assert film.logline_en == "One, two"
    assert OpenForm.objects.count() == 1


def test_late_autosave_does_not_undo_a_newer_one(film, mara):
    window = Window(mara, film)
    window.type(logline_en="Newer")
    window.number = 5
    window.autosave()
    answer = window.autosave(logline_en="Older", _number="3")
    assert answer["state"] == "superseded"
    film.refresh_from_db()
    assert film.logline_en == "Newer"


def test_save_that_the_browser_sends_twice_leads_back_to_the_form(film, mara):
    window = Window(mara, film)
    window.type(logline_en="Once")
    sent = dict(window.fields)
    window.save()
    again = window.client.post(window.url, {**sent, "_continue": "1", "_number": "1"})
    assert (again.status_code, again.url) == (302, window.url)
    film.refresh_from_db()
    assert film.logline_en == "Once"


def test_rows_that_a_form_saved_by_itself_can_be_removed_again(film, mara):
    window, uuid = Window(mara, film), uuid4()
    window.add_row("countries", uuid, code="FR")
    window.autosave()
    assert film.countries.count() == 1
    window.open()
    window.fields.pop("countries-0-code")
    window.fields |= {"countries-TOTAL_FORMS": "0", "_gone": str(uuid)}
    window.autosave()
    assert film.countries.count() == 0


def test_page_of_another_user_is_not_accepted(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers")
    two.type(logline_en="His")
    one.save()
    page = two.save()
    decide(page, one.client, lambda c: "mine")
    film.refresh_from_db()
    assert film.logline_en == "Hers"


def test_viewer_may_neither_save_nor_decide(film, mara, lars):
    one, two = Window(mara, film), Window(lars, film)
    one.type(logline_en="Hers")
    two.type(logline_en="His")
    one.save()
    page = two.save()
    lars.refresh_from_db()
    lars.membership.role = "viewer"
    lars.membership.save()
    assert decide(page, two.client, lambda c: "mine").status_code == 403
    assert two.client.post(two.url, {**two.fields, "_autosave": "1"}).status_code == 403
    assert Revision.objects.filter(record=film.record, user=lars).count() == 0
