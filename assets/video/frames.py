"""Single frames of a video, for people who choose one."""

import time

from assets.models import MediaFile
from assets.video import commands
from assets.video.limited import Limits, ProgramFailed, run_limited
from assets.video.prepared import video_of
from assets.video.preparing import local_copy, work_folder

PICK = commands.Rendition("pick", 216, 0, 0, 0)
FULL = commands.Rendition("full", 2160, 0, 0, 0)
COUNT = 8
STEP = 0.5  # seconds between frames around a place
ONE_FRAME = Limits(seconds=15)
# Somebody waits for the page: what is not there by then is left out.
PATIENCE = 25.0


def spread(seconds: float, around: float | None = None) -> list[float]:
    """Return seconds at even distances over the video, or every half second around a place."""
    if around is None:
        return [round((place + 0.5) * seconds / COUNT, 2) for place in range(COUNT)]
    last = max(0.0, seconds - 0.1)
    near = (around + (place - COUNT // 2) * STEP for place in range(COUNT))
    return sorted({round(min(last, max(0.0, second)), 2) for second in near})


def grab_small(file: MediaFile, seconds: list[float]) -> list[tuple[float, bytes]]:
    """Return (second, JPEG) for each frame that could be had in time; raises FileNotFoundError."""
    begun = time.monotonic()
    found = []
    for second in seconds:
        if time.monotonic() - begun > PATIENCE:
            break
        try:
            found.append((second, _grab(file, second, PICK)))
        except ProgramFailed:
            continue
    return found


def grab_large(file: MediaFile, second: float) -> bytes:
    """Return one frame in the size of the video; raises ProgramFailed and FileNotFoundError."""
    return _grab(file, second, FULL)


def _grab(file: MediaFile, second: float, row: commands.Rendition) -> bytes:
    video = video_of(file)
    size = commands.fit((video.width, video.height), row)
    with local_copy(file) as path, work_folder() as folder:
        arguments = commands.grab(path, file.extension, size, second, "frame.jpg")
        run_limited("ffmpeg", ["-y", *arguments], folder, ONE_FRAME)
        made = folder / "frame.jpg"
        if not made.exists() or not made.stat().st_size:
            raise ProgramFailed("no frame there")
        return made.read_bytes()
