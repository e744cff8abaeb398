"""Pages loaded before somebody else saved: what both changed is asked, and not overwritten.

No list of the desk is edited in place. These are the doors that save several rows or texts at once,
each made from what stood there when the page was loaded.
"""

import re
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.urls import reverse

from tests.bad_input.desk_requests.nested import still
from tests.bad_input.desk_requests.side_views import people, world
from tests.bad_input.members import Answer, Member, fields_of
from tests.bad_input.world import Server

THEIRS, MINE = "Written by the other one", "Written upon an old page"
ASKED = (200, 302, 409, 422)


def refuse_stale(server: Server) -> str:
    edited = [m._meta.label for m, a in admin.site._registry.items() if a.list_editable]
    if edited:
        return f"lists that are edited in place, and not tried here: {edited}"
    wrong = [f"{door.__name__}: {said}" for door in DOORS if (said := door(server))]
    return "; ".join(wrong)


def asked_twice(server: Server, path: str, name: str, read: Callable[[], Any]) -> str:
    """Save a field upon the same page by two members; return what went wrong, or ''."""
    first, second = people(server)["editor"], people(server)["owner"]
    page = first.get(path).text
    fresh = second.get(path).text
    if second.post(path, fields_of(fresh, name) | {name: THEIRS}).status != 302:
        return "the first save is refused"
    answer = first.post(path, fields_of(page, name) | {name: MINE})
    return both_shown(answer, first, read())


def both_shown(answer: Answer, somebody: Member, stored: Any) -> str:
    if stored != THEIRS:
        return f"{stored!r} was stored"
    if answer.status not in ASKED:
        return f"status {answer.status}"
    text = answer.text
    if answer.status == 302:
        text = somebody.get(answer.location).text
    missing = [words for words in (THEIRS, MINE) if words not in text]
    return f"not shown: {missing}" if missing else ""


def film_form(server: Server) -> str:
    film = film_of_world()
    path = f"/admin/films/film/{film.pk}/change/"
    read = lambda: type(film).objects.get(pk=film.pk).title_en  # noqa: E731
    return asked_twice(server, path, "title_en", read)


def rows_of_a_form(server: Server) -> str:
    from films.models import Credit

    path = f"/admin/films/film/{world()['films_film']}/change/"
    read = lambda: Credit.objects.get(uuid=world()["credit_uuid"]).credited_as  # noqa: E731
    return asked_twice(server, path, "credits-0-credited_as", read)


def picture(server: Server) -> str:
    from assets.models import Image

    pk = world()["assets_image"]
    return asked_twice(server, still(), "caption_en", lambda: Image.objects.get(pk=pk).caption_en)


def credit(server: Server) -> str:
    from films.models import Credit

    uuid = world()["credit_uuid"]
    path = reverse("admin:films_film_credit", args=[world()["films_film"], uuid])
    return asked_twice(
        server, path, "character_en", lambda: Credit.objects.get(uuid=uuid).character_en
    )


def block(server: Server) -> str:
    from microsites.models import MicrositePage

    page = MicrositePage.objects.get(film=world()["films_film"])
    path = reverse("microsite_desk_row", args=[page.film_id, "pages", page.uuid])
    read = lambda: MicrositePage.objects.get(pk=page.pk).title_en  # noqa: E731
    return asked_twice(server, path, "title_en", read)


def translations(server: Server) -> str:
    film = film_of_world()
    path = reverse("translations_record", args=[film.record.uuid, "de"])
    page = people(server)["editor"].get(path).text
    name = re.findall(r'name="(text:[^"]*synopsis_short[^"]*)"', page)[0]
    read = lambda: type(film).objects.get(pk=film.pk).synopsis_short_de  # noqa: E731
    return asked_twice(server, path, name, read)


def words(server: Server) -> str:
    """Words that a vocabulary lacked when the page was loaded."""
    from editorial.changes import change
    from people.models import Role

    with change(None, "test"):
        role = Role.objects.create(key="stale", name_en="Stale", department_id=1)
    path = reverse("translations_vocabulary", args=["de"])
    read = lambda: Role.objects.get(pk=role.pk).name_de  # noqa: E731
    return asked_twice(server, path, "text:role/stale", read)


def publishing(server: Server) -> str:
    """What is confirmed is what the page has shown, in the list as well."""
    from editorial.changes import change
    from editorial.models import Publication
    from tests.factories import FilmFactory

    film, editor = FilmFactory(), people(server)["editor"]
    path = "/admin/films/film/"
    chosen = [("action", "publish_selected"), ("_selected_action", str(film.pk))]
    page = editor.post(path, [*chosen, ("index", "0")]).text
    with change(None, "test"):
        film.title_en = THEIRS
        film.save()
    states = [(n, v) for n, v in fields_of(page, "confirmed").items() if n.startswith("state:")]
    if not states:
        return "the page asks nothing"
    editor.post(path, [*chosen, ("confirmed", "1"), *states])
    is_live = Publication.objects.filter(record=film.record).exists()
    return "what nobody had seen went live" if is_live else ""


def film_of_world() -> Any:
    from films.models import Film

    return Film.objects.select_related("record").get(pk=world()["films_film"])


DOORS = (film_form, rows_of_a_form, picture, credit, block, translations, words, publishing)
