"""Small real videos, made by ffmpeg once a test run."""

import functools
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from assets.accepting import accept_video
from assets.adding import add_video
from assets.models import MediaFile
from editorial.changes import change

needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="there is no ffmpeg here")
CODECS = {
    "mp4": ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"],
    "mov": ["-c:v", "mpeg4", "-c:a", "pcm_s16le"],
    "webm": ["-c:v", "libvpx", "-b:v", "500k", "-c:a", "libopus"],
}


@functools.cache
def clip(extension="mp4", size="320x180", seconds=2, sound=True, extra=()) -> bytes:
    """Return a test picture with a tone."""
    source = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=12:duration={seconds}"]
    tone = ["-f", "lavfi", "-i", f"sine=duration={seconds}"] if sound else []
    codecs = CODECS[extension] if sound else CODECS[extension][:-2]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / f"clip.{extension}"
        command = ["ffmpeg", "-v", "error", *source, *tone, *codecs, *extra, str(output)]
        subprocess.run(command, check=True, timeout=60)
        return output.read_bytes()


def add_clip(data: bytes | None = None, name: str = "trailer.mp4", **facts) -> MediaFile:
    """Store a video as an upload does; it is not prepared yet."""
    data = clip() if data is None else data
    with change(None, "test"):
        file = add_video((accept_video(data, name), io.BytesIO(data)))
        for key, value in facts.items():
            setattr(file, key, value)
        file.save()
    return file
