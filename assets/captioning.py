"""A file's own words become a picture's texts and credits, where those are still empty."""

from assets.metadata import FileWords
from assets.models import Image
from editorial.fields import column, languages


def suggest(words: FileWords, source_language: str = "") -> dict[str, str]:
    """Return what the file says, by the picture's columns.

    A caption of no said language goes to `source_language` (else the site's first), unless the
    file has captions in languages of the site.
    """
    captions = {code: words.captions[code] for code in languages() if code in words.captions}
    if not captions and "" in words.captions:
        captions[source_language or languages()[0]] = words.captions[""]
    found = {column("caption", code): text for code, text in captions.items()}
    found["photographer"] = words.photographer
    found["copyright"] = words.copyright
    return {name: text for name, text in found.items() if text}


def fill_from_file(image: Image, words: FileWords, source_language: str = "") -> list[str]:
    """Fill empty columns of the picture; return the names of those that were."""
    filled = []
    for name, text in suggest(words, source_language).items():
        if not getattr(image, name):
            setattr(image, name, text)
            filled.append(name)
    return filled
