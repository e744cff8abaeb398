"""Videos and subtitles, uploaded as an editor uploads them."""

from typing import Any

from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from assets.models import MediaFile
from films.models import Film, TextTrack, Trailer
from tests.bad_input.doors import Upload, editor, names_in
from tests.bad_input.manifest import Case

TYPED = "A title that must not be lost"


def try_video(case: Case) -> str:
    """Upload a video in the admin; return what went wrong, or ''."""
    before, files = set(MediaFile.objects.values_list("pk", flat=True)), names_in("")
    url = reverse("admin:assets_mediafile_add")
    response = editor().post(url, {"upload": Upload(case), "loop_from": "37"})
    new = MediaFile.objects.exclude(pk__in=before)
    # The tracks are read at this door: a container without any is no video.
    is_wanted = case.must_be_stored and "with a probe step: reject" not in case.how
    if is_wanted != new.exists():
        return "stored" if new.exists() else "not stored"
    if is_wanted:
        return "" if response.status_code == 302 else f"status {response.status_code}"
    return _look_at_refusal(response, files, response.context["adminform"].form, "37")


def try_subtitles(case: Case) -> str:
    """Upload subtitles on the page of a trailer; return what went wrong, or ''."""
    before, files = set(TextTrack.objects.values_list("pk", flat=True)), names_in("")
    trailer = Trailer.objects.first() or _make_trailer()
    response = editor().post(_url(trailer), _sent(trailer, case))
    new = TextTrack.objects.exclude(pk__in=before)
    if response.status_code != case.expect.get("status", response.status_code):
        return f"status {response.status_code}, expected {case.expect['status']}"
    if case.must_be_stored != new.exists():
        return "stored" if new.exists() else "not stored"
    if not case.must_be_stored:
        form = response.context["inline_admin_formsets"][0].formset.forms[0]
        return _look_at_refusal(response, files, form, TYPED)
    return _look_at_subtitles(new.get())


def _make_trailer() -> Trailer:
    from tests.factories import FilmFactory, add_trailer

    add_trailer(FilmFactory())
    return Trailer.objects.get()


def _url(trailer: Trailer) -> str:
    return reverse("admin:films_trailer_change", args=[trailer.pk])


def _sent(trailer: Trailer, case: Case) -> dict[str, Any]:
    film: Film = trailer.film
    rows = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    track = {"language": "en", "kind": "subtitles", "upload": Upload(case)}
    return {
        "film": film.pk,
        "video": trailer.video_id,
        "title_en": TYPED,
        "position": "0",
        **{f"tracks-{name}": value for name, value in rows.items()},
        **{f"tracks-0-{name}": value for name, value in track.items()},
    }


def _look_at_refusal(response: Any, files: set[str], form: Any, typed: str) -> str:
    if response.status_code != 200:
        return f"status {response.status_code}"
    if names_in("") != files:
        return f"files left behind: {sorted(names_in('') - files)}"
    if typed not in response.content.decode():
        return "what was typed was lost"
    return "" if form.errors.get("upload") else "no field error"


def _look_at_subtitles(track: TextTrack) -> str:
    name = f"subtitles/{track.file.sha256[:2]}/{track.file.sha256}.vtt"
    with default_storage.open(name) as file:
        data = file.read()
    if b"<script" in data or b"STYLE" in data or b"onclick" in data:
        return "markup is left in the subtitles"
    client: Client = editor()
    response = client.get(default_storage.url(name))
    kept = (response["Content-Type"], response["X-Content-Type-Options"])
    return "" if kept == ("text/vtt; charset=utf-8", "nosniff") else f"served as {kept}"
