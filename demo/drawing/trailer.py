"""Frames become a trailer: H.264 in MP4, made by ffmpeg, as small as the web likes it."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from PIL import Image


def write_trailer(
    path: Path, frames: Iterable[Image.Image], fps: int = 24, quality: int = 27
) -> int:
    """Encode RGB frames of one even-sided size; return the size of the file in bytes.

    `quality` is x264's constant rate factor (18 is fine, 32 is coarse). One thread and no
    metadata: the same ffmpeg writes the same bytes. A silent sound track is added, because some
    players show a broken loudspeaker without one.
    """
    rows = iter(frames)
    first = next(rows)
    width, height = first.size
    command = ["ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24"]
    command += ["-s", f"{width}x{height}", "-r", str(fps), "-i", "-"]
    command += ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono", "-shortest"]
    command += ["-c:v", "libx264", "-preset", "veryslow", "-crf", str(quality), "-threads", "1"]
    command += ["-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "16k", "-map_metadata", "-1"]
    command += ["-fflags", "+bitexact", "-movflags", "+faststart", str(path)]
    path.parent.mkdir(parents=True, exist_ok=True)
    # The command is made here; nothing in it comes from outside.
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:  # noqa: S603
        assert encoder.stdin is not None
        encoder.stdin.write(first.tobytes())
        for frame in rows:
            encoder.stdin.write(frame.tobytes())
        encoder.stdin.close()
    if encoder.returncode:
        raise RuntimeError(f"ffmpeg could not write {path.name}")
    return path.stat().st_size
