"""In which version a screening shows the film, and what German cinemas call it: OmU."""

from typing import Any

from django.utils.translation import gettext as _

from editorial.spelling import fold
from editorial.texts import EMPTY, Text
from films.sheet.context import Context
from films.sheet.objects import VersionLabel
from films.sheet.telling import say_subtitles
from films.sheet.words import language_name

Row = dict[str, Any]
# What cinemas call an original with subtitles, by the reader's language; elsewhere nobody knows it.
SHORT = {"de": {"de": "OmU", "en": "OmeU"}}


def say_version(context: Context, screening: Row) -> VersionLabel:
    """Return what is known of the version. Nothing is said of subtitles that nobody has named.

    A version with several subtitles may bring all of them or a choice, so it tells nothing.
    """
    main, version = _main_version(context), version_of(context, screening)
    codes = version.get("subtitle_languages", [])
    subtitles = screening.get("subtitles") or (codes[0] if len(codes) == 1 else "")
    spoken = version.get("dialogue_languages", [])
    is_other = version.get("uuid") != main.get("uuid")
    name = context.text("versions", version["uuid"], "name") if is_other else EMPTY
    if not subtitles and version.get("has_no_dialogue"):
        return VersionLabel("", _("Without dialogue"), name)
    if is_other and spoken != main.get("dialogue_languages", []):
        return VersionLabel("", _say_dubbed(spoken, subtitles, context.language), name)
    if subtitles in spoken:
        return VersionLabel("", _start(_with_subtitles(subtitles, context.language)), name)
    return _say_original(subtitles, context.language, name)


def version_of(context: Context, screening: Row) -> Row:
    """Return the screening's version, the main one if it names none that is live."""
    versions: list[Row] = context.document.get("versions", [])
    named = (row for row in versions if row["uuid"] == screening.get("version"))
    return next(named, _main_version(context))


def _main_version(context: Context) -> Row:
    versions: list[Row] = context.document.get("versions", [])
    mains = [row for row in versions if row.get("is_main")]
    return next(iter(mains or versions), {})


def _say_original(subtitles: str, language: str, name: Text) -> VersionLabel:
    if not subtitles:
        return VersionLabel("", "", name)
    short = SHORT.get(language, {}).get(subtitles, "")
    words = {"subtitles": say_subtitles(subtitles, language)}
    if fold(words["subtitles"]) in fold(name.value):
        return VersionLabel(short, name.value)
    return VersionLabel(short, _("Original with %(subtitles)s") % words, name)


def _say_dubbed(spoken: list[str], subtitles: str, language: str) -> str:
    parts = []
    if spoken:
        names = ", ".join(language_name(code, language) for code in spoken)
        parts.append(_("language: %(language)s") % {"language": names})
    if subtitles:
        parts.append(_with_subtitles(subtitles, language))
    return _start(", ".join(parts))


def _with_subtitles(code: str, language: str) -> str:
    return _("with %(subtitles)s") % {"subtitles": say_subtitles(code, language)}


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
