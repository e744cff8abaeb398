"""Every address of the desk, for every role and method, against one table (rights_table.py)."""

from datetime import timedelta
from fnmatch import fnmatchcase

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from desk.erasing.register_model import Erasure
from desk.members.inviting import invite
from desk.models import ImportRun
from editorial.changes import change
from editorial.history.binning import put_in_bin
from editorial.models import (
    AuditEntry,
    Draft,
    Invitation,
    Membership,
    Publication,
    Record,
    Revision,
    ShareLink,
    TranslationMark,
)
from editorial.publishing import publish
from films.models import Film, PressItem, Trailer
from microsites.models import Block, MicrositePage
from pages.models import MissingAddress, Profile, Redirect
from people.doubles.distinct import tell_apart
from people.merging import merge_records
from people.models import Company, Department, Role
from press.models import Kit
from sources.models import Intake, Source
from tests.built import built_once
from tests.desk.start.jobs import failed_job
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    VenueFactory,
    add_trailer,
    make_image,
    make_member,
    place,
)
from tests.house.rights_table import INSIDERS, LANGUAGES, LEFT_OUT, OUTSIDERS, ROLES, TABLE, Row

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def walk(resolver, prefix="", namespace=""):
    """Yield (name without namespace, or path; whole name; path) of every address."""
    for pattern in resolver.url_patterns:
        path = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern, path, inner)
        else:
            yield pattern.name or path, f"{namespace}{pattern.name}", path


def addresses() -> dict[str, tuple[str, str]]:
    """Return (whole name, path) of all addresses of the desk that are not left out."""
    found = {key: (name, path) for key, name, path in walk(get_resolver()) if is_desk(path)}
    return {
        key: facts
        for key, facts in found.items()
        if not any(fnmatchcase(key, left_out) for left_out in LEFT_OUT)
    }


def is_desk(path: str) -> bool:
    return path.startswith("admin/")


def row_of(key: str) -> Row | None:
    if key in TABLE:
        return TABLE[key]
    return next((row for pattern, row in TABLE.items() if fits(key, pattern)), None)


def fits(key: str, pattern: str) -> bool:
    return key == pattern or ("*" in pattern and fnmatchcase(key, pattern))


def test_every_address_has_a_row():
    missing = [
        f'    "{key}": Row(reads, writes, by(...)),  # {path}'
        for key, (_name, path) in addresses().items()
        if row_of(key) is None
    ]
    assert missing == [], "say in tests/house/rights_table.py who may use these:\n" + "\n".join(
        missing
    )


def test_every_row_has_an_address():
    keys = addresses()
    assert [pattern for pattern in TABLE if not any(fits(key, pattern) for key in keys)] == []


@pytest.fixture
def world():
    return make_world()


@built_once
def make_world():
    """One of everything, as the keys of addresses name it."""
    credit = CreditFactory()
    film, person = credit.film, credit.person
    image = make_image()
    place(film, image)
    video = add_trailer(film)
    edition, page, venue = EditionFactory(), PageFactory(), VenueFactory()
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="Review", kind="review")
        company = Company.objects.create(name="Nord")
        profile = Profile.objects.create(name="Nord")
        redirect = Redirect.objects.create(old_path="/old/", new_path="/en/")
        microsite = MicrositePage.objects.create(film=film, title_en="Diary")
        block = Block.objects.create(page=microsite, kind="timeline")
        gallery = Block.objects.create(page=microsite, kind="gallery")
    for language in LANGUAGES:
        publish(film.record, language)
    binned = FilmFactory()
    binned_record = binned.record
    with change(None, "test"):
        put_in_bin(binned, None)
    invitation, token = invite("new@example.com", "viewer", [], None, None)
    link = ShareLink.objects.create(
        record=film.record, token_hash="x", expires_at=timezone.now() + timedelta(days=1)
    )
    rows = (
        film, person, image, video, edition, edition.festival, page, venue, item, company, profile,
        redirect, Trailer.objects.get(film=film), film.record.revisions.first(),
        Publication.objects.first(), AuditEntry.objects.first(),
        ImportRun.objects.create(folder="content"),
        Erasure.objects.create(uuid=person.record.uuid, erased_at=timezone.now()),
        MissingAddress.objects.create(path="/lost/", last_at=timezone.now()),
        Role.objects.first(), Department.objects.first(), film.genres.model.objects.first(),
    )  # fmt: skip
    source = Source.objects.create(title="A record", text="Year 2011")
    known = {f"{row._meta.app_label}_{row._meta.model_name}": row.pk for row in rows}
    records = [row.pk for row in rows if hasattr(row, "record_id") and row.pk == row.record_id]
    mine = Revision.objects.filter(line=Revision.Line.DESK, record__in=records)
    latest = dict(mine.order_by("pk").values_list("record", "pk"))
    return known | {
        "revisions": {name: latest[pk] for name, pk in known.items() if pk in latest},
        "token": token,
        "invitation": invitation.pk,
        "link": link.pk,
        "account": make_member("editor", "other").pk,
        "content_type": ContentType.objects.get_for_model(Film).pk,
        "film_uuid": film.record.uuid,
        "kit": Kit.objects.create(record=film.record, languages=LANGUAGES[0], format="pdf").pk,
        "binned": binned_record.pk,
        "failed_job": failed_job().pk,
        "credit_uuid": credit.uuid,
        "apart": tell_apart(PersonFactory().pk, PersonFactory().pk, None).pk,
        "merging": merge_records(person, [PersonFactory()], {}).pk,
        "still_uuid": film.placements.get().uuid,
        "block_uuid": block.uuid,
        "gallery_uuid": gallery.uuid,
        "source": source.pk,
        "intake": Intake.objects.create(source=source, record=film.record).pk,
    }


@pytest.fixture
def keys(django_user_model):
    """The session of each role."""
    yesterday = timezone.localdate() - timedelta(days=1)
    users = {
        "no member": django_user_model.objects.create_user("nobody", is_staff=True),
        "ended": make_member("owner", "ended", ends_on=yesterday),
        **{role: make_member(role, languages=[LANGUAGES[0]]) for role in INSIDERS},
    }
    found = {"stranger": ""}
    for role, user in users.items():
        client = Client()
        client.force_login(user)
        found[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return found


def state() -> tuple:
    """Return what must be as before after a request that was refused."""
    found = []
    with connection.cursor() as cursor:
        for sql in STATE:
            cursor.execute(sql)
            found.append(cursor.fetchall())
    return tuple(found)


def listing(model, *names: str) -> str:
    """Return SQL, made once: some two thousand requests ask for it."""
    return str(model.objects.order_by("pk").values_list("pk", *names).query)


STATE = (
    listing(Revision),
    listing(Publication, "withdrawn_at", "cancelled_at"),
    listing(Record, "version", "pinned", "binned_at"),
    listing(Membership, "user", "role"),
    listing(Invitation, "revoked_at", "accepted_at"),
    listing(ShareLink, "revoked_at"),
    listing(TranslationMark),
    listing(Draft),
    listing(Erasure),
)


def answer(response) -> str:
    """Return "login", "refused", "in", or what is always wrong."""
    if response.status_code == 302 and response.url.startswith(LOGIN):
        return "login"
    if response.status_code in (403, 405):
        return "refused"
    if response.status_code >= 500 or response.status_code == 404:
        return str(response.status_code)
    return "in"


def wanted(role: str, who) -> set[str]:
    if role in who:
        return {"in"}
    refused = {"refused"} if who else {"refused", "404"}
    return refused | {"login"} if role in OUTSIDERS else refused


def requests_of(key: str, name: str, path: str, row: Row, world):
    """Yield (address, reads, writes) for each language, or once."""
    world = world | {"model": model_of(key, world)}
    for language in LANGUAGES if row.by_language else ("",):
        args = row.args(world) | ({"language": language} if language else {})
        url = reverse(name, kwargs=args) if not name.endswith("None") else unnamed(path, args)
        reads, writes = row.reads, row.writes
        if language and language != LANGUAGES[0]:
            writes -= {"translator"}
            reads = reads if row.reads_others else reads - {"translator"}
        yield url + row.query, reads, writes


def model_of(key: str, world) -> str:
    """Return the model with whose name the name of the address begins, or ''."""
    return max((name for name in world if key.startswith(f"{name}_")), key=len, default="")


def unnamed(path: str, args) -> str:
    for name, value in args.items():
        path = path.replace(f"<path:{name}>", str(value))
    return "/" + path.replace("(?P<url>.*)$", "nothing")


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_what_the_table_says(world, keys, desk_server, role):
    wrong, before = [], state()
    for key, (name, path) in addresses().items():
        row = row_of(key)
        if row is None:
            continue  # test_every_address_has_a_row names it
        for url, reads, writes in requests_of(key, name, path, row, world):
            for method, who in (("GET", reads), ("POST", writes)):
                got, is_same = ask(desk_server, method, url, row.data(world), keys[role], before)
                if got not in wanted(role, who):
                    wrong.append(f"{method} {key} {url}: {got}")
                if (role not in who or method == "GET") and not is_same:
                    wrong.append(f"{method} {key} {url} wrote something")
    assert wrong == [], "\n" + "\n".join(wrong)


@pytest.fixture
def desk_server():
    """The site without the test client, which copies the contexts of all templates."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def ask(server, method: str, url: str, data, key: str, before) -> tuple[str, bool]:
    """Return the answer, and whether everything is as it was; the world is put back."""
    asked = getattr(RequestFactory(), method.lower())
    request = asked(url, data) if method in ("GET", "POST") else asked(url)
    if key:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = key
    request._dont_enforce_csrf_checks = True
    point = transaction.savepoint()
    try:
        got = answer(server.get_response(request))
        is_same = got == "login" or state() == before
    finally:
        transaction.savepoint_rollback(point)
    return got, is_same


OTHERS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


@pytest.mark.parametrize("role", ROLES)
def test_other_methods_are_refused(world, keys, desk_server, role):
    wrong = []
    for key, (name, path) in addresses().items():
        for url, _reads, _writes in requests_of(key, name, path, row_of(key), world):
            for method in OTHERS:
                request = RequestFactory().generic(method, url)
                request.COOKIES[settings.SESSION_COOKIE_NAME] = keys[role]
                request._dont_enforce_csrf_checks = True
                response = desk_server.get_response(request)
                if response.status_code != 405 or response.cookies:
                    wrong.append(f"{method} {url}: {response.status_code}")
    assert wrong == []


@pytest.mark.parametrize("role", ["stranger", "viewer"])
def test_head_is_get_without_a_body(world, keys, desk_server, role):
    wrong, before = [], state()
    for key, (name, path) in addresses().items():
        row = row_of(key)
        for url, reads, _writes in requests_of(key, name, path, row, world):
            got, is_same = ask(desk_server, "HEAD", url, {}, keys[role], before)
            if got not in wanted(role, reads) or not is_same:
                wrong.append(f"HEAD {key} {url}: {got}")
    assert wrong == []
