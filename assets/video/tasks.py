"""Background work on videos."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from assets.models import MediaFile
from assets.video.bare import drop_bare
from assets.video.limited import has_ffmpeg
from assets.video.naming import BARE, loop_part, prepared_name_of
from assets.video.prepared import video_of
from assets.video.preparing import prepare
from assets.video.states import State
from editorial.changes import change

# Why a video could not be prepared, where the file itself was to blame.
MENDED_BY_UPLOAD = ("missing", "unreadable")
VIDEOS = MediaFile.objects.filter(kind=MediaFile.Kind.VIDEO)


@task(queue_name="media")
def prepare_video(file_id: int) -> None:
    """Make the public files of a video; pages offer them from then on."""
    file = VIDEOS.filter(pk=file_id).first()
    if file is None:
        return
    found = prepare(file)
    with change(None, _("Video prepared")) as opened:
        VIDEOS.filter(pk=file_id, sha256=file.sha256).update(
            state=found.state,
            problem=found.problem,
            seconds=found.seconds,
            width=found.width,
            height=found.height,
        )
        opened.show()
    if found.state == State.READY:
        drop_bare(file.sha256)


def prepare_later(file: MediaFile) -> None:
    """Have a video prepared once what is being saved is saved."""
    transaction.on_commit(lambda: prepare_video.enqueue(file.pk))


def prepare_again(file: MediaFile) -> None:
    """Have a video prepared whose file was missing or damaged and has been uploaded again."""
    if file.state == State.FAILED and file.problem in MENDED_BY_UPLOAD:
        file.state, file.problem = State.WAITING, ""
        file.save(update_fields=["state", "problem"])
        prepare_later(file)


def unprepared() -> list[MediaFile]:
    """Return the videos that are still to be prepared, or of which a file has gone."""
    found = []
    for file in VIDEOS.all():
        is_waiting = file.state == State.WAITING
        is_to_do = file.state == State.AS_IS and file.problem in ("", "no_ffmpeg")
        can_now = file.state == State.FAILED and file.problem == "needs_ffmpeg"
        is_bare = file.state != State.AS_IS or default_storage.exists(_bare_name(file))
        has_gone = file.state == State.READY and not _is_whole(file)
        if is_waiting or not is_bare or (has_ffmpeg() and (is_to_do or can_now or has_gone)):
            found.append(file)
    return found


def _bare_name(file: MediaFile) -> str:
    return prepared_name_of(file.sha256, BARE)


def _is_whole(file: MediaFile) -> bool:
    video = video_of(file)
    parts = [f"{row.name}.mp4" for row in video.renditions]
    parts += ["frame.jpg", loop_part(video.loop_second)]
    return all(default_storage.exists(prepared_name_of(file.sha256, part)) for part in parts)
