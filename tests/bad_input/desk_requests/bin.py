"""A film deleted and brought back: the same in everything that anybody could have written down."""

from typing import Any

from django.urls import reverse

from tests.bad_input.desk_requests.side_views import people
from tests.bad_input.members import Member
from tests.bad_input.world import Server


def bring_back(server: Server) -> str:
    film = whole_film()
    before, record = portrait(film.record), film.record
    editor = people(server)["editor"]
    deleted = editor.post(f"/admin/films/film/{film.pk}/delete/", {"post": "yes"})
    if deleted.status != 302 or type(film).objects.filter(pk=film.pk).exists():
        return f"not deleted: {deleted.status}"
    pages = [f"/en/{film.slug_en}/", f"/de/{film.slug_de}/", f"/en/{film.slug_en}/film.json"]
    if found := [page for page in pages if Member(server).get(page).status == 200]:
        return f"still public: {found}"
    if problem := refused(server, record):
        return problem
    answer = editor.post(reverse("desk_bin_restore", args=[record.pk]), {})
    if answer.status != 302:
        return f"not brought back: {answer.status}"
    after = portrait(record)
    if after != before:
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        return f"not the same: {changed}"[:2000]
    return published_again(server, film)


def refused(server: Server, record: Any) -> str:
    """Viewers and translators neither bring back nor delete for good; editors do not purge."""
    who = people(server)
    tries = [("viewer", "restore"), ("translator", "restore"), ("editor", "purge")]
    wrong = [
        f"{role} may {page}"
        for role, page in tries
        if who[role].post(reverse(f"desk_bin_{page}", args=[record.pk]), {}).status != 403
    ]
    return "; ".join(wrong)


def published_again(server: Server, film: Any) -> str:
    """What is back is not live by itself, and takes its old addresses when it is published."""
    from editorial.publishing import publish

    pages = [f"/en/{film.slug_en}/", f"/de/{film.slug_de}/"]
    if any(Member(server).get(page).status == 200 for page in pages):
        return "it went live by itself"
    for language in ("en", "de"):
        publish(film.record, language)
    statuses = [Member(server).get(page).status for page in pages]
    return "" if statuses == [200, 200] else f"published again it answers {statuses}"


def whole_film() -> Any:
    """Return a film that is live in both languages, with pictures, video, credits and rows."""
    from editorial.publishing import publish
    from tests.factories import CreditFactory, VersionFactory, add_trailer, make_image, place

    film = CreditFactory().film
    VersionFactory(film=film)
    place(film, make_image(colour=(1, 200, 90), caption_en="On board", caption_de="An Bord"))
    add_trailer(film)
    for language in ("en", "de"):
        publish(film.record, language)
    return film


def portrait(record: Any) -> list[Any]:
    """Return identity, document, rows and files of a film, each comparable."""
    from django.core.files.storage import default_storage

    from assets.models import Image
    from assets.naming import original_name_of
    from editorial.documents import canonical, document_of
    from editorial.models import Record
    from films.models import Film

    fresh = Record.objects.get(pk=record.pk)
    film = Film.objects.get(pk=record.pk)
    rows = [sorted(str(uuid) for uuid in rows_of(film, name)) for name in ROWS]
    images = Image.objects.filter(placements__film=film)
    files = [default_storage.open(original_name_of(i.sha256, i.extension)).read() for i in images]
    return [fresh.pk, fresh.uuid, fresh.key, film.slug_en, film.slug_de, film.title_en,
            film.title_de, rows, files, canonical(document_of(fresh))]  # fmt: skip


ROWS = ("credits", "versions", "placements", "trailers")


def rows_of(film: Any, name: str) -> Any:
    return getattr(film, name).values_list("uuid", flat=True)
