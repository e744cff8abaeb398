"""export_site DIR: the public site as files for any web server."""

import errno
import os
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desk.progress import ProgressBar
from desk.static_site.exporting import export_site
from desk.static_site.folder import CannotExport
from desk.static_site.options import BadOption, read_options
from editorial.audit.deeds import Deed
from editorial.audit.noting import note

FULL = (errno.ENOSPC, errno.EDQUOT)


class Command(BaseCommand):
    help = (
        "Write the whole public site as files. A second run writes only what has changed; the "
        "former site stays until the new one is whole. Exit code 1 if a link leads nowhere."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", type=Path, help="a new, an empty, or an earlier site's folder"
        )
        parser.add_argument(
            "--base-url", default=settings.SITE_URL, help="where the site will stand (SITE_URL)"
        )
        parser.add_argument(
            "--path-prefix", help="write addresses from the root, below this path, not relative"
        )
        parser.add_argument(
            "--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: cores)"
        )

    def handle(self, *args, folder, base_url, path_prefix, jobs, **options):
        bar = ProgressBar(self.stderr)

        def advance(known, address):
            bar.expect(known)
            bar.advance(address)

        try:
            wanted = read_options(base_url, path_prefix, max(1, jobs))
            done = export_site(folder, wanted, advance)
        except (BadOption, CannotExport) as error:
            raise CommandError(f"{error}\nNothing was changed.") from error
        except BrokenProcessPool as error:
            raise CommandError(
                "A process was ended from outside, perhaps for want of memory: try fewer --jobs. "
                "The former site stays as it was."
            ) from error
        except OSError as error:
            raise CommandError(_why(error, folder)) from error
        bar.finish()
        note(Deed.EXPORTED, kind="static-site")
        self._tell(done)
        if done.problems:
            sys.exit(1)

    def _tell(self, done):
        for problem in done.problems:
            self.stdout.write(problem)
        if done.has_moved_on:
            self.stdout.write("The content was changed meanwhile: export again.")
        if done.is_unchanged:
            self.stdout.write("Nothing has changed since the last export.")
        counts = ", ".join(f"{done.changes[kind]} {kind}" for kind in KINDS)
        self.stdout.write(
            f"{done.files} files, {done.pages} of them pages: {counts}. "
            f"Links to nothing: {len(done.problems)}. {done.seconds:.1f} s."
        )


KINDS = ("new", "changed", "same", "gone")


def _why(error, folder):
    if error.errno in FULL:
        return (
            f"There is no room left on the disk of {folder}: the new site is built beside the "
            "former one, which stays as it was."
        )
    return f"{error}. The former site stays as it was."
