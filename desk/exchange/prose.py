"""A text as the bytes of its file, and back.

A file saved by an editor of Windows, with a byte order mark or with CR LF at every end of line,
holds the same text. What would be mistaken for that is written so that it comes back.
"""

MARK = "\ufeff"


def write_prose(text: str) -> bytes:
    """Return the text with one line feed behind it, as UTF-8."""
    whole = f"{text}\n"
    if text.endswith("\r"):
        whole = whole.replace("\n", "\r\n")
    return (MARK + whole if text.startswith(MARK) else whole).encode()


def read_prose(whole: str) -> str:
    """Return the text of a file; its last line feed may be missing."""
    whole = whole.removeprefix(MARK)
    if whole.endswith("\r\n"):
        whole = whole.replace("\r\n", "\n")
    return whole.removesuffix("\n")
