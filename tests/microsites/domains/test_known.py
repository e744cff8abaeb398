"""Which hosts are known, from which row."""

import pytest

from editorial.changes import change
from editorial.history.restoring import CannotRestore, restore_revision
from editorial.memory import renew
from editorial.models import Revision
from microsites.hosts.known import all_hosts, make_origin, origin_of
from microsites.models import Domain
from tests.factories import FilmFactory
from tests.microsites.domains.conftest import HOST

pytestmark = pytest.mark.django_db


def test_live_film_knows_where_its_pages_begin(film):
    renew()
    assert all_hosts() == {HOST: film.pk}
    assert origin_of(film.pk) == f"https://{HOST}"
    assert origin_of(FilmFactory().pk) == ""


@pytest.mark.parametrize(
    ("site", "origin"),
    [
        ("https://films.example", "https://ferry.film"),
        ("http://localhost:8000", "http://ferry.film:8000"),
        ("http://[::1]:8000", "http://ferry.film:8000"),
    ],
)
def test_scheme_and_port_are_those_of_the_site(settings, site, origin):
    settings.SITE_URL = site
    assert make_origin("ferry.film") == origin


def test_former_state_whose_host_another_film_has_taken_is_refused(film):
    earlier = Revision.objects.filter(record=film.pk, line=Revision.Line.DESK).latest("pk")
    with change(None, "test"):
        Domain.objects.get(film=film).delete()
        Domain.objects.create(film=FilmFactory(), host=HOST)
    with pytest.raises(CannotRestore):
        restore_revision(earlier)
    assert Domain.objects.filter(film=film).count() == 0


def test_film_that_leaves_takes_its_host_along(client, film):
    renew()
    with change(None, "test"):
        film.delete()
    assert client.get("/en/", headers={"host": HOST}).status_code == 400
    assert Domain.objects.count() == 0
