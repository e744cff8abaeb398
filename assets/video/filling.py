"""What a stored video says about itself, noted in its row."""

from contextlib import suppress
from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from assets.containers import Broken
from assets.models import MediaFile
from assets.naming import video_name_of
from assets.video.bare import keep_bare
from assets.video.states import State, columns_of
from assets.video.tracks import read_facts
from editorial.changes import change


def note_facts(file: MediaFile) -> None:
    """Set the columns of a video from its file, if that is there; saves nothing."""
    name = video_name_of(file.sha256, file.extension)
    with suppress(OSError, Broken), default_storage.open(name) as stored:
        facts = read_facts(cast(BinaryIO, stored), file.extension)
        if facts.is_playable:
            keep_bare(file.sha256, file.extension)
        for column, value in columns_of(facts).items():
            setattr(file, column, value)


def fill_facts() -> None:
    """Note them for the videos of sites that are older: what browsers play stays on the pages."""
    videos = MediaFile.objects.filter(kind=MediaFile.Kind.VIDEO, state=State.WAITING, seconds=None)
    for file in videos:
        note_facts(file)
        if file.seconds is not None:
            with change(None, _("Video looked at")):
                file.save(update_fields=["state", "seconds", "width", "height"])
