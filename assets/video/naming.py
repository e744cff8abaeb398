"""Names of what is made of a video; all begin with its content, so that one look finds them."""

from assets.naming import video_name_of

# The upload without what the camera wrote in it.
BARE = "bare.mp4"
# What the gate lets out of the folder of videos, after the content.
PREPARED = r"-(?:1080|480|bare|loop[0-9]{1,5})\.mp4|-frame\.jpg"


def prepared_name_of(sha256: str, part: str) -> str:
    """Storage name of a prepared file; `part` is `1080.mp4`, `480.mp4`, `frame.jpg` ..."""
    return f"{video_name_of(sha256, '')[:-1]}-{part}"


def loop_part(second: int) -> str:
    return f"loop{second}.mp4"
