"""Before anything goes live or leaves the site, a page says what visitors will notice."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.models import Membership, Publication
from editorial.publishing import publish, withdraw
from films.models import Film
from tests.factories import CreditFactory, FilmFactory, PageFactory

pytestmark = pytest.mark.django_db
LATER = "2099-09-01T09:00"


def url(page: str, film, language: str = "de") -> str:
    return reverse(f"admin:films_film_{page}", args=[film.pk, language])


def edit(film, **values) -> None:
    with change(None, "test"):
        film = Film.objects.get(pk=film.pk)
        for name, value in values.items():
            setattr(film, name, value)
        film.save()


def live_titles(film) -> dict[str, str]:
    live = Publication.objects.live().filter(record=film.record).exclude(language="")
    return dict(live.values_list("language", "title"))


def confirm(client, address: str, **data):
    """Open the page that asks and press its button."""
    asked = client.get(address)
    state = asked.context["forecast"].state
    target, _mark, query = address.partition("?")
    if "at=" in query:
        data["at"] = query.partition("at=")[2]
    return client.post(target, {"state": state, **data})


@pytest.fixture
def member(client, django_user_model):
    def log_in(role: str, *languages: str):
        user = django_user_model.objects.create_user(role, password="x", is_staff=True)
        Membership.objects.create(user=user, role=role, languages=list(languages))
        client.force_login(user)
        return client

    return log_in


def test_looking_publishes_nothing(desk):
    film = FilmFactory()
    assert desk.get(url("publish", film)).status_code == 200
    assert live_titles(film) == {}


def test_confirming_publishes_one_language(desk):
    film = FilmFactory(title_de="Die Fähre")
    response = confirm(desk, url("publish", film))
    assert response.url == reverse("admin:films_film_change", args=[film.pk])
    assert live_titles(film) == {"de": "Die Fähre"}


def test_the_button_says_what_it_does(desk):
    film = FilmFactory()
    assert desk.get(url("publish", film)).context["action"] == "Publish German now"
    later = desk.get(f"{url('publish', film)}?at={LATER}")
    assert later.context["action"] == "Publish German on 1 September 2099, 09:00 (Europe/Berlin)"


def test_the_button_speaks_german(desk):
    film = FilmFactory()
    later = desk.get(f"{url('publish', film)}?at={LATER}", headers={"accept-language": "de"})
    expected = "Deutsch am 1. September 2099, 09:00 Uhr (Europe/Berlin) veröffentlichen"
    assert later.context["action"] == expected


def test_texts_and_facts_are_told_apart(desk):
    film = FilmFactory(year=2011)
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", title_en="New", year=2012)
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert [(d.path[-1], d.language) for d in forecast.texts] == [("title", "de")]
    assert [(d.path[-1], d.after) for d in forecast.facts] == [("year", "2012")]
    assert forecast.fact_languages == ("en",)


def test_facts_that_show_elsewhere_are_said_to(desk):
    film = FilmFactory()
    publish(film.record, "de")
    publish(film.record, "en")
    CreditFactory(film=film)
    text = desk.get(url("publish", film)).content.decode()
    assert text.count("This changes English, too") == 1


def test_a_new_address_and_its_redirect_are_named(desk):
    film = FilmFactory(slug_de="alt")
    publish(film.record, "de")
    edit(film, slug_de="neu")
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert (forecast.is_moved, forecast.old_path, forecast.new_path) == (True, "alt", "neu")


def test_pages_below_a_new_address_are_named(desk, client):
    above = PageFactory(slug_de="alt")
    below = PageFactory(slug_de="tiflis", parent=above, title_de="Tiflis")
    PageFactory(slug_de="draft", parent=above)
    for page in (above, below):
        publish(page.record, "de")
    asked = reverse("admin:pages_page_publish", args=[above.pk, "de"])
    sentence = (
        "Pages below it keep their present addresses, which go on working, until you publish them "
        "again: Tiflis."
    )
    assert desk.get(asked).content.decode().count(sentence) == 0
    with change(None, "test"):
        above.slug_de = "neu"
        above.save()
    assert desk.get(asked).content.decode().count(sentence) == 1
    publish(above.record, "de")
    assert client.get("/de/alt/tiflis/").status_code == 200
    publish(below.record, "de")
    assert client.get("/de/alt/tiflis/")["Location"] == "/de/neu/tiflis/"


def test_nothing_to_notice_is_said(desk):
    film = FilmFactory()
    publish(film.record, "de")
    edit(film, internal_notes="Call Ada.")
    assert desk.get(url("publish", film)).context["forecast"].is_nothing


def test_what_was_withdrawn_is_compared_with_what_it_was(desk):
    film = FilmFactory(logline_de="Eine Fähre.")
    publish(film.record, "de")
    withdraw(film.record, "de")
    edit(film, logline_de="Eine Fähre bei Nacht.")
    forecast = desk.get(url("publish", film)).context["forecast"]
    assert (forecast.is_first, forecast.is_nothing, len(forecast.texts)) == (False, False, 1)
    assert forecast.withdrawn_at == Publication.objects.get(language="de").withdrawn_at


def test_no_button_that_visitors_notice_waits_for_the_enter_key(desk):
    film = FilmFactory()
    publish(film.record, "de")
    pages = [desk.get(url(name, film)).content.decode() for name in ("publish", "withdraw")]
    assert [re.findall(r"<button[^>]*autofocus", page) for page in pages] == [[], []]


def test_the_first_time_shows_checklist_and_previews(desk):
    film = FilmFactory()
    response = desk.get(url("publish", film))
    forecast = response.context["forecast"]
    assert (forecast.is_first, forecast.texts) == (True, ())
    previews = [address.partition("?")[2] for _label, address in response.context["previews"]]
    assert previews == ["language=de&page=film", "language=de&page=microsite"]
    assert forecast.hints[0].message == "Nobody is credited as director."


def test_what_is_missing_leaves_no_button(desk):
    film = FilmFactory(year=None)
    response = desk.get(url("publish", film))
    assert response.context["may_confirm"] is False
    assert [f.message for f in response.context["forecast"].blocking] == ["The year is missing."]
    confirm(desk, url("publish", film))
    assert live_titles(film) == {}


def test_a_change_meanwhile_asks_again(desk):
    film = FilmFactory()
    state = desk.get(url("publish", film)).context["forecast"].state
    edit(film, title_de="Anders")
    response = desk.post(url("publish", film), {"state": state})
    assert response.context["reasons"] == [
        "Something was changed meanwhile. This is how it stands now."
    ]
    assert live_titles(film) == {}


def test_confirming_a_moment_schedules(desk):
    film = FilmFactory()
    confirm(desk, f"{url('publish', film)}?at={LATER}")
    scheduled = Publication.objects.scheduled().get(language="de")
    assert scheduled.publish_at.isoformat() == "2099-09-01T07:00:00+00:00"
    assert live_titles(film) == {}


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Choose date and time of going live."),
        ("tomorrow", "Choose date and time of going live."),
        ("2001-01-01T09:00", "This moment has passed. Choose a later one, or publish now."),
        ("2099-03-29T02:30", "The clocks skip this time on that night. Choose another."),
    ],
)
def test_an_impossible_moment_is_said_at_its_field(desk, typed, error):
    film = FilmFactory()
    response = desk.get(url("publish", film), {"later": "1", "at": typed})
    assert (response.context["error"], response.context["typed"]) == (error, typed)
    field = re.search(r'<input type="datetime-local"[^>]*>', response.content.decode()).group()
    assert 'aria-describedby="at-error"' in field
    state = response.context["forecast"].state
    desk.post(url("publish", film), {"later": "1", "at": typed, "state": state})
    assert not Publication.objects.exists()


def test_a_second_schedule_says_that_it_replaces_the_first(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    forecast = desk.get(f"{url('publish', film)}?at={LATER}").context["forecast"]
    assert [(e.publication.language, e.fate) for e in forecast.effects] == [("de", "replaced")]


def test_what_goes_live_now_is_said_to_be_carried_in(desk):
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    edit(film, tagline_en="A storm.")
    forecast = desk.get(url("publish", film, "en")).context["forecast"]
    fates = {e.publication.language: e.fate for e in forecast.effects}
    assert fates == {"en": "carried", "": "kept"}


# --- collisions -----------------------------------------------------------------------------


def collide(film):
    """Live: Live; scheduled: Planned; on the desk: Desk."""
    edit(film, title_de="Live")
    publish(film.record, "de")
    edit(film, title_de="Planned")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    edit(film, title_de="Desk")


def test_a_collision_is_asked_about(desk):
    film = FilmFactory()
    collide(film)
    (question,) = desk.get(url("publish", film)).context["forecast"].questions
    (difference,) = question.differences
    assert (difference.before, difference.after) == ("Planned", "Desk")


def test_an_unanswered_collision_publishes_nothing(desk):
    film = FilmFactory()
    collide(film)
    confirm(desk, url("publish", film))
    assert live_titles(film) == {"de": "Live"}


@pytest.mark.parametrize(("answer", "later"), [("mine", "Desk"), ("scheduled", "Planned")])
def test_an_answer_decides_what_stands_later(desk, answer, later):
    film = FilmFactory()
    collide(film)
    (question,) = desk.get(url("publish", film)).context["forecast"].questions
    confirm(desk, url("publish", film), **{f"answer:{question.collision.key}": answer})
    assert live_titles(film) == {"de": "Desk"}
    assert Publication.objects.scheduled().get(language="de").title == later


# --- scheduled ------------------------------------------------------------------------------


def test_a_scheduled_change_is_shown_against_live_and_desk(desk):
    film = FilmFactory()
    collide(film)
    context = desk.get(url("scheduled", film)).context
    assert [(d.before, d.after) for d in context["to_live"]] == [("Live", "Planned")]
    assert [(d.before, d.after) for d in context["to_desk"]] == [("Planned", "Desk")]


def test_a_schedule_is_moved_with_its_facts(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    desk.post(url("scheduled", film), {"verb": "move", "at": LATER})
    moved = Publication.objects.scheduled().values_list("language", "publish_at")
    assert {(code, at.isoformat()) for code, at in moved} == {
        ("", "2099-09-01T07:00:00+00:00"),
        ("de", "2099-09-01T07:00:00+00:00"),
    }


def test_a_schedule_does_not_pass_that_of_another_language(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    publish(film.record, "en", at=timezone.now() + timedelta(days=2))
    response = desk.post(url("scheduled", film), {"verb": "move", "at": LATER})
    assert response.context["error"].startswith("Something is scheduled in another language")
    assert Publication.objects.scheduled().get(
        language="de"
    ).publish_at < timezone.now() + timedelta(days=2)


def test_a_wrong_moment_moves_nothing_and_is_kept(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    response = desk.post(url("scheduled", film), {"verb": "move", "at": "2001-01-01T09:00"})
    assert response.context["typed"] == "2001-01-01T09:00"
    assert Publication.objects.scheduled().filter(language="de").exists()


def test_a_schedule_is_cancelled(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    desk.post(url("scheduled", film), {"verb": "cancel"})
    assert not Publication.objects.scheduled().exists()


def test_without_a_schedule_the_page_leads_back(desk):
    film = FilmFactory()
    assert desk.get(url("scheduled", film)).url == reverse(
        "admin:films_film_change", args=[film.pk]
    )


def test_a_schedule_begins_by_itself(client):
    film = FilmFactory(slug_de="faehre")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    assert client.get("/de/faehre/").status_code == 404
    earlier = timezone.now() - timedelta(seconds=1)
    Publication.objects.filter(record=film.record).update(publish_at=earlier)
    assert client.get("/de/faehre/").status_code == 200


# --- withdraw -------------------------------------------------------------------------------


def test_withdrawing_says_what_answers_not_found(desk):
    film = FilmFactory(slug_de="alt")
    credit = CreditFactory(film=film)
    publish(film.record, "de")
    edit(film, slug_de="neu")
    publish(film.record, "de")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    farewell = desk.get(url("withdraw", film)).context["farewell"]
    assert [address for _label, address in farewell.pages] == [
        "/de/neu/", "/de/neu/microsite/", "/de/neu/film.json",
    ]  # fmt: skip
    assert farewell.earlier == ("alt",)
    assert farewell.followers == ((str(credit.person), f"/de/people/{credit.person.key}/"),)
    assert len(farewell.schedules) == 1
    assert live_titles(film) != {}


def test_a_person_whom_another_film_credits_stays(desk):
    credit = CreditFactory()
    other = CreditFactory(person=credit.person)
    for film in (credit.film, other.film):
        publish(film.record, "de")
    assert desk.get(url("withdraw", credit.film)).context["farewell"].followers == ()


def test_withdrawing_needs_the_button(desk):
    film = FilmFactory()
    publish(film.record, "de")
    desk.post(url("withdraw", film))
    assert live_titles(film) == {}


# --- rights ---------------------------------------------------------------------------------


def test_a_translator_publishes_texts_of_one_language_only(member):
    film = FilmFactory(year=2011)
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", year=2012)
    client = member("translator", "de")
    forecast = client.get(url("publish", film)).context["forecast"]
    assert forecast.texts_only
    confirm(client, url("publish", film))
    assert live_titles(film)["de"] == "Neu"
    assert Publication.objects.live().get(record=film.record, language="").year == 2011
    assert client.get(url("publish", film, "en")).status_code == 403
    assert client.get(url("withdraw", film)).status_code == 403
    assert client.post(url("withdraw", film)).status_code == 403


def test_a_translator_does_not_bring_a_film_to_the_site(member):
    film = FilmFactory()
    client = member("translator", "de")
    response = client.get(url("publish", film))
    assert response.context["may_confirm"] is False
    state = response.context["forecast"].state
    assert client.post(url("publish", film), {"state": state}).status_code == 403
    assert not Publication.objects.exists()


def test_a_translator_does_not_cancel_facts(member):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    client = member("translator", "de")
    assert client.post(url("scheduled", film), {"verb": "cancel"}).status_code == 403
    assert Publication.objects.scheduled().filter(language="de").exists()


@pytest.mark.parametrize("page", ["publish", "scheduled", "withdraw"])
def test_a_viewer_publishes_nothing(member, page):
    film = FilmFactory()
    publish(film.record, "de")
    client = member("viewer")
    assert client.get(url(page, film)).status_code == 403
    assert client.post(url(page, film)).status_code == 403


@pytest.mark.parametrize("page", ["publish", "scheduled", "withdraw"])
def test_a_stranger_is_sent_to_the_login(client, page):
    assert client.get(url(page, FilmFactory())).status_code == 302


def test_an_unknown_language_is_not_found(desk):
    assert desk.get(url("publish", FilmFactory(), "fr")).status_code == 404


# --- lists ----------------------------------------------------------------------------------


def choose(client, films, action: str, **data):
    address = reverse("admin:films_film_changelist")
    chosen = {"action": action, "_selected_action": [film.pk for film in films]}
    return client.post(address, {**chosen, **data})


def shown(page) -> dict[str, str]:
    """What the page that asks sends when its button is pressed."""
    fields = re.findall(r'name="(state:[^"]+|confirmed)" value="([^"]+)"', page.content.decode())
    return dict(fields)


def test_publishing_in_the_list_asks_first(desk):
    ready, incomplete = FilmFactory(), FilmFactory(year=None)
    response = choose(desk, [ready, incomplete], "publish_selected")
    plans = {
        obj.pk: [plan.is_ready for plan in plans] for obj, _url, plans in response.context["rows"]
    }
    assert plans == {ready.pk: [True, True], incomplete.pk: [False, False]}
    assert not Publication.objects.exists()
    choose(desk, [ready, incomplete], "publish_selected", **shown(response))
    assert set(live_titles(ready)) == {"en", "de"}
    assert live_titles(incomplete) == {}


def test_what_changed_after_the_list_asked_is_not_published(desk):
    film, other = FilmFactory(), FilmFactory(title_de="Die Fähre", title_en="The ferry")
    page = choose(desk, [film, other], "publish_selected")
    edit(film, title_de="Anders")
    answer = choose(desk, [film, other], "publish_selected", **shown(page))
    assert live_titles(film) == {}
    assert live_titles(other) == {"de": "Die Fähre", "en": "The ferry"}
    told = [str(message) for message in desk.get(answer.url).context["messages"]]
    changed = "Something was changed meanwhile: not published. Look at it again."
    assert [text for text in told if "meanwhile" in text] == [f"{film}: {changed}"]


def test_what_was_not_ready_when_the_list_asked_is_not_published(desk):
    film = FilmFactory(year=None)
    page = choose(desk, [film], "publish_selected")
    edit(film, year=2011)
    choose(desk, [film], "publish_selected", **shown(page))
    assert live_titles(film) == {}


def test_withdrawing_in_the_list_asks_first(desk):
    film = FilmFactory()
    publish(film.record, "de")
    choose(desk, [film], "withdraw_selected")
    assert set(live_titles(film)) == {"de"}
    choose(desk, [film], "withdraw_selected", confirmed="1")
    assert live_titles(film) == {}


def test_a_translator_publishes_own_languages_in_the_list(member):
    film = FilmFactory()
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", title_en="New")
    client = member("translator", "de")
    page = choose(client, [film], "publish_selected")
    choose(client, [film], "publish_selected", **shown(page))
    titles = live_titles(film)
    assert titles["de"] == "Neu"
    assert titles["en"] != "New"


def test_a_page_asks_as_a_film_does(desk):
    page = PageFactory()
    address = reverse("admin:pages_page_publish", args=[page.pk, "de"])
    confirm(desk, address)
    assert desk.get(f"/de/{page.slug_de}/").status_code == 200
    withdrawal = desk.get(reverse("admin:pages_page_withdraw", args=[page.pk, "de"]))
    assert [a for _l, a in withdrawal.context["farewell"].pages] == [f"/de/{page.slug_de}/"]


@pytest.mark.parametrize("number", ["x", "."])
def test_asking_to_delete_what_cannot_be_leads_back(desk, number):
    answer = desk.get(f"/admin/films/film/{number}/delete/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
