"""The types of file that an old site may hold, and as what they are served."""

from assets.naming import extension_of

# Deflated in the archive: nobody asks for a part of them.
TEXTS = {
    "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml",
    "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
    "json": "application/json", "map": "application/json",
    "webmanifest": "application/manifest+json", "xml": "application/xml",
    "rss": "application/rss+xml", "atom": "application/atom+xml",
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv",
    "vtt": "text/vtt", "srt": "text/plain", "svg": "image/svg+xml",
}  # fmt: skip
# Kept as they are: they are compressed already, and players ask for ranges.
MEDIA = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "png": "image/png",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "bmp": "image/bmp",
    "ico": "image/x-icon", "cur": "image/x-icon",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "eot": "application/vnd.ms-fontobject",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg",
    "wav": "audio/wav", "mid": "audio/midi",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "mov": "video/quicktime", "flv": "video/x-flv", "swf": "application/x-shockwave-flash",
    "pdf": "application/pdf",
}  # fmt: skip
PAGES = ("html", "htm", "xhtml")
INDEX_NAMES = ("index.html", "index.htm", "index.xhtml", "default.html", "default.htm")


def media_type_of(path: str) -> str:
    """Return the media type of a file's name, without charset; "" for what is not taken."""
    extension = extension_of(path.rpartition("/")[2])
    return TEXTS.get(extension) or MEDIA.get(extension, "")


def is_text(path: str) -> bool:
    return extension_of(path.rpartition("/")[2]) in TEXTS


def is_page(path: str) -> bool:
    return extension_of(path.rpartition("/")[2]) in PAGES


def is_index(path: str) -> bool:
    return path.rpartition("/")[2].lower() in INDEX_NAMES
