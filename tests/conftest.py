"""What every test may rely on: content is only written through the door, media go to a folder."""

import gc
import re
import time
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from allauth.account.internal.userkit import user_id_to_str
from django.conf import settings as configured
from django.core.cache import cache
from django.db import connection
from django.test import Client

from editorial.changes import current_change
from editorial.kinds import all_kinds
from editorial.memory import forget
from tests import second_run

pytest_plugins = [
    "tests.migrated",
    "tests.collected",
    "tests.object_store",
    "tests.postgres",
    "tests.redis_server",
]
# What takes longest for each test comes first, so that all workers end together.
FIRST = ("browser/", "bad_input/", "editorial/guard/", "house/", "desk/backup/", "desk/exchange/")
WRITE = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)


def pytest_configure():
    if second_run.is_on():
        second_run.keep_workers_apart()
    # A busy machine is no reason to fail.
    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=slow)
    hypothesis.settings.load_profile("patient")


def pytest_collection_finish():
    """Leave what was imported out of every later search for garbage: 15 % of a run went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(config, items):
    here = Path(__file__).parent
    if second_run.is_on():
        left_out = [item for item in items if not second_run.is_asked_twice(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = filter(second_run.is_asked_twice, items)
    items.sort(key=lambda item: not item.path.relative_to(here).as_posix().startswith(FIRST))


def content_tables() -> set[str]:
    return {part.model._meta.db_table for kind in all_kinds() for part in kind.parts}


class WroteOutside(AssertionError):
    """SQL wrote a content table while no change() was open."""


@pytest.fixture(autouse=True)
def one_door(request):
    """Fail on content writes outside `change()`, whatever way they took."""
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        yield
        return
    request.getfixturevalue("db")
    tables = content_tables()

    def guard(execute, sql, params, many, context):
        match = WRITE.match(sql)
        if match and match.group(2) in tables and current_change() is None:
            raise WroteOutside(sql[:200])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(guard):
        yield


force_login = Client.force_login


def log_in_now(client, user, backend=None):
    force_login(client, user, backend)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session["account_authentication_methods_user"] = user_id_to_str(user)
    session.save()
    # Its use is noted already, as after any page.
    cache.add(f"desk.session.{session.session_key}", True)


def storage_of(folder: Path) -> dict[str, object]:
    """Return the storage of one test, which nobody has used."""
    default = configured.STORAGES["default"]
    if not second_run.is_on():
        return default
    return second_run.place_in_store(default["OPTIONS"]["secret_url"], folder.name)


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory):
    """Makes an empty folder; pytest's own for one test looks through those of all tests before."""
    base = tmp_path_factory.mktemp("folders")
    numbers = count()

    def make() -> Path:
        folder = base / f"{base.parent.name}-{next(numbers)}"
        folder.mkdir()
        return folder

    return make


@pytest.fixture(autouse=True)
def fresh(settings, new_folder):
    """A media folder, immediate tasks, plain static files, nothing remembered."""
    folder = new_folder()
    settings.MEDIA_ROOT = str(folder / "media")
    settings.BACKUP_ROOT = str(folder / "backups")
    settings.STATIC_ROOT = str(settings.BASE_DIR / "static")
    # Looks for a file when it is asked for, instead of listing all files for each client.
    settings.WHITENOISE_AUTOREFRESH = True
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
            "QUEUES": ["default", "media", "kits"],
        }
    }
    settings.STORAGES = {
        "default": storage_of(folder),
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # A password is enough here, but for the tests of second factors.
    settings.REQUIRE_SECOND_FACTOR = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    forget()
    yield
    forget()


@pytest.fixture(autouse=True)
def just_logged_in(monkeypatch):
    """`force_login` leaves what a login leaves: when it was. Nobody is asked again at once."""
    monkeypatch.setattr(Client, "force_login", log_in_now)


@pytest.fixture
def editor(db, django_user_model):
    return django_user_model.objects.create_superuser("editor", "editor@example.com", "test-pass-1")


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is logged in."""
    client.force_login(editor)
    return client
