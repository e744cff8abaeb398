"""What members did stands in the audit log, with who, what and when; and stays as it stands."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from tests.bad_input.desk_requests.side_views import people
from tests.bad_input.members import Member, fields_of
from tests.bad_input.world import Server

LOG = "/admin/editorial/auditentry/"
REFUSED = (403, 404, 405)


def keep_account(server: Server) -> str:
    from tests.factories import FilmFactory

    begun = timezone.now() - timedelta(seconds=1)
    film = FilmFactory()
    wrong = list(do_things(server, film, begun))
    wrong += change_by_pages(server)
    wrong += change_by_sql()
    return "; ".join(wrong)


def do_things(server: Server, film: Any, begun: datetime) -> Iterator[str]:
    """Do what the log tells of, as an editor; yield what it does not tell."""
    editor, owner = people(server)["editor"], people(server)["owner"]
    page = f"/admin/films/film/{film.pk}/"
    for path in (f"{page}publish/en/", f"{page}withdraw/en/"):
        editor.post(path, confirmed(editor, path))
    links = reverse("preview_links", args=[film.record.uuid])
    editor.post(links, fields_of(editor.get(links).text, "label") | {"label": "For a critic"})
    editor.get(reverse("data_out_site"))
    editor.post(f"{page}delete/", {"post": "yes"})
    editor.post(reverse("desk_bin_restore", args=[film.record.pk]), {})
    name = "editor-of-the-house"
    of_film = ("published", "withdrawn", "preview-link-made", "binned", "unbinned")
    for deed in of_film:
        if not told(deed, name, begun, kind="film", number=film.record.pk):
            yield f"the log does not tell: {deed}"
    if not told("exported", name, begun):
        yield "the log does not tell: exported"
    Member(server, name)
    if not told("login", name, begun):
        yield "the log does not tell: login"
    if "published" not in owner.get(LOG).text.lower():
        yield "owners do not see it"


def confirmed(somebody: Member, path: str) -> dict[str, str]:
    """Return the form that confirms, without the forms of the page around it."""
    text = somebody.get(path).text
    return fields_of(text, "state") if 'name="state"' in text else {}


def told(deed: str, who: str, begun: datetime, **what: Any) -> bool:
    from editorial.models import AuditEntry

    return bool(AuditEntry.objects.filter(deed=deed, who=who, at__gte=begun, **what).exists())


def change_by_pages(server: Server) -> Iterator[str]:
    """No role changes, adds or deletes a line, and nobody but owners sees one."""
    from editorial.models import AuditEntry

    line = AuditEntry.objects.order_by("pk").first()
    before = list(AuditEntry.objects.order_by("pk").values_list("pk", "deed", "who"))
    forged = {"who": "somebody-else", "deed": "login", "post": "yes"}
    chosen = {"action": "delete_selected", "_selected_action": str(line.pk), **forged}
    paths = [f"{LOG}{line.pk}/change/", f"{LOG}{line.pk}/delete/", f"{LOG}add/"]
    for role in ("viewer", "translator", "editor", "owner"):
        for path, fields in [*((path, forged) for path in paths), (LOG, chosen)]:
            status = people(server)[role].post(path, fields).status
            if status not in REFUSED:
                yield f"{role}: POST {path} {status}"
        if role != "owner" and people(server)[role].get(LOG).status != 403:
            yield f"{role} reads the log"
    now = list(AuditEntry.objects.order_by("pk").values_list("pk", "deed", "who"))
    if now[: len(before)] != before:
        yield "a line of the log was changed"


def change_by_sql() -> Iterator[str]:
    """The database itself refuses."""
    for sql in (
        "UPDATE editorial_auditentry SET who = 'nobody'",
        "DELETE FROM editorial_auditentry WHERE kept_until IS NULL OR kept_until > '2100-01-01'",
        "DELETE FROM editorial_auditentry",
    ):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
                if cursor.rowcount > 0:
                    yield f"the database takes {sql}"
                    transaction.set_rollback(True)
        except DatabaseError:
            continue
