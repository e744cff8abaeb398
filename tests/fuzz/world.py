"""The site at whose doors the cases knock: the world of the bad-input runner, and some more."""

import logging
import shutil
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.bad_input.world import EDITOR, furnish, open_world

FILM = "night-ferry"
Known = dict[str, list[str]]
# Always the same, so that a case of another day still opens what it opened.
SESSION = "fuzz" * 8
PREVIEW, PRESS, INVITATION = (f"{word}-" + "x" * 32 for word in ("preview", "press", "invitation"))
_secrets: list[str] = []


def open_fuzz_world() -> None:
    """Point Django at a site of its own with a live film, a page, a person and a festival."""
    open_world()
    # A thousand refusals need no lines.
    logging.disable(logging.CRITICAL)
    furnish()
    from assets.models import Access
    from editorial.publishing import publish
    from films.models import Film
    from tests import factories

    film = Film.objects.get(record__key=FILM)
    factories.CreditFactory(film=film)
    factories.SelectionFactory(film=film)
    factories.place(film, factories.make_image())
    hidden = factories.make_image(
        colour=(9, 99, 9), access=Access.LINK, caption_en="secret caption"
    )
    factories.place(film, hidden)
    page = factories.PageFactory()
    for code in ("en", "de"):
        publish(film.record, code)
        publish(page.record, code)
    make_secrets()


def make_secrets() -> None:
    """Make what opens something for whoever has its address."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from desk.members.inviting import invite
    from editorial.models import MemberRole, ShareLink
    from editorial.passes import make_pass
    from editorial.sharing import make_link
    from editorial.tokens import hash_token
    from films.models import Film
    from tests import factories

    editor = get_user_model().objects.get(username=EDITOR)
    until = timezone.now() + timedelta(days=9)
    film = Film.objects.get(record__key=FILM)
    draft = factories.FilmFactory(title_en="secret caption")
    link, _token = make_link(draft.record, editor, until)
    press, _token = make_link(film.record, editor, until, scope=ShareLink.Scope.PRESS)
    invited, _token = invite("new@example.com", MemberRole.EDITOR, [], None, editor)
    for row, token in ((link, PREVIEW), (press, PRESS), (invited, INVITATION)):
        row.token_hash = hash_token(token)
        row.save()
    _secrets[:] = [f"/preview/{PREVIEW}/", f"/press/{PRESS}/",
                   f"/media/styles/x?pass={make_pass(press, 'x')}"]  # fmt: skip
    log_in()


def log_in() -> None:
    """Let the editor have a session with a key that is known."""
    from importlib import import_module

    from django.conf import settings

    from tests.bad_input.doors import editor

    store = import_module(settings.SESSION_ENGINE).SessionStore(SESSION)
    store.update(dict(editor().session))
    store.save(must_create=True)


@cache
def known() -> Known:
    """Return good values for the places of addresses, by name or kind; all of this world."""
    from django.apps import apps

    from assets.models import Image, MediaFile
    from assets.video.prepared import video_of
    from editorial.models import Record, Revision

    image = Image.objects.first()
    uuids = [str(uuid) for uuid in Record.objects.values_list("uuid", flat=True)[:20]]
    numbers = [str(number) for number in range(1, 9)]
    models = [model._meta for model in apps.get_models()]
    return {
        "language": ["en", "de"], "slug": [FILM, "page-0", "nord"], "uuid": uuids, "int": numbers,
        "pk": numbers, "object_id": numbers, "film": numbers, "record": numbers, "path": ["",
        "films/"],
        "kind": ["film", "page", "svg", "png", "pdf", "de"], "drawing": ["svg", "png"],
        "revision": [str(pk) for pk in Revision.objects.values_list("pk", flat=True)[:9]],
        "app_label": [one.app_label for one in models], "url": ["films/film/1/"],
        "video": [video_of(MediaFile.objects.get(kind="video")).url],
        "picture": [f"/media/renditions/{image.sha256[:2]}/{image.sha256}/640.jpg"],
        "session": [SESSION],
        "secret": [*_secrets], "invitation": [f"/admin/invitation/{INVITATION}/"],
    }  # fmt: skip


def own_database() -> None:
    """Give this process a copy of the database; what it breaks is broken for itself alone."""
    from django.db import connection

    connection.close()
    name = connection.settings_dict["NAME"]
    if "memory" in str(name):
        return
    own = Path(mkdtemp(prefix="own-", dir=Path(name).parent)) / "db.sqlite3"
    for ending in ("", "-wal"):
        if Path(f"{name}{ending}").exists():
            shutil.copy(f"{name}{ending}", f"{own}{ending}")
    connection.settings_dict["NAME"] = str(own)
