"""Files that nothing needs, and that the daily tidying has not deleted."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from desk.bin.files import unused_files
from desk.doctor.finding import Finding

# The daily tidying takes what is older than a day; by the next evening it is gone.
LEFT_BEHIND = timedelta(days=3)


def find_orphans() -> Iterator[Finding]:
    """Yield one finding for all: they do no harm but for the room."""
    moment = timezone.now() - LEFT_BEHIND
    count = size = 0
    example = ""
    for name in unused_files():
        with suppress(OSError):
            if default_storage.get_modified_time(name) < moment:
                count, size = count + 1, size + default_storage.size(name)
                example = example or name
    if count:
        yield Finding(
            "orphaned files",
            f"{count} files ({filesizeformat(size)}) are needed by no row, revision or publication",
            example,
            "Type: python manage.py tidy. The worker does it daily: look whether it runs.",
        )
