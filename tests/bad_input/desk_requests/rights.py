"""Actions, roles and publishing, asked for by members who have no right to them."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.utils import timezone

from tests.bad_input.desk_requests.side_views import people, world
from tests.bad_input.members import Fields, Member, fields_of
from tests.bad_input.world import EDITOR, Server
from tests.house.test_rights_matrix import state

ACTIONS = ("delete_selected", "publish_selected", "withdraw_selected", "merge_selected",
           "no_such_action")  # fmt: skip
REFUSED = (403, 405)
NOWHERE = ("999999999", "0", "-1", "abc", "9" * 40, "1 OR 1=1")
PROMOTION = {"role": "owner", "is_superuser": "on", "is_staff": "on", "groups": "1",
             "user_permissions": "1", "languages": "en", "ends_on": ""}  # fmt: skip
ACCOUNT_PAGES = ("/admin/account/", "/admin/password_change/", "/admin/account/sessions/",
                 "/admin/language/", "/admin/account/password/")  # fmt: skip
NOT_THERE = ("/admin/auth/user/{me}/change/", "/admin/auth/user/add/", "/admin/auth/group/add/",
             "/admin/auth/user/{me}/password/", "/admin/account/email/",
             "/admin/editorial/invitation/add/")  # fmt: skip
MEMBERS = "/admin/editorial/membership/"


def refuse_forged_actions(server: Server) -> str:
    """Ask each list for each action: by who may not, and for rows that it does not have."""
    who, before, wrong = people(server), state(), []
    for path, pk in lists():
        for role in ("viewer", "translator", "editor"):
            offered = re.findall(r'<option value="(\w+)"', who[role].get(path).text)
            for action, row in forged(offered, str(pk)):
                rows = [("_selected_action", row), ("_selected_action", str(pk))]
                sent = [("action", action), ("index", "0"), ("post", "yes"), *rows]
                status = who[role].post(path, sent).status
                if status not in REFUSED:
                    wrong.append(f"{role} {path} {action} {row}: {status}")
    if state() != before:
        wrong.append("something was written")
    return "; ".join(wrong[:20])


def forged(offered: list[str], pk: str) -> Iterator[tuple[str, str]]:
    """Yield (action, row): what is not offered for a row of the list, what is for another row."""
    for action in ACTIONS:
        if action not in offered:
            yield action, pk
    for action in ACTIONS:
        if action in offered:
            yield from ((action, row) for row in NOWHERE)
            return


def lists() -> Iterator[tuple[str, int]]:
    """Yield the address of each list of the desk, and a row that stands in it."""
    for model in admin.site._registry:
        meta = model._meta
        row = model._default_manager.order_by("pk").first()
        if row is not None and meta.label not in ("editorial.Membership", "desk.Erasure"):
            yield f"/admin/{meta.app_label}/{meta.model_name}/", row.pk


def refuse_promotion(server: Server) -> str:
    """No page makes a member more than he or she is, nor lets somebody in by the back door."""
    who, wrong = people(server), []
    owner = get_user_model().objects.get(username=EDITOR)
    for role in ("viewer", "translator", "editor"):
        me = get_user_model().objects.get(username=f"{role}-of-the-house")
        before = standing(me)
        for path, fields in promotions(me, owner):
            answer = who[role].post(path, fields)
            if path.startswith(MEMBERS) and answer.status not in REFUSED:
                wrong.append(f"{role}: {path} {answer.status}")
            is_ours = path not in [one.format(me=me.pk) for one in NOT_THERE]
            if not is_ours and answer.status not in (*REFUSED, 404):
                wrong.append(f"{role}: {path} {answer.status}")
        if standing(me) != before:
            wrong.append(f"{role} is now {standing(me)}")
    return "; ".join(wrong[:20]) or _refuse_role_at_arrival(server)


def promotions(me: Any, owner: Any) -> Iterator[tuple[str, Fields]]:
    mine = list({**PROMOTION, "email": owner.email, "name": "Owner"}.items())
    for path in (*NOT_THERE, *ACCOUNT_PAGES):
        yield path.format(me=me.pk), mine
    for user in (me, owner):
        for page in ("change", "remove", "password", "factors"):
            yield f"{MEMBERS}{user.pk}/{page}/", mine
    yield f"{MEMBERS}add/", [*mine, ("mail_language", "en")]
    yield MEMBERS, [("action", "delete_selected"), ("_selected_action", str(owner.pk))]
    film = world()["films_film"]
    yield f"/admin/films/film/{film}/change/", [*mine, ("membership-0-role", "owner")]


def standing(user: Any) -> tuple[Any, ...]:
    from editorial.models import Membership

    fresh = get_user_model().objects.get(pk=user.pk)
    member = Membership.objects.get(user=user)
    return (fresh.is_superuser, fresh.is_staff, fresh.email, fresh.groups.count(),
            fresh.user_permissions.count(), member.role, member.languages, member.ends_on,
            Membership.objects.count(), fresh.password)  # fmt: skip


def _refuse_role_at_arrival(server: Server) -> str:
    """Who was invited as a viewer becomes one, whatever the form says."""
    from desk.members.inviting import invite
    from editorial.models import Membership

    _invitation, token = invite("arriving@example.com", "viewer", [], None, None)
    typed = {**PROMOTION, "username": "arriving", "name": "A", "password": "a long sentence 7"}
    answer = Member(server).post(f"/admin/invitation/{token}/", typed)
    if answer.status != 302:
        return f"an invited viewer cannot come in: {answer.status}"
    arrived = Membership.objects.get(user__username="arriving")
    user = arrived.user
    found = (arrived.role, arrived.languages, user.is_superuser, user.groups.count())
    return "" if found == ("viewer", [], False, 0) else f"arrived as {found}"


def refuse_publishing(server: Server) -> str:
    """Nobody publishes by a field, a button, an action, a schedule or an autosave without a right.

    The translator of the house writes German; the film is not live, its facts are the editor's.
    """
    from editorial.models import Publication
    from editorial.publishing import publish
    from tests.factories import FilmFactory, VersionFactory

    film = FilmFactory()
    VersionFactory(film=film)
    wrong = [problem for door in DOORS for problem in door(server, film)]
    if Publication.objects.filter(record=film.record).exists():
        wrong.append("something of the film went live or was scheduled")
    publish(film.record, "de")
    before = state()
    wrong += [problem for door in (by_page, by_action) for problem in door(server, film)]
    if state() != before and not wrong:
        wrong.append("something of the live film was changed")
    return "; ".join(wrong[:20])


def by_page(server: Server, film: Any) -> Iterator[str]:
    """The pages that publish, schedule and withdraw, with the confirmation that an editor got."""
    who = people(server)
    for language in ("de", "en"):
        for page in ("publish", "withdraw"):
            path = f"/admin/films/film/{film.pk}/{page}/{language}/"
            confirmed = fields_of(who["editor"].get(path).text)
            later = f"{timezone.localtime() + timedelta(days=2):%Y-%m-%dT%H:%M}"
            for more in ({}, {"at": later, "later": "1"}):
                for role in ("viewer", "translator"):
                    if role == "translator" and page == "publish" and language == "de":
                        continue  # by_own_language
                    status = who[role].post(path, confirmed | more).status
                    if status != 403:
                        yield f"{role} {page} {language} {more}: {status}"


def by_own_language(server: Server, film: Any) -> Iterator[str]:
    """A translator's own language does not go live without facts that an editor has published."""
    path = f"/admin/films/film/{film.pk}/publish/de/"
    confirmed = fields_of(people(server)["editor"].get(path).text)
    people(server)["translator"].post(path, confirmed)
    people(server)["translator"].post(path, fields_of(people(server)["translator"].get(path).text))
    yield from ()


def by_action(server: Server, film: Any) -> Iterator[str]:
    who, path = people(server), "/admin/films/film/"
    asked = [("action", "publish_selected"), ("index", "0"), ("_selected_action", str(film.pk))]
    page = who["editor"].post(path, asked).text
    confirmed = [*asked[:1], asked[2], ("confirmed", "1")]
    states = [(n, v) for n, v in fields_of(page, "confirmed").items() if n.startswith("state:")]
    english = [(name, value) for name, value in states if name.endswith(":en")]
    status = who["viewer"].post(path, confirmed + states).status
    if status != 403:
        yield f"viewer publish_selected: {status}"
    who["translator"].post(path, confirmed + english)
    for role in ("viewer", "translator"):
        status = who[role].post(path, [("action", "withdraw_selected"), *confirmed[1:]]).status
        if status != 403:
            yield f"{role} withdraw_selected: {status}"


def by_field(server: Server, film: Any) -> Iterator[str]:
    """A form with fields that say it is live, and with the buttons of the panel."""
    path, now = f"/admin/films/film/{film.pk}/change/", timezone.now().isoformat()
    forged = {"status": "published", "is_published": "on", "publish_at": now, "state": "live",
              "_schedule_at_en": now, "publications-0-publish_at": now}  # fmt: skip
    for role in ("viewer", "translator", "editor"):
        somebody = people(server)[role]
        typed = fields_of(somebody.get(path).text, "title_de" if role != "viewer" else "")
        for more in ({}, {"_publish": "en"}, {"_schedule": "en"}, {"_autosave": "1"}):
            status = somebody.post(path, typed | forged | more).status
            if (role == "viewer") != (status == 403):
                yield f"{role} {more or 'form'}: {status}"


def by_translations(server: Server, film: Any) -> Iterator[str]:
    """The desk of translations publishes nothing, and refuses another language."""
    path = f"/admin/translations/{film.record.uuid}/en/"
    forged = {"title_en": "Forged", "_publish": "en"}
    status = people(server)["translator"].post(path, forged).status
    if status not in (403, 404):
        yield f"translator at the desk of translations: {status}"


DOORS: tuple[Callable[[Server, Any], Iterator[str]], ...] = (
    by_page, by_own_language, by_action, by_field, by_translations,
)  # fmt: skip
