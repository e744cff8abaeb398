"""The rules of desk and window."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.changes import OutsideChange, change
from editorial.documents import document_of
from editorial.models import Address, ContentVersion, Publication, Revision
from editorial.publishing import Blocked, adopt, cancel, move_schedule, publish, withdraw
from editorial.publishing.boundaries import next_boundary
from editorial.publishing.errors import Stale
from editorial.publishing.forecast import state_of
from editorial.publishing.window import live_at
from films.models import Film, Link
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_member

pytestmark = pytest.mark.django_db


def live_codes(film) -> set[str]:
    live = Publication.objects.live().filter(record=film.record)
    return set(live.values_list("language", flat=True))


def test_saving_outside_a_change_is_refused():
    film = FilmFactory()
    with pytest.raises(OutsideChange):
        film.save()


def test_bulk_update_outside_a_change_is_refused():
    FilmFactory()
    with pytest.raises(OutsideChange):
        Film.objects.update(year=2000)


def test_saving_never_publishes():
    film = FilmFactory()
    assert live_codes(film) == set()
    assert ContentVersion.read() == 0


def test_publishing_one_language_makes_only_that_one_live():
    film = FilmFactory()
    publish(film.record, "de")
    assert live_codes(film) == {"", "de"}


def test_publishing_steps_the_content_version_once():
    film = FilmFactory()
    publish(film.record, "de")
    assert ContentVersion.read() == 1


def test_withdrawn_language_does_not_come_back():
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "en")
    withdraw(film.record, "en")
    assert live_codes(film) == {""}


def test_scheduled_language_is_not_live_before_its_time():
    film = FilmFactory()
    at = timezone.now() + timedelta(hours=1)
    publish(film.record, "en", at=at)
    assert live_codes(film) == set()
    later = Publication.objects.live(at + timedelta(seconds=1)).filter(record=film.record)
    assert set(later.values_list("language", flat=True)) == {"", "en"}


def test_next_boundary_is_the_earliest_schedule():
    film = FilmFactory()
    at = timezone.now() + timedelta(hours=1)
    publish(film.record, "en", at=at)
    assert next_boundary() == at


def test_withdrawing_cancels_the_schedule():
    film = FilmFactory()
    publish(film.record, "en", at=timezone.now() + timedelta(hours=1))
    withdraw(film.record, "en")
    assert next_boundary() is None
    assert not Publication.objects.scheduled().exists()


def test_cancelled_schedule_does_not_hide_what_is_live():
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "en", at=timezone.now() + timedelta(hours=1))
    Publication.objects.scheduled().update(cancelled_at=timezone.now())
    later = Publication.objects.live(timezone.now() + timedelta(hours=2))
    assert set(later.values_list("language", flat=True)) == {"", "en"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title_de": ""}, "title"),
        ({"slug_de": ""}, "slug"),
        ({"slug_de": "people"}, "slug"),
        ({"year": None}, "year"),
        ({"synopsis_short_de": ""}, "synopsis_short"),
    ],
)
def test_checklist_blocks(facts, field):
    from editorial.publishing import check

    film = FilmFactory(**facts)
    assert [f.field for f in check(film.record, "de") if f.is_blocking] == [field]
    with pytest.raises(Blocked):
        publish(film.record, "de")
    assert not Publication.objects.exists()


def test_address_of_another_live_film_blocks():
    publish(FilmFactory(slug_en="ferry").record, "en")
    second = FilmFactory(slug_en="ferry")
    with pytest.raises(Blocked):
        publish(second.record, "en")
    assert not Publication.objects.filter(record=second.record).exists()


def test_old_address_still_leads_to_the_film():
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    with change(None, "test"):
        film.slug_en = "night-ferry"
        film.save()
    publish(film.record, "en")
    assert {p.path for p in live_at("en", "ferry") if p.language == "en"} == {"night-ferry"}
    assert Address.objects.filter(record=film.record).count() == 2


def test_old_address_can_be_claimed_anew():
    first = FilmFactory(slug_en="ferry")
    publish(first.record, "en")
    withdraw(first.record, "en")
    second = FilmFactory(slug_en="ferry")
    publish(second.record, "en")
    assert {p.record_id for p in live_at("en", "ferry")} == {second.pk}


def test_equal_save_makes_no_second_revision():
    film = FilmFactory()
    before = Revision.objects.count()
    with change(None, "test"):
        film.save()
    assert Revision.objects.count() == before


def test_desk_and_published_revisions_are_two_lines():
    film = FilmFactory()
    publish(film.record, "de")
    lines = Revision.objects.filter(record=film.record).values_list("line", flat=True)
    assert sorted(lines) == ["desk", "published"]


def test_instant_part_goes_live_when_saved():
    film = FilmFactory()
    publish(film.record, "en")
    with change(None, "test"):
        Link.objects.create(film=film, kind="watch", url="https://example.com/film")
    facts = Publication.objects.live().get(record=film.record, language="")
    assert [row["url"] for row in facts.parts["links"]] == ["https://example.com/film"]


def test_instant_part_does_not_carry_other_changes():
    film = FilmFactory()
    publish(film.record, "en")
    with change(None, "test"):
        film.year = 1999
        film.save()
        Link.objects.create(film=film, kind="watch", url="https://example.com/film")
    facts = Publication.objects.live().get(record=film.record, language="")
    assert facts.parts["facts"]["year"] == 2011


def test_instant_part_publishes_nothing_of_a_draft():
    film = FilmFactory()
    with change(None, "test"):
        Link.objects.create(film=film, kind="watch", url="https://example.com/film")
    assert not Publication.objects.exists()


def test_renamed_person_of_a_live_film_steps_the_content_version():
    credit = CreditFactory()
    publish(credit.film.record, "en")
    before = ContentVersion.read()
    with change(None, "test"):
        credit.person.name = "Ada Lund"
        credit.person.save()
    assert ContentVersion.read() == before + 1


def test_renamed_person_of_a_draft_does_not():
    person = PersonFactory()
    with change(None, "test"):
        person.name = "Ada Lund"
        person.save()
    assert ContentVersion.read() == 0


def test_deleted_film_is_off_the_site():
    film = FilmFactory()
    publish(film.record, "en")
    record = film.record
    with change(None, "test"):
        film.delete()
    assert document_of(record) is None
    assert not Publication.objects.live().filter(record=record).exists()


def test_failed_change_leaves_nothing():
    with pytest.raises(ZeroDivisionError), change(None, "test"):
        Film(key="gone").save()
        raise ZeroDivisionError
    assert not Film.objects.exists()
    assert not Revision.objects.exists()


def retitle(film, title):
    with change(None, "test"):
        film.title_en = title
        film.save()


def scheduled_titles(film) -> list[str]:
    found = Publication.objects.scheduled().filter(record=film.record, language="en")
    return [publication.title for publication in found]


def test_publishing_carries_its_change_into_the_schedule():
    film = FilmFactory(title_en="Ferry", tagline_en="")
    publish(film.record, "en")
    with change(None, "test"):
        film.tagline_en = "The last crossing."
        film.save()
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    with change(None, "test"):
        film.tagline_en = ""
        film.save()
    retitle(film, "The Night Ferry")
    publish(film.record, "en")
    later = Publication.objects.scheduled().get(record=film.record, language="en")
    assert later.title == "The Night Ferry"
    assert later.texts["facts"]["tagline"] == "The last crossing."


def test_publishing_what_the_schedule_changes_too_is_blocked():
    film = FilmFactory(title_en="Ferry")
    publish(film.record, "en")
    retitle(film, "The Ferry")
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    retitle(film, "The Night Ferry")
    with pytest.raises(Blocked, match="title"):
        publish(film.record, "en")
    assert scheduled_titles(film) == ["The Ferry"]


def test_first_language_to_go_live_renews_the_scheduled_facts():
    film = FilmFactory(year=2010)
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    with change(None, "test"):
        film.year = 2011
        film.save()
    publish(film.record, "de")
    later = Publication.objects.scheduled().get(record=film.record, language="")
    assert (later.year, later.parts["facts"]["year"]) == (2011, 2011)


def test_second_schedule_replaces_the_first():
    film = FilmFactory()
    tomorrow, later = (timezone.now() + timedelta(days=n) for n in (1, 5))
    publish(film.record, "en", at=tomorrow)
    publish(film.record, "en", at=later)
    assert not Publication.objects.live(tomorrow + timedelta(hours=1)).exists()
    assert next_boundary() == later


def test_schedule_is_cancelled_without_touching_what_is_live():
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    assert cancel(film.record, "en") is True
    assert not Publication.objects.scheduled().exists()
    assert live_codes(film) == {"", "en"}


def test_cancelled_language_keeps_the_facts_of_the_other():
    film = FilmFactory()
    at = timezone.now() + timedelta(days=1)
    publish(film.record, "en", at=at)
    publish(film.record, "de", at=at)
    cancel(film.record, "en")
    later = Publication.objects.live(at + timedelta(hours=1))
    assert set(later.values_list("language", flat=True)) == {"", "de"}


def test_refused_publication_leaves_the_schedule_as_it_was():
    film = FilmFactory(title_en="Ferry")
    publish(film.record, "en")
    retitle(film, "The Ferry")
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    before = list(Publication.objects.values_list("pk", "hash", "cancelled_at"))
    with change(None, "test"):
        film.year, film.title_en = 1999, "The Night Ferry"
        film.save()
        with pytest.raises(Blocked):
            publish(film.record, "en")
    assert list(Publication.objects.values_list("pk", "hash", "cancelled_at")) == before


def test_deleted_edition_does_not_stop_instant_parts():
    from tests.factories import SelectionFactory

    selection = SelectionFactory()
    film = selection.film
    publish(film.record, "en")
    with change(None, "test"):
        edition = selection.edition
        selection.delete()
        edition.delete()
    with change(None, "test"):
        Link.objects.create(film=film, kind="watch", url="https://example.com/film")
    facts = Publication.objects.live().get(record=film.record, language="")
    assert len(facts.parts["links"]) == 1


def test_instant_part_keeps_what_a_scheduled_film_refers_to():
    credit = CreditFactory(character_en="The Ferryman")
    publish(credit.film.record, "en", at=timezone.now() + timedelta(days=1))
    with change(None, "test"):
        Link.objects.create(
            film=credit.film, kind="watch", url="https://example.com/film", label_en="Watch"
        )
    later = Publication.objects.scheduled().get(record=credit.film.record, language="en")
    assert [r.character for r in later.references.filter(usage="character")] == ["The Ferryman"]


def test_scheduled_address_is_not_announced(client):
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    with change(None, "test"):
        film.slug_en = "secret-new-title"
        film.save()
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    assert client.get("/en/secret-new-title/").status_code == 404
    assert client.get("/en/ferry/").status_code == 200


def test_bulk_create_takes_a_generator():
    film = FilmFactory()
    urls = ["https://example.com/1", "https://example.com/2"]
    with change(None, "test"):
        Link.objects.bulk_create(Link(film=film, kind="watch", url=url) for url in urls)
    assert list(film.links.values_list("url", flat=True)) == urls


def test_state_that_was_not_confirmed_is_not_published():
    film = FilmFactory()
    state = state_of(film.record, document_of(film.record))
    with change(None, "test"):
        film.title_de = "Anders"
        film.save()
    with pytest.raises(Stale):
        publish(film.record, "de", state=state)
    assert live_codes(film) == set()
    publish(film.record, "de", state=state_of(film.record, document_of(film.record)))
    assert live_codes(film) == {"", "de"}


def test_cancelled_facts_say_who_cancelled_them():
    film, user = FilmFactory(), make_member()
    publish(film.record, "en", user, timezone.now() + timedelta(days=1))
    cancel(film.record, "en", user)
    ended = Publication.objects.order_by("language").values_list("language", "ended_by")
    assert list(ended) == [("", user.pk), ("en", user.pk)]


def test_moving_a_schedule_steps_the_content_version():
    film, now = FilmFactory(), timezone.now()
    publish(film.record, "en", at=now + timedelta(days=2))
    before = ContentVersion.read()
    move_schedule(film.record, "en", now + timedelta(days=1))
    assert ContentVersion.read() == before + 1
    assert next_boundary(now) == now + timedelta(days=1)


def test_publication_without_an_address_claims_none():
    film = FilmFactory(slug_de="")
    with change(None, "test"):
        publication = adopt(film.record, document_of(film.record), "de", timezone.now())
    assert (publication.path, Address.objects.filter(record=film.record).exists()) == ("", False)
