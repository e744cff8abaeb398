"""The page on which an editor chooses the frame that stands before a trailer."""

from base64 import b64encode
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assets.accepting import accept_image
from assets.adding import add_image
from assets.refusing import Refused
from assets.video.frames import grab_large, grab_small, spread
from assets.video.limited import ProgramFailed, has_ffmpeg
from assets.video.states import problem_of
from editorial.changes import change
from editorial.guard.versions import locked
from editorial.rights import Act, may
from films.models import Trailer


class PlaceField(forms.CharField):
    """A place in a video as people write it, in seconds: 75, 12.5, 1:15."""

    def to_python(self, value: Any) -> float | None:
        text = super().to_python(value).replace(",", ".").strip()
        if not text:
            return None
        minutes, _colon, seconds = text.rpartition(":")
        try:
            place = 60 * int(minutes or 0) + float(seconds)
        except ValueError:
            place = -1.0
        if not 0 <= place < 24 * 3600:
            raise ValidationError(_("Write the place as 75, 12.5 or 1:15."))
        return place


class PlaceForm(forms.Form):
    """Where to look, or which frame is taken."""

    at = PlaceField(
        label=gettext_lazy("place in the video"),
        required=False,
        help_text=gettext_lazy("Seconds, or minutes and seconds: 75, 12.5 or 1:15."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def choose_frame(request: HttpRequest, trailer_id: int) -> HttpResponse:
    """Show frames of the trailer; the chosen one becomes a picture and its poster frame."""
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    rows = Trailer.objects.select_related("film__record", "video", "poster")
    trailer = get_object_or_404(rows, pk=trailer_id)
    form = PlaceForm(request.POST if request.method == "POST" else request.GET, label_suffix="")
    problem = _problem(trailer)
    place = form.cleaned_data["at"] if form.is_valid() else None
    if request.method == "POST" and not problem and place is not None:
        problem = _take(request, trailer, place)
        if not problem:
            address = reverse("admin:films_trailer_change", args=[trailer.pk])
            return HttpResponseRedirect(address)
    return _answer(request, trailer, form, place, problem)


def _problem(trailer: Trailer) -> str:
    """Return why no frame can be chosen, '' if one can."""
    if trailer.video is None:
        return _("This trailer has no video here. Upload a picture as its poster frame.")
    if not has_ffmpeg():
        return _("There is no ffmpeg on this server. Upload a picture as the poster frame.")
    if trailer.video.state == trailer.video.State.FAILED:
        return problem_of(trailer.video)
    return ""


def _take(request: HttpRequest, trailer: Trailer, second: float) -> str:
    """Make a frame the trailer's poster; return what went wrong, '' if nothing."""
    stem = trailer.video.original_name.rpartition(".")[0] or "trailer"
    try:
        data = grab_large(trailer.video, second)
        accepted = accept_image(data, f"{stem}-{second:.1f}s.jpg")
    except (ProgramFailed, FileNotFoundError):
        return _("There is no frame at this place. Choose another one.")
    except Refused as refused:
        return " ".join(refused.messages)
    if accepted.is_blank:
        return _("This frame shows one even colour. Choose another one.")
    with change(request.user, _("Poster frame chosen")):
        locked(trailer.film.record)
        trailer.poster = add_image(accepted)
        trailer.save(update_fields=["poster"])
    messages.success(request, _("The poster frame was chosen."))
    return ""


def _answer(
    request: HttpRequest, trailer: Trailer, form: PlaceForm, place: float | None, problem: str
) -> HttpResponse:
    frames = []
    if trailer.video is not None and has_ffmpeg() and not _problem(trailer):
        frames = _frames(trailer, place)
    context = {
        **site.each_context(request),
        "opts": Trailer._meta,
        "original": trailer,
        "title": _("Choose a poster frame"),
        "form": form,
        "problem": problem,
        "frames": frames,
    }
    return TemplateResponse(request, "admin/films/poster_frame.html", context)


def _frames(trailer: Trailer, place: float | None) -> list[dict[str, str]]:
    seconds = spread(trailer.video.seconds or 60.0, place)
    try:
        found = grab_small(trailer.video, seconds)
    except FileNotFoundError:
        return []
    return [
        {
            "at": f"{second:.2f}",
            "shown": f"{int(second) // 60}:{second % 60:04.1f}",
            "url": f"data:image/jpeg;base64,{b64encode(data).decode()}",
        }
        for second, data in found
    ]
