"""Whether a built kit still says what the film says today; asked often, made once a change."""

from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from editorial.documents import hash_of
from editorial.models import ContentVersion, Record
from editorial.publishing.boundaries import next_boundary
from press.kit.contents import NothingLive, desk_contents, live_contents
from press.kit.formats import FORMATS, version_of
from press.kit.hashing import contents_hash
from press.models import Kit

LONGEST = 24 * 3600  # seconds
NOTHING = "-"


def stamp(contents: str, format: Kit.Format) -> str:
    """Return the hash of a file from that of its contents: the format's code counts as well."""
    return hash_of({"contents": contents, "version": version_of(format)})


def is_outdated(kit: Kit, number: int | None = None) -> bool:
    """Tell whether the film's present contents would make another file.

    `number` is the content version, where somebody asks for many kits.
    """
    format = Kit.Format(kit.format)
    if format not in FORMATS:
        return False
    known = present_hash(kit.record, codes_of(kit), kit.is_draft, number)
    return known is None or stamp(known, format) != kit.contents_hash


def codes_of(kit: Kit) -> tuple[str, ...]:
    return tuple(kit.languages.split(","))


def present_hash(
    record: Record, languages: tuple[str, ...], is_draft: bool, number: int | None = None
) -> str | None:
    """Return the hash of what a kit would hold now; None where nothing is live.

    Kept until anything that visitors see changes, by hand or by itself; a draft's also until the
    record is saved.
    """
    number = ContentVersion.read() if number is None else number
    version = record.version if is_draft else "live"
    key = f"kit-{record.pk}-{'-'.join(languages)}-{version}-{number}"
    known = cache.get(key)
    if known is None:
        now = timezone.now()
        known = _hash(record, languages, is_draft) or NOTHING
        cache.set(key, known, _seconds(now))
    return None if known == NOTHING else str(known)


def _hash(record: Record, languages: tuple[str, ...], is_draft: bool) -> str | None:
    make = desk_contents if is_draft else live_contents
    try:
        return contents_hash(make(record, languages))
    except NothingLive:
        return None


def _seconds(now: datetime) -> int:
    """Return how long what was read at `now` holds; at a boundary pages change by themselves."""
    boundary = next_boundary(now)
    if boundary is None:
        return LONGEST
    return max(0, min(LONGEST, int((boundary - now).total_seconds())))
