"""What the state of a video means, and why one could not be prepared."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from assets.models import MediaFile
from assets.video.tracks import VideoFacts

State = MediaFile.State
# Kept as a word, so that each reader gets it in his or her language.
PROBLEMS = {
    "no_ffmpeg": _(
        "There is no ffmpeg on this server, so no smaller version was made. It is best to have "
        "it installed: the deployment notes say how."
    ),
    "needs_ffmpeg": _(
        "Browsers do not play this file, and there is no ffmpeg on this server to prepare it. "
        "Upload an MP4 with H.264 video, AAC sound and no other tracks, or have ffmpeg installed."
    ),
    "no_pictures": _("It has no video track. Export the trailer anew, with picture and sound."),
    "unreadable": _(
        "It cannot be decoded: it is damaged or in a format that is not taken. Export it as MP4 "
        "with H.264 video and AAC sound, and upload that."
    ),
    "too_long": _("It is longer than %(minutes)s minutes. Upload a shorter clip."),
    "too_large": _("Its picture is larger than %(megapixels)s megapixels. Export it smaller."),
    "limit": _(
        "It took more time or memory than it may. Export it with at most 1920 × 1080 pixels, as "
        "MP4 with H.264 video, and upload that."
    ),
    "missing": _("The file is no longer in the media folder. Upload it again."),
}
MAX_SECONDS = 30 * 60
MAX_PIXELS = 8192 * 4320


def columns_of(facts: VideoFacts) -> dict[str, Any]:
    """Return the columns of a new video: one that browsers play is shown from the first moment."""
    return {
        "state": State.AS_IS if facts.is_playable else State.WAITING,
        "seconds": facts.seconds,
        "width": facts.width,
        "height": facts.height,
    }


def problem_of(file: MediaFile) -> str:
    """Return why a video could not be prepared, and what to do; '' if there is nothing to say."""
    words = PROBLEMS.get(file.problem)
    if words is None:
        return ""
    facts = {"minutes": MAX_SECONDS // 60, "megapixels": MAX_PIXELS // 1_000_000}
    return str(words) % facts if "%(" in str(words) else str(words)
