"""What a change by a member may alter, whatever door it came through."""

import pytest

from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.models import Revision
from editorial.publishing import pin
from editorial.rights.bounds import BeyondBounds
from films.models import Credit, Film, Genre
from tests.factories import CreditFactory, FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator():
    return make_member("translator", languages=["de"])


def test_own_texts_are_written(translator):
    credit = CreditFactory()
    with change(translator, "translated"):
        credit.film.title_de = "Die Lampe"
        credit.film.save()
        credit.character_de = "Die Lotsin"
        credit.save()
    texts = document_of(credit.film.record)["texts"]["de"]
    assert texts["facts"]["title"] == "Die Lampe"
    assert texts["credits"][str(credit.uuid)] == {"character": "Die Lotsin"}
    assert Revision.objects.filter(user=translator).count() == 1


def write_fact(film):
    film.year = 1999
    film.save()


def write_other_language(film):
    film.title_de, film.title_en = "Die Lampe", "The Lamp"
    film.save()


def add_row(film):
    Credit.objects.create(film=film, is_group=True, group_de="Chor")


def delete_row(film):
    film.credits.first().delete()


def delete_rows_in_bulk(film):
    Credit.objects.filter(film=film).delete()


def update_in_bulk(film):
    Film.objects.filter(pk=film.pk).update(year=1999)


def give_row_away(film):
    credit = film.credits.get()
    credit.film = FilmFactory._meta.model.objects.exclude(pk=film.pk).get()
    credit.save()


def make_film(film):
    Film.objects.create(title_de="Neu", slug_de="neu")


def delete_film(film):
    film.delete()


def set_place(film):
    film.save()
    pin(film.record, 1)


def apply_other_document(film):
    document = document_of(film.record)
    apply_document(film.record, {**document, "facts": {**document["facts"], "year": 1999}})


def add_genre(film):
    Genre.objects.create(key="new", name_de="Neu")


def add_genres_in_bulk(film):
    Genre.objects.bulk_create([Genre(key="new", name_de="Neu")])


def rename_genre_elsewhere(film):
    Genre.objects.filter(pk=Genre.objects.first().pk).update(name_en="New")


def delete_genre(film):
    Genre.objects.first().delete()


def set_genres(film):
    film.save()
    film.genres.set(Genre.objects.all()[:2])


DOORS = [
    write_fact, write_other_language, add_row, delete_row, delete_rows_in_bulk, update_in_bulk,
    give_row_away, make_film, delete_film, set_place, apply_other_document, add_genre,
    add_genres_in_bulk, rename_genre_elsewhere, delete_genre, set_genres,
]  # fmt: skip


@pytest.fixture
def film():
    FilmFactory()
    return CreditFactory().film


@pytest.mark.parametrize("write", DOORS, ids=lambda door: door.__name__)
def test_anything_else_takes_the_change_back(translator, film, write):
    record, genres = film.record, list(Genre.objects.order_by("pk").values())
    before = document_of(record)
    with pytest.raises(BeyondBounds), change(translator, "forged"):
        write(film)
    record.refresh_from_db()
    assert document_of(record) == before
    assert record.pinned is None
    assert list(Genre.objects.order_by("pk").values()) == genres
    assert Film.objects.count() == 2


def test_a_genre_gets_its_name_in_the_own_language(translator):
    genre = Genre.objects.first()
    with change(translator, "translated"):
        genre.name_de = "Werbefilm"
        genre.save()
    assert Genre.objects.get(pk=genre.pk).name_de == "Werbefilm"


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_who_has_no_language_changes_no_text(role, film):
    with pytest.raises(BeyondBounds, match="but not change it"), change(make_member(role), "x"):
        film.title_de = "Die Lampe"
        film.save()


def test_the_refusal_names_the_languages(translator, film):
    with pytest.raises(BeyondBounds) as refused, change(translator, "forged"):
        write_fact(film)
    assert str(refused.value) == (
        "Nothing was changed: you may write the texts in German, and something else was to "
        "change as well."
    )


@pytest.mark.parametrize("role", ["owner", "editor"])
def test_editors_write_everything(role, film):
    with change(make_member(role), "edited"):
        write_fact(film)
        add_row(film)
    assert document_of(film.record)["facts"]["year"] == 1999


def test_an_account_without_membership_writes_nothing(film, django_user_model):
    with pytest.raises(BeyondBounds), change(django_user_model.objects.create_user("x"), "edited"):
        write_fact(film)


def test_the_system_writes_everything(film):
    with change(None, "imported"):
        write_fact(film)
    assert document_of(film.record)["facts"]["year"] == 1999
