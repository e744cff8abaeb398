"""One record on one screen: who may write, what is written, what is never overwritten."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import Draft, TranslationMark
from editorial.publishing import publish
from editorial.translating.writing import digest
from films.models import Link
from tests.desk.cockpit.conftest import ENGLISH, GERMAN, rewrite
from tests.editorial.translating.summaries import summaries
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place
from tests.microsites.making import add_page


def address(film, language="de"):
    return reverse("translations_record", args=[film.record.uuid, language])


def ident(film, place="facts//logline"):
    return f"{film.record.uuid}/{place}"


def sent(film, text, was="", seen=ENGLISH, place="facts//logline"):
    name = ident(film, place)
    return {f"text:{name}": text, f"was:{name}": digest(was), f"seen:{name}": digest(seen)}


def items_of(response):
    return {i.id: i for group in response.context["groups"] for i in group.items}


def test_screen_has_every_text_with_its_state(desk, film):
    items = items_of(desk.get(address(film)))
    image = film.placements.get().image
    looks = {name.split("/", 1)[1]: item.look for name, item in items.items()}
    assert looks == {
        "facts//title": "translated",
        "facts//logline": "missing",
        "facts//synopsis_short": "translated",
        "facts//caption": "missing",
    }
    assert ident(image, "facts//caption") in items


@pytest.mark.parametrize("count", [1, 3])
def test_screen_costs_the_same_with_one_row_and_with_three(
    desk, film, django_assert_num_queries, count
):
    for number in range(count):
        CreditFactory(film=film, character_en="Captain", character_de="Kapitän")
        place(film, make_image(colour=(number, 2, 3), caption_en="The harbour."))
    desk.get(address(film))
    with django_assert_num_queries(14):
        assert len(items_of(desk.get(address(film)))) == 4 + 2 * count


def test_translation_is_saved_with_a_mark(desk, film, editor):
    response = desk.post(address(film), sent(film, GERMAN + "\r\n"))
    assert (response.status_code, response["Location"]) == (302, address(film))
    film.refresh_from_db()
    assert film.logline_de == GERMAN
    mark = TranslationMark.objects.get(record=film.pk, field="logline")
    assert (mark.source_text, mark.user) == (ENGLISH, editor)


def test_caption_of_a_picture_is_saved_on_the_screen_of_its_film(desk, film):
    image = film.placements.get().image
    desk.post(address(film), sent(image, "Der Hafen bei Nacht.", place="facts//caption"))
    image.refresh_from_db()
    assert image.caption_de == "Der Hafen bei Nacht."


def test_text_of_another_record_is_not_written(desk, film):
    other = FilmFactory(logline_en=ENGLISH)
    desk.post(address(film), sent(other, GERMAN))
    other.refresh_from_db()
    assert other.logline_de in ("", None)


def test_markdown_stays_as_it_was_typed(desk, film):
    text = "## Titel\n\n*Nur* ein **Wort**\n\n- eins\n- zwei"
    desk.post(address(film), sent(film, text.replace("\n", "\r\n")))
    film.refresh_from_db()
    assert film.logline_de == text


def test_colleagues_text_is_not_overwritten(desk, film):
    rewrite(film, logline_de="Ein Boot.")
    response = desk.post(address(film), sent(film, GERMAN))
    film.refresh_from_db()
    assert film.logline_de == "Ein Boot."
    item = items_of(response)[ident(film)]
    assert (item.is_conflict, item.state.target, item.text) == (True, "Ein Boot.", GERMAN)
    desk.post(address(film), sent(film, GERMAN, was="Ein Boot."))
    film.refresh_from_db()
    assert film.logline_de == GERMAN


def test_text_that_is_too_long_comes_back_and_the_others_are_saved(desk, film):
    wrong = sent(film, "x" * 251, "Fähre", "Ferry", "facts//title")
    response = desk.post(address(film), {**sent(film, GERMAN), **wrong})
    item = items_of(response)[ident(film, "facts//title")]
    assert item.text == "x" * 251
    assert item.error.startswith("Ensure this value has at most 250 characters")
    film.refresh_from_db()
    assert (film.logline_de, film.title_de) == (GERMAN, "Fähre")


def test_limit_of_the_press_kit_is_shown_and_not_enforced(desk, film):
    desk.post(address(film), sent(film, "Wort " * 26))
    item = items_of(desk.get(address(film)))[ident(film)]
    assert (item.limit, item.target_words, item.is_over_limit) == (25, 26, True)


def test_stale_translation_shows_what_changed_and_can_be_confirmed(desk, film, editor):
    rewrite(film, editor, logline_de=GERMAN)
    rewrite(film, editor, logline_en="A boat crosses the sound for the last time.")
    item = items_of(desk.get(address(film)))[ident(film)]
    assert item.look == "outdated"
    assert [(w.op, w.text) for w in item.words][1:3] == [("removed", "ferry"), ("added", "boat")]
    data = sent(film, GERMAN, GERMAN, film.logline_en)
    desk.post(address(film), {**data, "confirm": ident(film)})
    item = items_of(desk.get(address(film)))[ident(film)]
    assert (item.look, item.reviewer) == ("reviewed", "editor")


def test_colleague_is_called_by_name(desk, film, translator):
    translator.first_name, translator.last_name = "Clara", "Grau"
    translator.save()
    rewrite(film, translator, logline_de=GERMAN)
    assert items_of(desk.get(address(film)))[ident(film)].reviewer == "Clara Grau"


def test_what_was_not_seen_is_not_confirmed(desk, film, editor):
    rewrite(film, editor, logline_de=GERMAN)
    rewrite(film, editor, logline_en="A boat is sold.")
    data = sent(film, GERMAN, GERMAN, ENGLISH)
    desk.post(address(film), {**data, "confirm": ident(film)})
    assert items_of(desk.get(address(film)))[ident(film)].look == "outdated"


def test_source_that_changes_while_one_translates_makes_the_translation_stale(desk, film, editor):
    rewrite(film, editor, logline_en="A boat is sold.")
    desk.post(address(film), sent(film, GERMAN))
    item = items_of(desk.get(address(film)))[ident(film)]
    assert (item.look, item.state.former_source) == ("outdated", ENGLISH)


def test_script_is_answered_text_by_text(desk, film):
    told = quietly(desk, film, sent(film, GERMAN))
    assert told["open"] == 1
    text = told["texts"][ident(film)]
    assert (text["result"], text["was"]) == ("saved", digest(GERMAN))
    revision = film.record.revisions.first()
    assert (revision.is_autosave, str(revision.user)) == (True, "editor")


def quietly(client, film, data):
    """Send what the script sends by itself and return its answer."""
    data = {**data, "_autosave": "1"}
    return client.post(address(film), data, headers={"accept": "application/json"}).json()


def test_script_is_told_when_and_what_may_be_said_of_the_text_now(desk, film, editor):
    rewrite(film, editor, logline_de="Alt.")
    rewrite(film, editor, logline_en="A boat is sold.")
    data = sent(film, GERMAN, "Alt.", "A boat is sold.")
    text = quietly(desk, film, data)["texts"][ident(film)]
    assert (text["confirming"], text["changes"].strip()) == ("Mark as reviewed", "")
    assert len(re.findall(r">saved \d\d:\d\d<", text["state"])) == 1
    text = quietly(desk, film, sent(film, "", GERMAN, "A boat is sold."))["texts"][ident(film)]
    assert text["confirming"] == ""


def test_text_that_was_emptied_is_not_confirmed(desk, film, editor):
    rewrite(film, editor, logline_de=GERMAN)
    rewrite(film, editor, logline_en="A boat.")
    data = {**sent(film, "", GERMAN, "A boat."), "confirm": ident(film)}
    page = desk.post(address(film), data, follow=True)
    told = [str(message) for message in page.context["messages"]]
    assert told == ["There is no text yet that could be confirmed.", "One text is saved."]


def test_conflict_names_who_has_written(desk, film, translator):
    rewrite(film, translator, logline_de="Ein Boot.")
    text = quietly(desk, film, sent(film, GERMAN))["texts"][ident(film)]
    assert (text["result"], text["meanwhile"]) == (
        "conflict", "translator has written here meanwhile."
    )  # fmt: skip
    page = desk.get(address(film)).content.decode()
    assert page.count("translator has written here meanwhile.") == 1


def test_what_visitors_would_see_at_once_waits_for_save_and_is_kept(desk, film):
    publish(film.record, "en")
    image = film.placements.get().image
    caption = sent(image, "Der Hafen.", place="facts//caption")
    told = quietly(desk, film, {**sent(film, GERMAN), **caption})
    results = {name.rpartition("/")[2]: text["result"] for name, text in told["texts"].items()}
    assert results == {"logline": "saved", "caption": "held"}
    image.refresh_from_db()
    assert not image.caption_de
    item = items_of(desk.get(address(film)))[ident(image, "facts//caption")]
    assert (item.text, item.is_held, item.look) == ("Der Hafen.", True, "missing")
    desk.post(address(film), caption)
    image.refresh_from_db()
    assert image.caption_de == "Der Hafen."
    assert Draft.objects.count() == 0


def test_row_that_goes_live_at_once_does_not_keep_the_others_from_being_saved(desk, film):
    with change(None, "test"):
        link = Link.objects.create(film=film, url="https://a.example", label_en="Watch")
    publish(film.record, "de")
    label = sent(film, "Ansehen", "", "Watch", f"links/{link.uuid}/label")
    told = quietly(desk, film, {**sent(film, GERMAN), **label})
    results = {name.rpartition("/")[2]: text["result"] for name, text in told["texts"].items()}
    assert results == {"logline": "saved", "label": "held"}


def test_kept_text_does_not_hide_what_a_colleague_wrote_since(desk, film):
    publish(film.record, "en")
    image = film.placements.get().image
    quietly(desk, film, sent(image, "Der Hafen.", place="facts//caption"))
    rewrite(image, caption_de="Am Hafen.")
    item = items_of(desk.get(address(film)))[ident(image, "facts//caption")]
    assert (item.is_conflict, item.state.target, item.text) == (True, "Am Hafen.", "Der Hafen.")


@pytest.mark.parametrize("is_script", [True, False])
def test_caption_of_a_picture_removed_meanwhile_is_kept_until_it_is_discarded(
    desk, film, is_script
):
    row = film.placements.get()
    name = ident(row.image, "facts//caption")
    with change(None, "test"):
        row.delete()
    caption = sent(row.image, "Der Hafen.", place="facts//caption")
    if is_script:
        assert quietly(desk, film, caption)["texts"][name]["result"] == "gone"
    else:
        assert desk.post(address(film), caption).context["lost"] == [(name, "Der Hafen.")]
    assert desk.get(address(film)).context["lost"] == [(name, "Der Hafen.")]
    desk.post(address(film), {"_forget": name})
    assert desk.get(address(film)).context["lost"] == []
    assert Draft.objects.count() == 0


def test_kept_caption_stands_at_its_picture_when_that_is_back(desk, film):
    row = film.placements.get()
    with change(None, "test"):
        row.delete()
    quietly(desk, film, sent(row.image, "Der Hafen.", place="facts//caption"))
    place(film, row.image)
    page = desk.get(address(film))
    item = items_of(page)[ident(row.image, "facts//caption")]
    assert (item.text, item.is_held, page.context["lost"]) == ("Der Hafen.", True, [])


def test_title_of_a_new_language_gets_an_address(desk, db):
    film = FilmFactory(title_en="Ferry", title_de="", slug_de="")
    desk.post(address(film), sent(film, "Die Fähre", "", "Ferry", "facts//title"))
    film.refresh_from_db()
    assert film.slug_de == "die-faehre"


def test_title_of_a_page_of_the_microsite_gets_an_address(desk, db):
    film = FilmFactory(title_en="Ferry", title_de="Fähre")
    add_page(film, title_en="Start", title_de="Start")
    page = add_page(film, title_en="Story", slug_en="story")
    where = f"microsite_pages/{page.uuid}/title"
    desk.post(address(film), sent(film, "Über die Fähre", "", "Story", where))
    page.refresh_from_db()
    assert (page.slug_en, page.slug_de) == ("story", "ueber-die-faehre")


def test_translator_gives_no_address_in_another_language(client, translator):
    film = FilmFactory(title_en="Ferry", title_de="Fähre")
    page = add_page(film, title_en="Start")
    client.force_login(translator)
    where = f"microsite_pages/{page.uuid}/title"
    response = client.post(address(film), sent(film, "Anfang", "", "Start", where))
    page.refresh_from_db()
    assert (response.status_code, page.title_de) == (302, "Anfang")
    assert (page.slug_en or "", page.slug_de) == ("", "anfang")


def test_next_record_with_open_texts_follows(desk, film):
    following = FilmFactory(logline_en=ENGLISH)
    response = desk.post(address(film), {**sent(film, GERMAN), "_next": "1"})
    assert response["Location"] == address(following)


def test_after_the_last_record_come_the_first_and_the_other_kinds(desk, db):
    first, second = FilmFactory(logline_en=ENGLISH), FilmFactory(logline_en=ENGLISH)
    person = PersonFactory(biography_en="She films.")
    go_on = {"_next": "1"}
    steps = []
    for row, at, source in (
        (second, "facts//logline", ENGLISH),
        (first, "facts//logline", ENGLISH),
        (person, "facts//biography", "She films."),
    ):
        data = {**sent(row, "Deutsch.", "", source, at), **go_on}
        steps.append(desk.post(address(row) + "?open", data)["Location"])
    assert steps == [
        address(first) + "?open",
        address(person) + "?open",
        "/admin/translations/?kind=person&language=de",
    ]


def test_picture_is_seen_beside_its_own_texts(desk, db):
    image = make_image(caption_en="The harbour.")
    response = desk.get(address(image))
    (group,) = response.context["groups"]
    assert group.picture == image
    assert response.content.decode().count('<img class="thumbnail"') == 1


def test_only_what_is_open(desk, film):
    response = desk.get(address(film) + "?open")
    assert {name.rpartition("/")[2] for name in items_of(response)} == {"logline", "caption"}


def test_other_language_of_origin_is_chosen(desk, film):
    desk.post(address(film), {"_origin": "de"})
    counts = summaries([film.pk])[film.pk]
    assert (counts["de"].open, counts["en"].total) == (1, 2)


def test_viewer_looks_only(client, viewer, film):
    client.force_login(viewer)
    page = client.get(address(film))
    assert (page.status_code, page.content.decode().count("<textarea")) == (200, 0)
    assert client.post(address(film), sent(film, GERMAN)).status_code == 403


def test_translator_writes_own_languages_only(client, translator, film):
    client.force_login(translator)
    assert client.post(address(film), sent(film, GERMAN)).status_code == 302
    assert client.post(address(film, "en"), sent(film, "A boat.", ENGLISH)).status_code == 403
    assert client.post(address(film), {"_origin": "de"}).status_code == 403
    film.refresh_from_db()
    assert (film.logline_de, film.logline_en) == (GERMAN, ENGLISH)


def test_stranger_is_asked_to_log_in(client, film):
    assert client.get(address(film)).status_code == 302


@pytest.mark.parametrize("name", ["text:", "text:x", "text:x/y", "text:a/b/c/d"])
def test_nonsense_is_answered_calmly(desk, film, name):
    assert desk.post(address(film), {name: "x"}).status_code == 302


def test_unknown_language_and_record_are_not_found(desk, film):
    assert desk.get(address(film, "xx")).status_code == 404
    gone = reverse("translations_record", args=["00000000-0000-4000-8000-000000000000", "de"])
    assert desk.get(gone).status_code == 404
