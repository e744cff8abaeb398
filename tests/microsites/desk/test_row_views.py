"""One row in a form: saved, refused, in conflict, cut down for translators."""

import pytest

from editorial.changes import change
from microsites.models import Block, Entry, MicrositePage
from tests.factories import make_member
from tests.microsites.desk.conftest import PART

pytestmark = pytest.mark.django_db


def test_block_is_saved_with_texts_phases_and_days(microsite):
    address = microsite.row("blocks", microsite.text)
    data = microsite.sent(address) | {
        "heading_de": "Worum es geht", "text_de": "Nebel.", "phases": ["home", "cinema"],
        "starts_on": "2011-09-01", "ends_on": "2011-09-30",
    }  # fmt: skip
    answer = microsite.post(address, data, **PART)
    assert sorted(answer.json()) == ["heads", "html", "uuid"]
    block = Block.objects.get(pk=microsite.text.pk)
    assert (block.heading_de, block.text_en, block.phases) == (
        "Worum es geht", "Fog.", ["cinema", "home"],
    )  # fmt: skip
    assert (block.starts_on.isoformat(), block.ends_on.isoformat()) == ("2011-09-01", "2011-09-30")


def test_saving_without_script_leads_back_to_the_row(microsite):
    address = microsite.row("blocks", microsite.text)
    answer = microsite.post(address, microsite.sent(address))
    home = f"{microsite.at()}?page={microsite.home.uuid}#row-{microsite.text.uuid}"
    assert answer["Location"] == home


def test_wrong_days_come_back_with_what_was_typed(microsite):
    address = microsite.row("blocks", microsite.text)
    data = microsite.sent(address) | {
        "heading_en": "Typed", "starts_on": "2011-09-30", "ends_on": "2011-09-01",
    }  # fmt: skip
    answer = microsite.post(address, data, **PART)
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"ends_on": ["The last day lies before the first."]}
    assert b'value="Typed"' in answer.content
    assert Block.objects.get(pk=microsite.text.pk).heading_en == "About"


def test_somebody_elses_change_is_shown_and_not_overwritten(microsite):
    address = microsite.row("blocks", microsite.text)
    data = microsite.sent(address) | {"heading_en": "Mine"}
    with change(None, "test"):
        Block.objects.filter(pk=microsite.text.pk).update(heading_en="Theirs")
    answer = microsite.post(address, data, **PART)
    assert answer.status_code == 409
    assert answer.context["theirs"] == [("Heading (English)", "Theirs")]
    assert b'value="Mine"' in answer.content
    assert Block.objects.get(pk=microsite.text.pk).heading_en == "Theirs"
    microsite.post(address, data | {"version": answer.context["version"]}, **PART)
    assert Block.objects.get(pk=microsite.text.pk).heading_en == "Mine"


def test_moving_a_row_is_no_conflict(microsite):
    address = microsite.row("blocks", microsite.text)
    data = microsite.sent(address)
    microsite.act(down=f"blocks:{microsite.text.uuid}")
    assert microsite.post(address, data, **PART).status_code == 200


def test_row_that_was_deleted_meanwhile_is_told(microsite):
    address = microsite.row("blocks", microsite.text)
    data = microsite.sent(address)
    with change(None, "test"):
        microsite.text.delete()
    assert microsite.post(address, data, **PART).status_code == 410
    assert microsite.get(address).status_code == 404


def test_row_of_another_film_is_not_there(microsite, desk):
    other = type(microsite)(desk)
    address = microsite.at("_row", "blocks", other.text.uuid)
    assert microsite.get(address).status_code == 404
    assert microsite.get(microsite.at("_row", "sheets", other.text.uuid)).status_code == 404


def test_block_moves_to_another_page_and_stands_last(microsite):
    address = microsite.row("blocks", microsite.cast)
    data = microsite.sent(address) | {"page": microsite.diary_page.pk}
    answer = microsite.post(address, data, **PART)
    assert answer.json()["go"].endswith(
        f"?page={microsite.diary_page.uuid}#row-{microsite.cast.uuid}"
    )
    assert microsite.kinds(microsite.diary_page) == ["timeline", "cast"]


def test_block_does_not_move_to_a_page_of_another_film(microsite, desk):
    other = type(microsite)(desk)
    address = microsite.row("blocks", microsite.cast)
    data = microsite.sent(address) | {"page": other.home.pk}
    assert microsite.post(address, data, **PART).status_code == 422


def test_page_is_added_with_addresses_made_of_its_titles(microsite):
    data = {"title_en": "Making of", "title_de": "Über den Dreh", "is_in_menu": "on"}
    microsite.post(microsite.at("_page_new"), data, **PART)
    page = MicrositePage.objects.get(title_en="Making of")
    assert (page.slug_en, page.slug_de, page.position) == ("making-of", "ueber-den-dreh", 2)
    assert (page.is_in_menu, page.follows_phase) == (True, False)


def test_second_page_of_a_title_gets_another_address(microsite):
    microsite.post(microsite.at("_page_new"), {"title_en": "Diary"}, **PART)
    assert MicrositePage.objects.last().slug_en == "diary-2"


def test_address_of_another_page_is_refused(microsite):
    answer = microsite.post(
        microsite.at("_page_new"), {"title_en": "X", "slug_en": "diary"}, **PART
    )
    assert answer.context["form"].errors == {
        "slug_en": ["Another page of this microsite has this address."]
    }


def test_page_without_title_is_refused(microsite):
    answer = microsite.post(microsite.at("_page_new"), {}, **PART)
    assert answer.status_code == 422


def test_translator_names_a_page_and_gives_it_the_address_of_own_language_alone(microsite, client):
    with change(None, "test"):
        MicrositePage.objects.filter(pk=microsite.home.pk).update(slug_en="", slug_de="")
    client.force_login(make_member("translator", languages=["de"]))
    microsite.client = client
    address = microsite.row("pages", microsite.home)
    answer = microsite.post(address, microsite.sent(address) | {"title_de": "Zum Film"}, **PART)
    assert answer.status_code == 200
    microsite.home.refresh_from_db()
    page = microsite.home
    assert (page.title_de, page.slug_de, page.slug_en) == ("Zum Film", "zum-film", "")


def test_entry_is_added_after_the_last_with_the_next_number(microsite):
    address = microsite.at("_entry_new", microsite.diary.uuid)
    data = microsite.sent(address)
    assert data["number"] == 4
    answer = microsite.post(address, data | {"title_en": "Snow"}, **PART)
    entry = Entry.objects.get(title_en="Snow")
    assert (entry.number, entry.position) == (4, 3)
    assert list(answer.json()["heads"]) == [str(microsite.diary.uuid)]


def test_empty_entry_is_refused(microsite):
    address = microsite.at("_entry_new", microsite.diary.uuid)
    assert microsite.post(address, {}, **PART).status_code == 422
    assert Entry.objects.count() == 3


def test_next_entry_follows_without_script(microsite):
    address = microsite.at("_entry_new", microsite.diary.uuid)
    answer = microsite.post(address, {"title_en": "Snow", "_next": "1"})
    assert answer["Location"] == address


def test_translator_writes_texts_of_own_language_alone(microsite, client):
    client.force_login(make_member("translator", languages=["de"]))
    address = microsite.row("blocks", microsite.text)
    form = microsite.get(address).context["form"]
    assert list(form.fields) == ["heading_de", "text_de"]
    data = microsite.sent(address) | {"heading_de": "Worum", "heading_en": "Hacked", "page": "1"}
    assert microsite.post(address, data, **PART).status_code == 200
    block = Block.objects.get(pk=microsite.text.pk)
    assert (block.heading_de, block.heading_en) == ("Worum", "About")


def test_viewer_looks_and_has_nothing_to_press(microsite, client):
    client.force_login(make_member("viewer"))
    page = microsite.get(microsite.at())
    assert (page.status_code, page.content.count(b"data-edit")) == (200, 0)
    assert microsite.get(microsite.row("blocks", microsite.text)).status_code == 403
