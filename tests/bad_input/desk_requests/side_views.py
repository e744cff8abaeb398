"""Previews, histories, copies, exports and names, asked for by whoever may not have them.

Who may do what stands in `tests/house/rights_table.py`; here a real server is asked, with sessions
of real logins. Whatever is refused is also asked of somebody who may, so that no address that is
not there passes for one that is guarded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from tests.bad_input.members import Answer, Member, member
from tests.bad_input.world import Server
from tests.house.rights_table import INSIDERS, OUTSIDERS, Row
from tests.house.test_rights_matrix import addresses, make_world, requests_of, row_of, state

SIDE_VIEWS = (
    "preview*", "*_compare", "*_publish", "*_scheduled", "*_withdraw", "press_*", "data_out*",
    "translations*", "microsite_desk*", "film_*", "source_*", "editorial_sharelink_*",
    "desk_used", "films_film_still*", "films_film_credit*",
)  # fmt: skip
HISTORIES = ("*_history", "*_compare", "*_restore", "*_name_revision", "desk_bin*")
COPIES = ("*_duplicate", "*_merge", "*_unmerge", "translations_*", "microsite_desk_start",
          "microsite_desk_paste", "films_film_credits_paste", "*_add")  # fmt: skip
NAMES = ("autocomplete", "desk_search*", "*_names", "editing", "doubles*", "jsi18n")


@dataclass(frozen=True)
class Request:
    """One address, how it is asked, and who is refused and who not."""

    method: str
    url: str
    data: dict[str, Any]
    refused: frozenset[str]
    allowed: frozenset[str]


@lru_cache(maxsize=1)
def world() -> dict[str, Any]:
    """Return one of everything, made once for all cases."""
    made: dict[str, Any] = make_world()
    return made


@lru_cache(maxsize=8)
def people(server: Server) -> dict[str, Member]:
    """Return a browser for each role and for those who have none."""
    from tests.factories import make_member

    world()
    yesterday = timezone.localdate() - timedelta(days=1)
    get_user_model().objects.create_user("no-member", password="test-pass-1", is_staff=True)
    make_member("owner", "was-owner", ends_on=yesterday)
    outside = {"stranger": Member(server), "no member": Member(server, "no-member"),
               "ended": Member(server, "was-owner")}  # fmt: skip
    return outside | {role: member(server, role) for role in INSIDERS}


def requests_like(patterns: tuple[str, ...]) -> Iterator[Request]:
    """Yield what can be asked of the addresses whose names fit."""
    for key, (name, path) in addresses().items():
        row = row_of(key)
        if row is None or not any(fnmatchcase(key, pattern) for pattern in patterns):
            continue
        for url, reads, writes in requests_of(key, name, path, row, world()):
            yield from _requests(url, row, reads, writes)


def _requests(
    url: str, row: Row, reads: frozenset[str], writes: frozenset[str]
) -> Iterator[Request]:
    everybody = frozenset((*OUTSIDERS, *INSIDERS))
    yield Request("GET", url, {}, everybody - reads, reads & frozenset(INSIDERS))
    yield Request("POST", url, row.data(world()), everybody - writes, frozenset())


def refuse(server: Server, patterns: tuple[str, ...]) -> str:
    """Ask everything of everybody who is to be refused; return what was not, or ''."""
    who, before, wrong, asked = people(server), state(), [], 0
    for request in requests_like(patterns):
        for role in sorted(request.refused):
            answer = _ask(who[role], request)
            asked += 1
            if not is_refused(answer, role, bool(request.allowed)):
                wrong.append(f"{role}: {request.method} {request.url} {answer.status}")
        for role in sorted(request.allowed)[:1]:
            if _ask(who[role], request).status not in (200, 302):
                wrong.append(f"{role} is refused: {request.method} {request.url}")
    if state() != before:
        wrong.append("something was written")
    return "; ".join(wrong[:20]) or ("" if asked > len(patterns) else f"only {asked} were asked")


def _ask(somebody: Member, request: Request) -> Answer:
    if request.method == "GET":
        return somebody.get(request.url)
    return somebody.post(request.url, {name: str(value) for name, value in request.data.items()})


def is_refused(answer: Answer, role: str, is_for_somebody: bool) -> bool:
    """Tell whether a member got 403, and anybody else that or the login."""
    if role in OUTSIDERS and answer.status == 302:
        return answer.location.startswith("/admin/login/")
    return answer.status in (403, 405) or (answer.status == 404 and not is_for_somebody)


def refuse_side_views(server: Server) -> str:
    return refuse(server, SIDE_VIEWS) or refuse_foreign_drafts(server)


def refuse_histories(server: Server) -> str:
    return refuse(server, HISTORIES)


def refuse_copies(server: Server) -> str:
    return refuse(server, COPIES)


def refuse_names(server: Server) -> str:
    return refuse(server, NAMES) or refuse_autocompletes(server)


def refuse_foreign_drafts(server: Server) -> str:
    """What one editor has typed and not saved is nobody else's, whatever number is asked for."""
    from editorial.models import Draft
    from films.models import Film

    film = Film.objects.get(pk=world()["films_film"])
    url, secret = f"/admin/films/film/{film.pk}/change/", "A secret of editor B"
    author = get_user_model().objects.get(username="other")
    fields = {"title_en": [secret]}
    draft = Draft.objects.create(user=author, form=url, record=film.record, fields=fields)
    mine, others = Member(server, "other"), people(server)
    if secret not in mine.get(f"{url}?draft={draft.pk}").text:
        return "the draft's own author does not see it"
    for role in INSIDERS:
        if secret in others[role].get(f"{url}?draft={draft.pk}").text:
            return f"{role} reads the draft of another"
        others[role].post(url, {"_discard": str(draft.pk)})
    return "" if Draft.objects.filter(pk=draft.pk).exists() else "another's draft was thrown away"


def refuse_autocompletes(server: Server) -> str:
    """Ask for the choices of every relation of every model; accounts and members are not among."""
    from django.apps import apps

    wrong, given = [], 0
    for role in ("viewer", "translator", "editor"):
        for model in apps.get_models():
            for field in model._meta.get_fields():
                if not (field.many_to_one or field.many_to_many) or field.auto_created:
                    continue
                answer = people(server)[role].get(
                    f"/admin/autocomplete/?app_label={model._meta.app_label}"
                    f"&model_name={model._meta.model_name}&field_name={field.name}&term="
                )
                given += answer.status == 200
                is_ours = field.related_model and field.related_model._meta.app_label in OURS
                # 404: nothing of this model can be chosen by its name.
                if answer.status not in (403, 404) and not (answer.status == 200 and is_ours):
                    wrong.append(f"{role}: {model._meta.label}.{field.name} {answer.status}")
    return "; ".join(wrong[:20]) or ("" if given else "nobody is offered anything")


OURS = ("films", "people", "festivals", "pages", "assets", "editorial")
