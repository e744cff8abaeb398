"""Names of uploads as people see them, and names of files as the storage keeps them."""

import unicodedata

from assets.specs import NAME_DIGITS, TABLE_VERSION, Crop

# The column of the models is as wide; longer names are cut in front of the extension.
MAX_NAME_LENGTH = 120
# C0, C1, format characters (every bidi control among them), lone surrogates, private use,
# unassigned, line and paragraph separators: none of them belongs in a name on a screen.
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Joiners hold emoji and several scripts together.
JOINERS = {"\u200c", "\u200d"}


def clean_name(name: str) -> str:
    """Return the last path part of `name`, fit for display: NFC, nothing invisible, one line."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    spaced = "".join(" " if char in "\t\r\n" else char for char in last)
    visible = "".join(char for char in spaced if is_visible(char))
    tidy = " ".join(unicodedata.normalize("NFC", visible).split())
    if len(tidy) <= MAX_NAME_LENGTH:
        return tidy
    extension = extension_of(tidy)
    tail = f".{extension}" if extension and len(extension) < 10 else ""
    return tidy[: MAX_NAME_LENGTH - len(tail)].rstrip() + tail


def extension_of(name: str) -> str:
    """Return what follows the last dot, in lower case; "" without one and for a dotfile."""
    stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot and stem.strip(". ") else ""


def original_name_of(sha256: str, extension: str) -> str:
    """Storage name of a picture as it was uploaded; never served to the public."""
    return f"originals/{sha256[:2]}/{sha256}.{extension}"


def rendition_name_of(sha256: str, width: int, extension: str) -> str:
    """Storage name of a rendition `width` pixels wide; served to the public."""
    return f"renditions/{sha256[:2]}/{sha256[:NAME_DIGITS]}-{TABLE_VERSION}-{width}.{extension}"


def crop_name_of(
    sha256: str, crop: Crop, focal: tuple[int, int], width: int, extension: str
) -> str:
    """Storage name of a crop around the focal point (percent), `width` pixels wide."""
    folder, _slash, stem = rendition_name_of(sha256, width, "").rpartition("/")
    return f"{folder}/{stem[:-1]}-{crop.code}{focal[0]}-{focal[1]}.{extension}"


def focal_of(name: str) -> tuple[int, int] | None:
    """Return the focal point in a crop's name; None for every other file."""
    parts = name.rpartition("/")[2].partition(".")[0].split("-")
    return (int(parts[3][1:]), int(parts[4])) if len(parts) == 5 else None


def large_name_of(sha256: str, said: str) -> str:
    """Storage name of a picture in its full size; `said` is a digest of what is written into it."""
    return f"large/{sha256[:2]}/{sha256[:NAME_DIGITS]}-{said}.jpg"


def video_name_of(sha256: str, extension: str) -> str:
    """Storage name of a trailer; served to the public."""
    return f"videos/{sha256[:2]}/{sha256}.{extension}"


def subtitle_name_of(sha256: str, extension: str = "vtt") -> str:
    """Storage name of a WebVTT file; served to the public."""
    return f"subtitles/{sha256[:2]}/{sha256}.{extension}"


def document_name_of(sha256: str, extension: str = "pdf") -> str:
    """Storage name of a PDF; served to the public, for download only."""
    return f"documents/{sha256[:2]}/{sha256}.{extension}"


def site_name_of(sha256: str, extension: str = "zip") -> str:
    """Storage name of an archived site; served page by page, never as a whole."""
    return f"sites/{sha256[:2]}/{sha256}.{extension}"


def file_name_of(kind: str, sha256: str, extension: str) -> str:
    """Storage name of a file that is no picture, by its kind (`MediaFile.Kind`)."""
    names = {"video": video_name_of, "document": document_name_of, "site": site_name_of}
    return names.get(kind, subtitle_name_of)(sha256, extension)


def content_of(address: str) -> str:
    """Return the content in a file's name or address: all sizes of a picture share one."""
    return address.rpartition("/")[2].partition(".")[0].partition("-")[0]


def is_visible(char: str) -> bool:
    """Tell whether a character belongs on a screen."""
    return char in JOINERS or unicodedata.category(char) not in INVISIBLE
