"""A kept archive: its directory in memory, its files read one by one from where they lie."""

import zlib
from functools import lru_cache
from typing import BinaryIO, cast

from django.core.files.storage import default_storage

from assets.naming import site_name_of
from assets.sites.choosing import languages
from assets.sites.contents import read_member
from assets.sites.directory import Member, read_directory

# Directories are kept for so many sites; one of a thousand files takes about half a megabyte.
KEPT = 16


class Archive:
    """The files of one site by path. What the archive has is known without opening it again."""

    def __init__(self, sha256: str, members: list[Member]) -> None:
        self.sha256 = sha256
        self.members = {member.name: member for member in members}
        # Servers of old did not mind capitals, and no two names here differ in them alone.
        self.folded = {name.casefold(): name for name in self.members}
        self.folders = {
            name[:end].casefold()
            for name in self.members
            for end, letter in enumerate(name)
            if letter == "/"
        }
        self.languages = [code for code in languages() if code in self.folders]

    @property
    def name(self) -> str:
        """The archive's name in the storage."""
        return site_name_of(self.sha256)

    def find(self, path: str) -> Member | None:
        """Return the file of exactly this name, else one that differs in capitals alone."""
        member = self.members.get(path)
        return member or self.members.get(self.folded.get(path.casefold(), ""))

    def read(self, member: Member) -> bytes:
        """Return a file whole. Raises OSError if the archive is gone, Refused if it is damaged."""
        with default_storage.open(self.name) as file:
            data = b"".join(read_member(cast(BinaryIO, file), member))
        if zlib.crc32(data) != member.crc:
            raise OSError(f"{self.name}: {member.name} is damaged")
        return data


@lru_cache(maxsize=KEPT)
def open_archive(sha256: str) -> Archive:
    """Return a kept archive; content never changes. Raises OSError if there is none."""
    with default_storage.open(site_name_of(sha256)) as file:
        return Archive(sha256, read_directory(cast(BinaryIO, file)))
