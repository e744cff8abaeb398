"""Every public address, for every role, method and state of what it shows (public_table.py)."""

from datetime import timedelta

import pytest
from django.core.handlers.base import BaseHandler
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.utils import timezone

from assets.enlarging import large_url
from assets.models import Image
from editorial.changes import change
from editorial.history.binning import put_in_bin
from editorial.models import ShareLink
from editorial.publishing import publish, withdraw
from editorial.sharing import make_link, revoke_link
from films.models import CompanyCredit
from microsites.models import Domain, MicrositePage
from people.models import Company
from press.stills import stills_name
from tests.built import built_once
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    PageFactory,
    SelectionFactory,
    make_image,
    place,
)
from tests.house.public_table import PUBLIC, Row
from tests.house.rights_table import INSIDERS, ROLES
from tests.house.test_rights_matrix import is_desk, keys, walk  # noqa: F401 (a fixture)
from tests.microsites.archive.old_site import give_site

pytestmark = pytest.mark.django_db
SECRET = "Geheimplan"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
HOST = "night-ferry.film"


# --- the world --------------------------------------------------------------------------------


def draft(film):
    """Never published."""


def scheduled(film):
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))


def withdrawn(film):
    publish(film.record, "en")
    withdraw(film.record, "en")


def binned(film):
    publish(film.record, "en")
    put_in_bin(film)


STATES = {state.__name__: state for state in (draft, scheduled, withdrawn, binned)}


def make_film(key: str, words: str):
    """Return a film of which every public address has something to show."""
    film = FilmFactory(
        key=key, slug_en=key, slug_de=key, title_en=words, title_de=words,
        synopsis_short_en=f"{words} in prose.", internal_notes=SECRET,
    )  # fmt: skip
    selection = SelectionFactory(film=film, edition=EditionFactory(festival__name_en=words))
    CreditFactory(film=film, person__name=words)
    with change(None, "test"):
        MicrositePage.objects.create(film=film, position=0, title_en=words)
        MicrositePage.objects.create(film=film, position=1, title_en=words, slug_en="diary")
    give_site(film)
    return film, selection


def picture(film, number: int, access: str) -> Image:
    image = make_image(
        width=400, height=225, colour=(number, 7, 200), access=access, photographer="Nora Brandt"
    )
    place(film, image)
    return image


@built_once
def make_world():
    live, selection = make_film("ferry", "The Night Ferry")
    pictures = {
        access: picture(live, number, access) for number, access in enumerate(Image.Access.values)
    }
    with change(None, "test"):
        company = Company.objects.create(name="Nord")
        CompanyCredit.objects.create(film=live, company=company, function="production")
    publish(live.record, "en")
    hosted, _selection = make_film("lighthouse", "The Lighthouse")
    with change(None, "test"):
        Domain.objects.create(film=hosted, host=HOST)
    publish(hosted.record, "en")
    with change(None, "test"):  # what is typed at the desk since then is not public
        live.title_en = f"{SECRET} on the desk"
        live.save()
    release = PageFactory(key="premiere", title_en="Premiere", is_press_release=True, menu="")
    publish(release.record, "en")
    hidden = {}
    for name, act in STATES.items():
        film, theirs = make_film(f"hidden-{name}", f"{SECRET} {name}")
        image = picture(film, len(hidden) + 20, "public")
        page = PageFactory(
            key=f"{name}-page",
            title_en=SECRET,
            body_en=SECRET,
            is_press_release=name == "scheduled",
        )
        with change(None, "test"):
            Domain.objects.create(film=film, host=f"{name}.film")
        hidden[name] = {
            "slug": f"hidden-{name}", "laurel": theirs.uuid, "page": f"{name}-page",
            "stills": stills_name(film.key), "picture": image.picture.fallback.url,
            "record": film.record.pk, "host": f"{name}.film",
        }  # fmt: skip
        for row in (film, page):
            act(row)
    credit = live.credits.get()
    return {
        "slug": "ferry",
        "person": credit.person.key,
        "company": company.key,
        "festival": selection.edition.festival.key,
        "laurel": selection.uuid,
        "stills": stills_name("ferry"),
        "record": live.record.pk,
        "pictures": {name: image.pk for name, image in pictures.items()},
        "hidden": hidden,
    }


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def ask(keys, settings):  # noqa: F811
    """Ask the site itself, as a role; the test client would copy the contexts of all templates."""
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.SITE_HOST = "testserver"
    handler = BaseHandler()
    handler.load_middleware()

    def send(role: str, method: str, url: str, host: str = "testserver"):
        request = RequestFactory().generic(method, url, headers={"host": host})
        if keys[role]:
            request.COOKIES[settings.SESSION_COOKIE_NAME] = keys[role]
        request._dont_enforce_csrf_checks = True
        return handler.get_response(request)

    return send


def body_of(response) -> str:
    data = b"".join(response.streaming_content) if response.streaming else response.content
    response.close()  # what is packed while it is sent keeps a place until then
    return data.decode("utf-8", "replace")


def leaks(response) -> list[str]:
    """Return what no answer may have: a cookie, or a word of what is not live."""
    text = body_of(response).replace(f"q={SECRET}", "").replace(f'value="{SECRET}"', "")
    found = ["a cookie"] if response.cookies else []
    return found + (["a draft"] if SECRET in text else [])


def address_of(name: str, row: Row, world) -> str:
    return reverse(name, kwargs=row.args(world)) + row.query


# --- the table --------------------------------------------------------------------------------


def test_every_public_address_has_a_row():
    names = {key for key, _name, path in walk(get_resolver()) if not is_desk(path)}
    assert names == set(PUBLIC)


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_what_is_live(world, ask, role):
    wrong = []
    for name, row in PUBLIC.items():
        url = address_of(name, row, world)
        for method in METHODS:
            response = ask(role, method, url)
            known = method in row.methods
            wanted = {row.status} if method in ("GET", "HEAD") else {204} if known else {403, 405}
            if response.status_code not in wanted:
                wrong.append(f"{method} {name} {url}: {response.status_code}")
            # What somebody searched for is repeated to him or her.
            if name != "search":
                wrong += [f"{method} {name} {url} has {leak}" for leak in leaks(response)]
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", STATES)
def test_role_does_not_get_what_is_not_live(world, ask, role, state):
    wrong, hidden = [], world["hidden"][state]
    rows = {name: row for name, row in PUBLIC.items() if row.by_state}
    urls = [address_of(name, row, hidden) for name, row in rows.items()]
    urls += [f"/de/{hidden['slug']}/", f"/en/{hidden['page']}/"]
    for url in urls:
        for method in ("GET", "HEAD"):
            response = ask(role, method, url)
            if response.status_code != 404:
                wrong.append(f"{method} {url}: {response.status_code}")
            wrong += [f"{method} {url} has {leak}" for leak in leaks(response)]
    assert wrong == []


# --- files ------------------------------------------------------------------------------------

# Who may have a picture of a live film that is not in a publication for all.
READERS = {
    "public": frozenset(ROLES),
    "press": frozenset(ROLES),
    "link": frozenset(INSIDERS),
    "internal": frozenset(INSIDERS),
}
LARGE_READERS = {**READERS, "public": frozenset(INSIDERS)}


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_the_pictures_it_may_have(world, ask, role):
    wrong = []
    for access, pk in world["pictures"].items():
        image = Image.objects.get(pk=pk)
        for url, readers in (
            (image.picture.fallback.url, READERS[access]),
            (large_url(image), LARGE_READERS[access]),
        ):
            for method in METHODS:
                response = ask(role, method, url)
                wanted = 200 if role in readers else 404
                if response.status_code != (wanted if method in ("GET", "HEAD") else 405):
                    wrong.append(f"{method} {access} {url}: {response.status_code}")
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_no_picture_of_what_is_not_live(world, ask, role):
    wanted = 200 if role in INSIDERS else 404
    got = {
        state: ask(role, "GET", hidden["picture"]).status_code
        for state, hidden in world["hidden"].items()
    }
    # What lies in the bin keeps its pictures, which are records of their own.
    assert got == dict.fromkeys(STATES, wanted)


# --- links for outsiders ----------------------------------------------------------------------


def links_of(record_id: int) -> dict[str, tuple[ShareLink, str]]:
    from editorial.models import Record

    record, until = Record.objects.get(pk=record_id), timezone.now() + timedelta(days=1)
    scopes = {"shared_preview": ShareLink.Scope.PREVIEW, "shared_press": ShareLink.Scope.PRESS}
    return {name: make_link(record, None, until, scope=scope) for name, scope in scopes.items()}


@pytest.mark.parametrize("role", ROLES)
def test_link_opens_one_thing_for_anybody_until_it_ends(world, ask, role):
    links = links_of(world["hidden"]["draft"]["record"])
    other = {"shared_preview": "shared_press", "shared_press": "shared_preview"}
    for name, (link, token) in links.items():
        url, wrong_door = reverse(name, args=[token]), reverse(other[name], args=[token])
        got = {method: ask(role, method, url).status_code for method in METHODS}
        assert got == {method: 200 if method in ("GET", "HEAD") else 405 for method in METHODS}
        assert SECRET in body_of(ask(role, "GET", url))
        assert ask(role, "GET", url).cookies == {}
        refused = ask(role, "GET", wrong_door)
        assert (refused.status_code, leaks(refused)) == (404, [])
        revoke_link(link)
        gone = ask(role, "GET", url)
        assert (gone.status_code, leaks(gone)) == (410, [])


# --- hosts of films ---------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_host_of_a_film_has_no_desk_and_nothing_of_others(world, ask, role):
    hidden = world["hidden"]["draft"]["slug"]
    wanted = {"/": 302, "/en/": 200, "/en/diary/": 200, "/sitemap.xml": 200,
              "/robots.txt": 200, "/healthz": 200, "/admin/": 404, "/en/films/": 404,
              f"/en/{hidden}/": 404}  # fmt: skip
    answers = {path: ask(role, "GET", path, HOST) for path in wanted}
    assert {path: answer.status_code for path, answer in answers.items()} == wanted
    assert [leak for answer in answers.values() for leak in leaks(answer)] == []
    others = {method: ask(role, method, "/en/", HOST).status_code for method in METHODS[2:]}
    assert set(others.values()) == {405}


@pytest.mark.parametrize("state", STATES)
def test_host_of_a_film_that_is_not_live_is_unknown(world, ask, state):
    answer = ask("owner", "GET", "/en/", world["hidden"][state]["host"])
    assert (answer.status_code, leaks(answer)) == (400, [])


# --- static files -----------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["stranger", "owner"])
def test_static_files_are_files_and_nothing_above_them(ask, role):
    wanted = {"/static/css/site.css": 200, "/static/": 404, "/static/../manage.py": 404,
              "/static/%2e%2e/manage.py": 404, "/static/none.css": 404}  # fmt: skip
    got = {path: ask(role, "GET", path).status_code for path in wanted}
    assert got == wanted
    others = {ask(role, method, "/static/css/site.css").status_code for method in METHODS[2:]}
    assert others <= {404, 405}
