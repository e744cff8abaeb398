"""Each door that the audit log is for writes exactly what stands here, and every such door is here.

Whoever adds a command, or an address whose name says that it exports, links, deletes or gives
rights, will hear of it.
"""

# ruff: noqa: E501 (one line for each door)
import re
from contextlib import suppress
from datetime import timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.core.management import call_command, get_commands
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desk.cockpit.xliff_views import pack
from desk.members.inviting import invite
from desk.models import ImportRun
from editorial.audit.deeds import Deed
from editorial.audit.origin import Origin, coming_from
from editorial.changes import change
from editorial.history.binning import put_in_bin
from editorial.models import AuditEntry, ShareLink
from editorial.publishing import cancel, move_schedule, publish, withdraw
from editorial.publishing.many import publish_many
from editorial.sharing import make_link
from pages.models import Profile
from people.merging import merge_records
from people.merging.undoing.acting import unmerge
from people.models import Merging
from press.models import Kit
from tests.desk.accounts.conftest import code_of
from tests.factories import CreditFactory, FilmFactory, PersonFactory, VenueFactory, make_member
from tests.house.test_rights_matrix import addresses

pytestmark = pytest.mark.django_db
PASSWORD = "lantern-slide-7"
NEW_PASSWORD = "magic-lantern-8"
RECORD = "Salt\nDirector: Jo Thamm\nYear: 2011\n"


@pytest.fixture
def w(client, django_user_model, tmp_path, settings):
    """A film in one language, its person, an owner at the desk, another member."""
    cache.clear()
    settings.BACKUP_ROOT = str(tmp_path / "backups")
    owner = django_user_model.objects.create_superuser("vera", "vera@example.org", PASSWORD)
    other = make_member("editor", "other")
    client.post("/admin/login/", {"username": "vera", "password": PASSWORD})
    credit = CreditFactory(film__key="ferry")
    return SimpleNamespace(
        client=client, owner=owner, other=other, film=credit.film, record=credit.film.record,
        person=credit.person, folder=tmp_path, settings=settings,
    )  # fmt: skip


def post(w, address: str, /, *args, **data):
    return w.client.post(reverse(address, args=args), data)


def fail(w, times: int = 1) -> None:
    for _number in range(times):
        Client().post("/admin/login/", {"username": "other", "password": "wrong"})


def later() -> dict:
    return {"at": timezone.now() + timedelta(days=1)}


def new_link(w, scope: str) -> ShareLink:
    return make_link(w.record, None, timezone.now() + timedelta(days=1), scope=scope)[0]


def add_app(w) -> None:
    page = w.client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'<code class="account-secret">(\w+)</code>', page)
    post(w, "mfa_activate_totp", code=code_of(secret[1]))


def reset_password(w) -> None:
    key = default_token_generator.make_token(w.other)
    url = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(w.other), key])
    stranger = Client()
    page = stranger.get(url, follow=True)
    stranger.post(
        page.redirect_chain[-1][0], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    )


def end_sessions(w) -> None:
    Client().post("/admin/login/", {"username": "vera", "password": PASSWORD})
    assert UserSession.objects.filter(user=w.owner).count() == 2
    post(w, "usersessions_list")


def accept(w) -> None:
    _invitation, token = invite("new@example.org", "viewer", [], None, w.owner)
    url = reverse("desk_accept_invitation", args=[token])
    Client().post(url, {"username": "newcomer", "name": "N", "password": PASSWORD})


def run(command: str, *args, **options) -> None:
    with suppress(SystemExit):  # something is left to look at
        call_command(command, *args, stdout=StringIO(), stderr=StringIO(), **options)


def import_folder(w) -> None:
    place = w.folder / "content" / "films" / "harbour"
    place.mkdir(parents=True)
    (place / "index_en.md").write_text("---\ntitle: Harbour\ncategory: feature\n---\nNight.\n")
    run("import_content", w.folder / "content", verbosity=0)


def import_record(w) -> None:
    (w.folder / "salt.txt").write_text(RECORD)
    run("import_record", str(w.folder / "salt.txt"), film="ferry")


def try_in_vain(w) -> None:
    client = Client()
    client.force_login(w.other)
    assert client.get(reverse("admin:desk_audit_export")).status_code == 403


def binned(w):
    return put_in_bin(FilmFactory()).pk


def merged(w) -> Merging:
    return merge_records(w.person, [PersonFactory()], {}, w.owner)


def kit(w) -> Kit:
    return Kit.objects.create(record=w.record, languages="en", format="pdf")


def save_profile(w) -> None:
    with change(w.owner, "test"):
        Profile.objects.create(name="Nord")


def remove_app(w) -> None:
    TOTP.activate(w.owner, generate_totp_secret())
    post(w, "mfa_deactivate_totp")


def make_codes(w) -> None:
    TOTP.activate(w.owner, generate_totp_secret())
    post(w, "mfa_generate_recovery_codes")


def get(w, name: str, *args, query: str = "") -> None:
    response = w.client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) if response.streaming else response.content


ERASE = {"mode": "erase", "_erase": "1"}
MEMBER = {
    "name": "Other",
    "email": "o@example.org",
    "role": "owner",
    "languages": [],
    "ends_on": "",
}
INVITATION = {"email": "new@example.org", "role": "viewer", "languages": [], "ends_on": "",
              "mail_language": "en"}  # fmt: skip
LINK = {"lasts": "7", "state": "newest", "label": "for Ada"}
TABLE = "?table=credits&films=all&language=en&format=csv"
D = Deed
# What is done, and what the log says of it: of all that was done, in order.
DOORS = [
    # logins
    ("log in", lambda w: Client().post("/admin/login/", {"username": "other", "password": "test-pass-1"}), [D.LOGGED_IN]),
    ("wrong password", fail, [D.LOGIN_FAILED]),
    ("too many tries", lambda w: fail(w, 5), [D.LOGIN_FAILED] * 3 + [D.LOGIN_DELAYED]),
    ("log out", lambda w: w.client.post("/admin/logout/"), [D.LOGGED_OUT]),
    ("log out by looking", lambda w: w.client.get("/admin/logout/"), []),
    ("end other sessions", end_sessions, [D.LOGGED_IN, D.SESSIONS_ENDED]),
    ("change the password", lambda w: post(w, "account_change_password", oldpassword=PASSWORD, password1=NEW_PASSWORD, password2=NEW_PASSWORD), [D.PASSWORD_CHANGED]),
    ("reset the password", reset_password, [D.PASSWORD_RESET]),
    ("add an app", add_app, [D.FACTOR_ADDED, D.CODES_MADE]),
    ("remove the app", remove_app, [D.FACTOR_ADDED, D.FACTOR_REMOVED]),
    ("make codes anew", make_codes, [D.FACTOR_ADDED, D.CODES_MADE]),
    # members
    ("invite", lambda w: post(w, "admin:editorial_membership_add", **INVITATION), [D.INVITED]),
    ("renew", lambda w: post(w, "admin:desk_renew_invitation", invite("n@example.org", "viewer", [], None, None)[0].pk), [D.INVITED] * 2),
    ("take an invitation back", lambda w: post(w, "admin:desk_revoke_invitation", invite("n@example.org", "viewer", [], None, None)[0].pk), [D.INVITED, D.INVITATION_REVOKED]),
    ("accept", accept, [D.INVITED, D.INVITATION_ACCEPTED]),
    ("change a member", lambda w: post(w, "admin:editorial_membership_change", w.other.pk, **MEMBER), [D.MEMBER_CHANGED]),
    ("remove a member", lambda w: post(w, "admin:desk_remove_member", w.other.pk), [D.MEMBER_REMOVED]),
    ("make a password link", lambda w: post(w, "admin:desk_password_link", w.other.pk), [D.PASSWORD_LINK]),
    ("take factors", lambda w: post(w, "admin:desk_take_factors", w.other.pk), [D.FACTORS_TAKEN]),
    ("reset_factors", lambda w: run("reset_factors", "other"), [D.FACTORS_TAKEN]),
    # links
    ("make a preview link", lambda w: post(w, "preview_links", w.record.uuid, **LINK), [D.PREVIEW_LINK_MADE]),
    ("make a press link", lambda w: post(w, "press_links", w.film.pk, **LINK), [D.PRESS_LINK_MADE]),
    ("end a preview link", lambda w: post(w, "preview_link_revoke", new_link(w, "preview").pk), [D.PREVIEW_LINK_MADE, D.PREVIEW_LINK_ENDED]),
    ("end a press link", lambda w: post(w, "preview_link_revoke", new_link(w, "press").pk), [D.PRESS_LINK_MADE, D.PRESS_LINK_ENDED]),
    # publication
    ("publish", lambda w: publish(w.record, "en", w.owner), [D.PUBLISHED]),
    ("publish many", lambda w: publish_many([(w.record, "en"), (w.record, "de")], w.owner), [D.PUBLISHED] * 2),
    ("schedule", lambda w: publish(w.record, "en", w.owner, **later()), [D.SCHEDULED]),
    ("move a schedule", lambda w: (publish(w.record, "en", w.owner, **later()), move_schedule(w.record, "en", user=w.owner, **later())), [D.SCHEDULED, D.SCHEDULE_MOVED]),
    ("cancel a schedule", lambda w: (publish(w.record, "en", w.owner, **later()), cancel(w.record, "en", w.owner)), [D.SCHEDULED, D.SCHEDULE_CANCELLED]),
    ("withdraw", lambda w: (publish(w.record, "en", w.owner), withdraw(w.record, "en", w.owner)), [D.PUBLISHED, D.WITHDRAWN]),
    ("withdraw what is not live", lambda w: withdraw(w.record, "en", w.owner), []),
    # deletion
    ("put into the bin", lambda w: post(w, "admin:films_film_delete", w.film.pk, post="yes"), [D.BINNED]),
    ("take out of the bin", lambda w: post(w, "desk_bin_restore", binned(w)), [D.BINNED, D.UNBINNED]),
    ("delete for good", lambda w: post(w, "desk_bin_purge", binned(w)), [D.BINNED, D.PURGED]),
    ("delete a venue", lambda w: post(w, "admin:festivals_venue_delete", VenueFactory().pk, post="yes"), [D.DELETED]),
    ("delete venues", lambda w: post(w, "admin:festivals_venue_changelist", action="delete_selected", _selected_action=[VenueFactory().pk, VenueFactory().pk], post="yes"), [D.DELETED] * 2),
    ("erase a person", lambda w: post(w, "admin:desk_erase_person", w.person.pk, confirmation=w.person.name, **ERASE), [D.ERASED]),
    ("look what erasing would do", lambda w: w.client.get(reverse("admin:desk_erase_person", args=[w.person.pk])), []),
    ("erase_person", lambda w: run("erase_person", w.person.key), [D.ERASED]),
    ("erase_person --redact-name", lambda w: run("erase_person", redact_name="Ada Lindqvist"), [D.REDACTED]),
    # merges and imports
    ("merge", merged, [D.MERGED]),
    ("take apart", lambda w: unmerge(merged(w), w.owner), [D.MERGED, D.UNMERGED]),
    ("import_content", import_folder, [D.IMPORTED]),
    ("undo_import", lambda w: (import_folder(w), run("undo_import")), [D.IMPORTED, D.BINNED, D.IMPORT_UNDONE]),
    ("undo at the desk", lambda w: (import_folder(w), post(w, "admin:desk_undo_import", ImportRun.objects.get().pk)), [D.IMPORTED, D.BINNED, D.IMPORT_UNDONE]),
    ("import_record", import_record, [D.IMPORTED]),
    ("import redirects", lambda w: post(w, "admin:pages_redirect_import", text="/old/,/en/\n", apply="1"), [D.IMPORTED]),
    ("import translations", lambda w: post(w, "translations_import", plan=pack([], w.owner)), [D.IMPORTED]),
    # exports
    ("table", lambda w: get(w, "data_out_table", query=TABLE), [D.EXPORTED]),
    ("headers of a table", lambda w: w.client.head(reverse("data_out_table") + TABLE), []),
    ("site", lambda w: get(w, "data_out_site"), [D.EXPORTED]),
    ("redirects", lambda w: get(w, "admin:pages_redirect_export"), [D.EXPORTED]),
    ("translations", lambda w: get(w, "translations_export", query="?language=de"), [D.EXPORTED]),
    ("audit log", lambda w: get(w, "admin:desk_audit_export"), [D.EXPORTED]),
    ("data sheet", lambda w: get(w, "press_data_sheet_file", w.film.pk, "en", "csv"), [D.EXPORTED]),
    ("kit that is not there", lambda w: w.client.get(reverse("press_kit_download", args=[w.film.pk, kit(w).pk])), []),
    ("press_kit", lambda w: run("press_kit", "ferry", language="en", format="sheet", output=w.folder, draft=True), [D.KIT_TAKEN]),
    ("dump_site", lambda w: run("dump_site", w.folder / "site.json"), [D.EXPORTED]),
    ("export_content", lambda w: run("export_content", w.folder / "out"), [D.EXPORTED]),
    ("person_data", lambda w: run("person_data", w.person.key), [D.DISCLOSED]),
    # refusals: once a minute for an address
    ("without the right", lambda w: (try_in_vain(w), try_in_vain(w)), [D.REFUSED]),
    # settings
    ("company profile", save_profile, [D.SETTINGS_CHANGED]),
]  # fmt: skip
# These have tests of their own, with processes: a file for the database, a site that is stopped.
ELSEWHERE = {D.BACKED_UP, D.RESTORED}


@pytest.mark.parametrize(("act", "deeds"), [door[1:] for door in DOORS], ids=[d[0] for d in DOORS])
def test_door_writes_what_the_list_says(w, act, deeds):
    known = AuditEntry.objects.order_by("pk").last().pk
    act(w)
    written = AuditEntry.objects.filter(pk__gt=known).order_by("pk")
    assert [entry.deed for entry in written] == deeds


def test_every_deed_has_a_door():
    done = {deed for _name, _act, deeds in DOORS for deed in deeds}
    assert set(Deed) - done - ELSEWHERE == set()


# --- what could be a door ---------------------------------------------------------------------

COMMANDS = {
    "backup", "dump_site", "erase_person", "export_content", "export_site", "import_content",
    "import_record", "person_data", "press_kit", "reset_factors", "restore", "undo_import",
}  # fmt: skip
QUIET_COMMANDS = {
    "doctor": "looks and tells",
    "prepare": "makes an empty site",
    "tidy": "each thing it deletes for good is noted where that happens",
    "upgrade": "migrates; what it puts back if that fails is the state before",
    "work": "does what others asked for",
}


def test_every_command_is_noted_or_has_a_reason():
    ours = {
        name for name, app in get_commands().items() if app in ("desk", "press", "demo", "assets")
    }
    assert ours - COMMANDS == set(QUIET_COMMANDS) & ours


TELLING = re.compile(
    r"export|download|_file$|data_out_|purge|revoke|invit|undo|unmerge|_merge|publish$|withdraw$"
    r"|scheduled$|bin_restore|_import$|links$|remove_member|membership_(add|change)$|factors|"
    r"password_link|_delete$|erase"
)
NOTED = {
    "data_out_table", "data_out_site", "desk_audit_export", "pages_redirect_export",
    "pages_redirect_import", "translations_export", "translations_import", "press_kit_download",
    "press_data_sheet_file", "desk_bin_purge", "desk_bin_restore", "desk_undo_import",
    "desk_erase_person", "desk_accept_invitation", "desk_renew_invitation",
    "desk_revoke_invitation", "desk_remove_member", "desk_take_factors", "desk_password_link",
    "editorial_membership_add", "editorial_membership_change", "preview_links", "press_links",
    "preview_link_revoke", "intake_undo", "people_person_merge", "people_company_merge",
    "people_unmerge", "films_film_publish", "films_film_scheduled", "films_film_withdraw",
    "pages_page_publish", "pages_page_scheduled", "pages_page_withdraw",
}  # fmt: skip
QUIET = {
    "preview_all_links": "a list",
    "films_film_still_file": "a picture takes another's place; the record's history has it",
    "microsite_desk_undo": "a step at the desk; the record's history has it",
    "films_film_credits_undo": "a step at the desk; the record's history has it",
    "films_film_stills_undo": "a step at the desk; the record's history has it",
    "microsite_desk_archive_undo": "a step at the desk; the record's history has it",
    "microsite_desk_archive_delete": "the desk forgets the old site; the record's history has it",
    "source_delete": "a text, not a record; what was taken from it stays",
}


def test_every_telling_address_is_noted_or_has_a_reason():
    deleted = {f"{name}_delete" for name in ROOMS}
    told = {name for name in addresses() if TELLING.search(name)}
    assert told - deleted == NOTED | set(QUIET)


ROOMS = (
    "assets_image", "assets_mediafile", "desk_erasure", "desk_importrun", "editorial_auditentry",
    "editorial_publication", "editorial_revision", "festivals_edition", "festivals_festival",
    "festivals_venue", "films_film", "films_genre", "films_pressitem", "films_trailer",
    "pages_missingaddress", "pages_page", "pages_profile", "pages_redirect", "people_company",
    "people_department", "people_person", "people_role",
)  # fmt: skip


# --- who and by which way ---------------------------------------------------------------------


def test_browser_and_command_are_told_apart(w):
    post(w, "admin:desk_take_factors", w.other.pk)
    run("reset_factors", "other")
    with coming_from(Origin("worker")):
        withdrawn = FilmFactory()
        publish(withdrawn.record, "en")
    last = AuditEntry.objects.order_by("-pk")[:3]
    assert [(e.who, e.door, e.address) for e in last] == [
        ("", "worker", ""), ("", "command", ""), ("vera", "web", "127.0.0.0/24"),
    ]  # fmt: skip


def test_what_was_typed_as_a_name_is_not_kept(w):
    Client().post("/admin/login/", {"username": "my-secret-password", "password": "x"})
    entry = AuditEntry.objects.first()
    assert (entry.deed, entry.who, entry.kind, entry.key) == ("login-failed", "", "", "")


def test_change_of_rights_says_from_what_to_what(w):
    post(w, "admin:editorial_membership_change", w.other.pk, **MEMBER)
    entry = AuditEntry.objects.first()
    assert (entry.who, entry.key, entry.detail) == ("vera", "other", "editor → owner")
