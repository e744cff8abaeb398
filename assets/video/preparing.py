"""Make of an uploaded video what the public gets: two sizes, a silent loop, a frame."""

import logging
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfileobj, rmtree

from django.core.files.storage import FileSystemStorage, default_storage

from assets.containers import Broken
from assets.models import MediaFile
from assets.naming import video_name_of
from assets.storing import write_once
from assets.video import commands
from assets.video.bare import keep_bare
from assets.video.limited import LimitReached, Limits, ProgramFailed, has_ffmpeg, run_limited
from assets.video.naming import loop_part, prepared_name_of
from assets.video.prepared import Video, video_of
from assets.video.probing import NoPictures, Probe, probe_video
from assets.video.states import MAX_PIXELS, MAX_SECONDS, State
from assets.video.tracks import VideoFacts, read_facts

log = logging.getLogger(__name__)
WORK = "lichtspiel-video-"
FORGOTTEN = 24 * 3600  # seconds after which the folder of a killed worker is nobody's
LEAST_BITS = 200_000
SHORT = Limits(seconds=120)


@dataclass(frozen=True)
class Outcome:
    """What the row of a video says from now on; `problem` is a word of `states.PROBLEMS`."""

    state: str
    problem: str = ""
    seconds: float | None = None
    width: int | None = None
    height: int | None = None


def prepare(file: MediaFile) -> Outcome:
    """Make all files of a video; what is there already stays. Writes no row."""
    try:
        with local_copy(file) as path:
            return _prepare(file, path)
    except FileNotFoundError:
        return Outcome(State.FAILED, "missing")


def _prepare(file: MediaFile, path: Path) -> Outcome:
    facts = _read_facts(file, path)
    if not has_ffmpeg():
        return _without_program(facts)
    try:
        with work_folder() as folder:
            probe = probe_video(path, file.extension, folder)
            if probe.seconds > MAX_SECONDS:
                return _refuse("too_long", facts)
            if probe.width * probe.height > MAX_PIXELS:
                return _refuse("too_large", facts)
            _make_files(file, path, probe, folder)
    except NoPictures:
        return Outcome(State.FAILED, "no_pictures")
    except LimitReached as error:
        log.warning("Video %s: %s", file, error)
        return _refuse("limit", facts)
    except ProgramFailed as error:
        log.warning("Video %s: %s", file, error)
        return Outcome(State.FAILED, "unreadable", facts.seconds, facts.width, facts.height)
    return Outcome(State.READY, "", probe.seconds, probe.width, probe.height)


def _read_facts(file: MediaFile, path: Path) -> VideoFacts:
    """Return what the boxes say; what browsers play gets the copy that pages show."""
    with path.open("rb") as stream, suppress(Broken):
        facts = read_facts(stream, file.extension)
        if facts.is_playable and file.state != State.READY:
            keep_bare(file.sha256, file.extension)
        return facts
    return VideoFacts()


def _without_program(facts: VideoFacts) -> Outcome:
    if facts.is_playable:
        return Outcome(State.AS_IS, "no_ffmpeg", facts.seconds, facts.width, facts.height)
    return Outcome(State.FAILED, "needs_ffmpeg", facts.seconds, facts.width, facts.height)


def _refuse(problem: str, facts: VideoFacts) -> Outcome:
    """What browsers play is served as it is, even if it cannot be made smaller."""
    state = State.AS_IS if facts.is_playable else State.FAILED
    return Outcome(state, problem, facts.seconds, facts.width, facts.height)


def _make_files(file: MediaFile, path: Path, probe: Probe, folder: Path) -> None:
    video = video_of(file, probe.seconds, probe.width, probe.height)
    size = (probe.width, probe.height)
    for row in (slimmed(row, file.size, probe.seconds) for row in video.renditions):
        shown = commands.fit(size, row)
        # Some forty times its length; a machine with one slow core is what this is for.
        limits = Limits(600 + int(40 * probe.seconds), _most_bytes(row, probe.seconds))
        arguments = commands.encode(path, file.extension, row, shown, "out.mp4")
        _make(video, f"{row.name}.mp4", arguments, folder, limits)
    frame = commands.fit(size, commands.LOOP)
    middle = probe.seconds / 3
    arguments = commands.grab(path, file.extension, frame, middle, "out.jpg", pick=25)
    _make(video, "frame.jpg", arguments, folder, SHORT)
    arguments = commands.encode_loop(
        path, file.extension, commands.fit(size, commands.LOOP), video.loop_second, "out.mp4"
    )
    _make(video, loop_part(video.loop_second), arguments, folder, Limits(600))


def slimmed(row: commands.Rendition, size: int, seconds: float) -> commands.Rendition:
    """Return the row with no more bits a second than the upload has: nothing is gained by more."""
    bits = max(LEAST_BITS, int(8 * size / seconds))
    return replace(row, most_bits=min(row.most_bits, bits))


def _most_bytes(row: commands.Rendition, seconds: float) -> int:
    """Twice what the bit rate allows, for the index and for what a short peak adds."""
    return int((row.most_bits + row.audio_bits) / 8 * (seconds + 10) * 2)


def _make(video: Video, part: str, arguments: list[str], folder: Path, limits: Limits) -> None:
    """Make one file and give it its name when it is whole."""
    name = prepared_name_of(video.sha256, part)
    if default_storage.exists(name):
        return
    run_limited("ffmpeg", ["-y", *arguments], folder, limits)
    made = folder / arguments[-1]
    if not made.exists() or not made.stat().st_size:
        raise ProgramFailed(f"nothing in {part}")
    with made.open("rb") as stream:
        write_once(default_storage, name, stream)
    made.unlink()


@contextmanager
def local_copy(file: MediaFile) -> Iterator[Path]:
    """Give the path of the original, copied if the storage is not of this machine."""
    name = video_name_of(file.sha256, file.extension)
    if isinstance(default_storage, FileSystemStorage):
        path = Path(default_storage.path(name))
        if not path.exists():
            raise FileNotFoundError(name)
        yield path
        return
    with work_folder() as folder, default_storage.open(name) as stored:
        path = folder / f"original.{file.extension}"
        with path.open("wb") as copy:
            copyfileobj(stored, copy)
        yield path


@contextmanager
def work_folder() -> Iterator[Path]:
    """Give a folder of one's own; those of killed workers are removed after a day."""
    root = Path(tempfile.gettempdir())
    for old in root.glob(f"{WORK}*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > FORGOTTEN:
                rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=WORK) as name:
        yield Path(name)
