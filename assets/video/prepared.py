"""A video as pages need it: a value, so that a page opens no file."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.files.storage import default_storage

from assets.models import MediaFile
from assets.object_store import Remote
from assets.video.commands import LARGE, LOOP, LOOP_SECONDS, SMALL, Rendition, fit
from assets.video.naming import BARE, loop_part, prepared_name_of
from assets.video.states import State
from editorial.memory import remember

MP4 = "video/mp4"
# As the stylesheets count: what is narrower is a phone held upright.
NARROW = "(max-width: 40rem)"
DEFAULT_SIZE = (1920, 1080)
# A loop of a few frames is a flicker.
LEAST_LOOP_SECONDS = 2.0


class VideoSource(NamedTuple):
    """What `<source>` needs; `media` says on which screens, '' on all."""

    url: str
    mime: str
    media: str


@dataclass(frozen=True)
class Loop:
    """A silent video of some seconds."""

    url: str
    mime: str
    width: int
    height: int


@dataclass(frozen=True)
class Video:
    """A video and what is made of it; length in seconds, size in pixels as it is looked at."""

    sha256: str
    extension: str
    state: str
    seconds: float
    width: int
    height: int
    loop_from: int | None = None

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """What is worth making: no second file of the same size."""
        size = (self.width, self.height)
        is_smaller = fit(size, SMALL) < fit(size, LARGE)
        return (SMALL, LARGE) if is_smaller else (LARGE,)

    @property
    def sources(self) -> tuple[VideoSource, ...]:
        """The files that browsers play, the one for small screens first; () if there is none."""
        if self.state == State.AS_IS:
            return (VideoSource(self._prepared(BARE), MP4, ""),)
        if self.state != State.READY:
            return ()
        medias = {SMALL: NARROW, LARGE: ""}
        return tuple(
            VideoSource(self._prepared(f"{row.name}.mp4"), MP4, medias[row])
            for row in self.renditions
        )

    @property
    def url(self) -> str:
        """The best file, '' if none is playable yet."""
        return self.sources[-1].url if self.sources else ""

    @property
    def shown_size(self) -> tuple[int, int]:
        return fit((self.width, self.height), LARGE)

    @property
    def frame_url(self) -> str:
        """A frame of the video itself, '' before it is made."""
        return self._prepared("frame.jpg") if self.state == State.READY else ""

    @property
    def loop_second(self) -> int:
        """Where the loop begins: where the editor said, or after the first third."""
        if self.loop_from is not None:
            return min(self.loop_from, max(0, int(self.seconds) - 1))
        return max(0, min(int(self.seconds * 0.3), int(self.seconds) - LOOP_SECONDS))

    @property
    def loop(self) -> Loop | None:
        """The silent loop, if there is one; asked of the storage once a content version.

        With fewer lines it is worse than the still that it would stand on. A store on another
        machine is not asked while a page waits: until the loop is made its still is seen.
        """
        size = fit((self.width, self.height), LOOP)
        is_sharp = max(size) >= LOOP.box[0] or min(size) >= LOOP.lines
        if self.state != State.READY or self.seconds < LEAST_LOOP_SECONDS or not is_sharp:
            return None
        part = loop_part(self.loop_second)
        name = prepared_name_of(self.sha256, part)
        is_remote = isinstance(default_storage, Remote)
        if not is_remote and not remember(("loop", name), lambda: default_storage.exists(name)):
            return None
        return Loop(self._prepared(part), MP4, *size)

    def _prepared(self, part: str) -> str:
        return _url(prepared_name_of(self.sha256, part))


def _url(name: str) -> str:
    return default_storage.url(name)


def video_of(
    file: MediaFile,
    seconds: float | None = None,
    width: int | None = None,
    height: int | None = None,
) -> Video:
    """Return the video of a row; what is not known of it is taken to be a minute of 16:9."""
    default_width, default_height = DEFAULT_SIZE
    return Video(
        sha256=file.sha256,
        extension=file.extension,
        state=file.state,
        seconds=seconds or file.seconds or 60.0,
        width=width or file.width or default_width,
        height=height or file.height or default_height,
        loop_from=file.loop_from,
    )
