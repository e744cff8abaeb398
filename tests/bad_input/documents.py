"""PDFs, uploaded as an editor adds one to the downloads of a microsite."""

from typing import Any

from django.test import Client
from django.urls import reverse

from assets.models import MediaFile
from assets.naming import document_name_of
from editorial.publishing import publish
from microsites.models import Block, Entry
from tests.bad_input.doors import Upload, editor, names_in
from tests.bad_input.manifest import Case

TYPED = "A title that must not be lost"
# The microsite's desk answers 422 where it shows a form again.
SHOWN_AGAIN = (200, 422)


def try_document(case: Case) -> str:
    """Add the file to a block of downloads; return what went wrong, or ''."""
    block = _make_block(case.id)
    film = block.page.film
    address = reverse("microsite_desk_entry_new", args=[film.pk, block.uuid])
    files = names_in("")
    response = editor().post(address, {"upload": Upload(case), "title_en": TYPED})
    entry = Entry.objects.filter(block=block).first()
    if case.must_be_stored != (entry is not None):
        return "stored" if entry else "not stored"
    if entry is None:
        return _look_at_refusal(response, files)
    if response.status_code != case.expect["status"]:
        return f"status {response.status_code}, expected {case.expect['status']}"
    publish(film.record, "en")
    return _look_at_file(case, document_name_of(entry.file.sha256))


def _make_block(key: str) -> Block:
    from tests.factories import FilmFactory
    from tests.microsites.making import add_block, add_page

    return add_block(add_page(FilmFactory(key=key)), "downloads")


def _look_at_refusal(response: Any, files: set[str]) -> str:
    if response.status_code not in SHOWN_AGAIN:
        return f"status {response.status_code}"
    if names_in("") != files:
        return f"files left behind: {sorted(names_in('') - files)}"
    if MediaFile.objects.filter(kind=MediaFile.Kind.DOCUMENT, microsite_entries=None).exists():
        return "a row was left behind"
    if TYPED not in response.content.decode():
        return "the title typed was lost"
    return "" if response.context["form"].errors.get("upload") else "no field error"


def _look_at_file(case: Case, name: str) -> str:
    """A visitor saves the file as it came; a browser that opens it all the same runs nothing."""
    answer = Client().get(f"/media/{name}")
    if answer.status_code != 200:
        return f"the file answers {answer.status_code}"
    if b"".join(answer.streaming_content) != case.data:
        return "the file is not what was uploaded"
    policy = answer.headers["Content-Security-Policy"]
    wanted = {"Content-Type": "application/pdf", "X-Content-Type-Options": "nosniff"}
    found = {name: answer.headers[name] for name in wanted}
    if found != wanted or "sandbox" not in policy or "allow-scripts" in policy:
        return f"served as {found} under {policy}"
    disposition = answer.headers["Content-Disposition"]
    return "" if disposition.startswith("attachment") else f"opened: {disposition}"
