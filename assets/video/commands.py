"""What ffmpeg and ffprobe are asked to do. Everything here is lists of arguments."""

from dataclasses import dataclass
from pathlib import Path

# The demuxer is named, never guessed: a file cannot make itself a playlist that reads others.
DEMUXERS = {"mp4": "mov", "m4v": "mov", "mov": "mov", "webm": "matroska"}
# What cameras, editing programs and browsers write; the rarest decoders have the most holes.
DECODERS = ",".join((
    "h264", "hevc", "av1", "libdav1d", "vp8", "vp9", "libvpx", "libvpx-vp9",
    "prores", "dnxhd", "cfhd", "mpeg4", "mpeg2video", "mjpeg", "dvvideo", "rawvideo", "v210",
    "aac", "mp3", "mp3float", "ac3", "eac3", "alac", "flac", "opus", "libopus", "vorbis",
    "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le",
))  # fmt: skip
THREADS = ["-threads", "2"]


@dataclass(frozen=True)
class Rendition:
    """One row: lines of the short side at most, and how H.264 is to be packed (bits a second)."""

    name: str
    lines: int
    crf: int
    most_bits: int
    audio_bits: int

    @property
    def box(self) -> tuple[int, int]:
        """Long and short side of the frame it has to fit in, in pixels."""
        return round(self.lines * 8 / 9) * 2, self.lines


LARGE = Rendition("1080", 1080, 20, 6_000_000, 128_000)
SMALL = Rendition("480", 480, 23, 1_200_000, 128_000)
# Ten seconds of it have at most 1.4 MB: it loads behind a page that is read meanwhile.
LOOP = Rendition("loop", 720, 27, 900_000, 0)
LOOP_SECONDS = 10


def fit(size: tuple[int, int], row: Rendition) -> tuple[int, int]:
    """Return width and height for a rendition: even, never larger than the video itself."""
    width, height = size
    long, short = row.box
    scale = min(1.0, long / max(size), short / min(size))
    return _even(width * scale, width), _even(height * scale, height)


def _even(pixels: float, most: int) -> int:
    """H.264 of browsers knows even sizes only."""
    return max(2, min(round(pixels / 2) * 2, most // 2 * 2))


def read_from(path: Path, extension: str, second: float | None = None) -> list[str]:
    """Return the arguments that open a video, at a second if one is given."""
    demuxer = DEMUXERS[extension]
    # A movie must not name other files in which its pictures lie.
    bound = ["-enable_drefs", "0", "-use_absolute_path", "0"] if demuxer == "mov" else []
    place = ["-ss", f"{second:.3f}"] if second is not None else []
    allowed = ["-protocol_whitelist", "file", "-codec_whitelist", DECODERS]
    return [*allowed, "-f", demuxer, *bound, *place, "-i", f"file:{path}"]


def probe(path: Path, extension: str) -> list[str]:
    wanted = (
        "format=duration:stream=codec_type,duration,width,height,sample_aspect_ratio"
        ":stream_disposition=attached_pic:stream_side_data=rotation"
    )
    source = read_from(path, extension)
    return ["-v", "error", *source[:-2], "-show_entries", wanted, "-of", "json", source[-1]]


def encode(
    path: Path, extension: str, row: Rendition, size: tuple[int, int], output: str
) -> list[str]:
    """Return the arguments for a rendition with sound."""
    sound = [
        "-map",
        "0:a:0?",
        "-c:a",
        "aac",
        "-b:a",
        str(row.audio_bits),
        "-ac",
        "2",
        "-ar",
        "48000",
    ]
    source = read_from(path, extension)
    return [*BEGINNING, *source, *_pictures(row, size, 60), *sound, *_file(output)]


def encode_loop(
    path: Path, extension: str, size: tuple[int, int], second: float, output: str
) -> list[str]:
    """Return the arguments for the silent loop."""
    source = read_from(path, extension, second)
    length = ["-an", "-t", str(LOOP_SECONDS)]
    return [*BEGINNING, *source, *_pictures(LOOP, size, 30), *length, *_file(output)]


def grab(
    path: Path, extension: str, size: tuple[int, int], second: float, output: str, pick: int = 0
) -> list[str]:
    """Return the arguments for one frame; of `pick` frames from there the most typical."""
    chosen = f"thumbnail={pick}," if pick else ""
    filters = ["-vf", f"{chosen}{_scale(size)}", "-frames:v", "1", "-q:v", "3", "-an", "-sn"]
    source = read_from(path, extension, second)
    return [*BEGINNING, *source, "-map", "0:V:0", *filters, *_plain(), "-f", "mjpeg", output]


BEGINNING = ["-nostdin", "-hide_banner", "-v", "error", *THREADS]


def _pictures(row: Rendition, size: tuple[int, int], most_frames: int) -> list[str]:
    filters = f"yadif=deint=interlaced,{_scale(size)},format=yuv420p"
    rate = [
        "-crf",
        str(row.crf),
        "-maxrate",
        str(row.most_bits),
        "-bufsize",
        str(2 * row.most_bits),
    ]
    coding = ["-c:v", "libx264", "-profile:v", "high", "-preset", "medium", "-pix_fmt", "yuv420p"]
    return ["-map", "0:V:0", "-vf", filters, "-fpsmax", str(most_frames), *coding, *rate, *THREADS]


def _scale(size: tuple[int, int]) -> str:
    return f"scale={size[0]}:{size[1]}:flags=lanczos,setsar=1"


def _file(output: str) -> list[str]:
    return ["-sn", "-dn", *_plain(), "-movflags", "+faststart", "-f", "mp4", output]


def _plain() -> list[str]:
    """Nothing that the camera wrote: no place, no name, no date."""
    return ["-map_metadata", "-1", "-map_chapters", "-1"]
