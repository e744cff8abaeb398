"""Members and visitors who do something to the same thing at the same time."""

import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests.bad_input.desk_requests.side_views import people
from tests.bad_input.members import Member, fields_of, member
from tests.bad_input.signed import ask, share
from tests.bad_input.world import Server

TYPED = "What B has been writing all morning"
CLICKS, VISITS = 8, 50


def keep_what_was_typed(server: Server) -> str:
    """A deletes what B has open: B is told, and gets back what he or she wrote."""
    first, second = people(server)["owner"], member(server, "editor", "editor-b")
    wrong = []
    for name, path, field, delete in open_forms(server):
        typed = fields_of(second.get(path).text, field) | {field: TYPED}
        if first.post(*delete).status not in (200, 302):
            wrong.append(f"{name}: cannot be deleted")
        answer = second.post(path, typed)
        if TYPED not in answer.text:
            wrong.append(f"{name}: {answer.status}, what was typed is lost")
        if not re.search(r"deleted|no longer exists", answer.text, re.IGNORECASE):
            wrong.append(f"{name}: B is not told")
    return "; ".join(wrong)


def open_forms(server: Server) -> list[tuple[str, str, str, tuple[str, dict[str, str]]]]:
    """Return (name, address, field, how it is deleted) of each form that somebody may have open."""
    from editorial.changes import change
    from microsites.models import MicrositePage
    from tests.factories import CreditFactory, PageFactory, PersonFactory, make_image, place

    film, page, person = CreditFactory().film, PageFactory(), PersonFactory()
    other = CreditFactory()
    placed = place(other.film, make_image(colour=(77, 3, 200)))
    with change(None, "test"):
        own = MicrositePage.objects.create(film=other.film, title_en="Diary")
    bin_it = {"post": "yes"}
    still = reverse("admin:films_film_still", args=[other.film_id, placed.uuid])
    row = reverse("admin:films_film_credit", args=[other.film_id, other.uuid])
    site = reverse("microsite_desk_row", args=[other.film_id, "pages", own.uuid])
    editor = people(server)["owner"]
    versions = [fields_of(editor.get(path).text, "version")["version"] for path in (row, site)]
    names = ("admin:films_film_credits_act", "microsite_desk_act")
    acts = [reverse(name, args=[other.film_id]) for name in names]
    people_ = f"/admin/people/person/{person.pk}/"
    return [
        ("film", f"/admin/films/film/{film.pk}/change/", "title_en",
         (f"/admin/films/film/{film.pk}/delete/", bin_it)),
        ("page", f"/admin/pages/page/{page.pk}/change/", "body_en",
         (f"/admin/pages/page/{page.pk}/delete/", bin_it)),
        ("credit", row, "character_en",
         (acts[0], {"delete": f"{other.uuid}:{versions[0]}"})),
        ("page of a microsite", site, "title_en",
         (acts[1], {"delete": f"pages:{own.uuid}:{versions[1]}"})),
        ("picture", still, "caption_en", (f"/admin/films/film/{other.film_id}/delete/", bin_it)),
        ("person", f"{people_}change/", "biography_en", (f"{people_}delete/", bin_it)),
    ]  # fmt: skip


def publish_once(server: Server) -> str:
    """A scheduled moment comes while several editors press the button."""
    from editorial.models import AuditEntry, ContentVersion, Publication
    from editorial.publishing import publish
    from tests.factories import FilmFactory

    film, editor = FilmFactory(), people(server)["editor"]
    moment = timezone.now() + timedelta(seconds=3)
    publish(film.record, "en", at=moment)
    path = f"/admin/films/film/{film.pk}/publish/en/"
    confirmed = fields_of(editor.get(path).text, "state")
    entries = AuditEntry.objects.filter(deed="published", number=film.pk)
    version = ContentVersion.read()
    while timezone.now() < moment:
        time.sleep(0.002)
    with ThreadPoolExecutor(CLICKS) as pool:
        answers = list(pool.map(lambda _n: editor.post(path, confirmed).status, range(CLICKS)))
    live = Publication.objects.filter(record=film.record, language="en").live().count()
    steps, told = ContentVersion.read() - version, entries.count()
    if live != 1 or Member(server).get(f"/en/{film.slug_en}/").status != 200:
        return f"{live} are live, answers {dict(Counter(answers))}"
    return (
        "" if max(steps, told) <= 1 else f"{told} entries in the log, {steps} steps of the version"
    )


def keep_both_files(server: Server) -> str:
    """Two pictures of one name arrive at once, from two editors and for two films."""
    from django.core.files.storage import default_storage

    from assets.models import Image
    from assets.naming import original_name_of
    from films.models import Placement
    from tests.factories import FilmFactory, picture_bytes

    editors = [people(server)["editor"], member(server, "editor", "editor-b")]
    contents = [picture_bytes(colour=(n, 2 * n, 90)) for n in (11, 12)]
    films = [FilmFactory(), FilmFactory()]

    def send(number: int) -> int:
        film, content = films[number // 2 % 2], contents[number % 2]
        path = reverse("admin:films_film_stills_upload", args=[film.pk])
        return editors[number % 2].upload(path, [], [("files", "still.jpg", content)]).status

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(send, range(4)))
    placed = Placement.objects.filter(film__in=films).count()
    images = Image.objects.filter(placements__film__in=films).distinct()
    kept = [default_storage.open(original_name_of(i.sha256, i.extension)).read() for i in images]
    if statuses != [302] * 4 or placed != 4:
        return f"answered {statuses}, {placed} pictures are placed"
    return "" if set(kept) == set(contents) else f"{len(kept)} files, not both are intact"


def count_exactly(server: Server) -> str:
    """Each opening is counted once, and none is given away beyond the limit."""
    from editorial.models import ShareLink

    wrong = []
    for most in (VISITS + 10, VISITS - 20):
        shared = share(max_openings=most)
        with ThreadPoolExecutor(VISITS) as pool:
            statuses = Counter(pool.map(lambda _n: ask(server, shared.page)[0], range(VISITS)))  # noqa: B023
        counted = ShareLink.objects.get(pk=shared.link.pk).openings
        opened = min(most, VISITS)
        wanted = Counter({200: opened, 410: VISITS - opened})
        if (counted, statuses) != (opened, +wanted):
            wrong.append(f"of {most}: {counted} counted, answered {dict(statuses)}")
    return "; ".join(wrong)
