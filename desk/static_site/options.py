"""What an export is asked for: where the site will stand, and how its addresses are written."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit


class BadOption(ValueError):
    """An address that cannot be one; the text says why."""


@dataclass(frozen=True)
class Options:
    """`base` is the whole address of the site, such as https://films.example/archive.

    `root` is its path, "" at the top of a host; links are written relative to their page, or with
    that path in front. `jobs` is the number of processes.
    """

    base: str
    is_relative: bool = True
    jobs: int = 1

    @property
    def root(self) -> str:
        return urlsplit(self.base).path

    @property
    def origin(self) -> str:
        return self.base.removesuffix(self.root) if self.root else self.base

    @property
    def words(self) -> dict[str, Any]:
        """Return what makes another site of the same content."""
        return {name: value for name, value in asdict(self).items() if name != "jobs"}


def read_options(base_url: str, prefix: str | None, jobs: int) -> Options:
    """Return the options. Without `prefix` (None) links are relative. Raises `BadOption`."""
    base = base_url.rstrip("/")
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise BadOption(f"“{base_url}” is no address of a site; expected https://films.example.")
    if prefix is None:
        return Options(base, jobs=jobs)
    path = "/" + prefix.strip("/") if prefix.strip("/") else ""
    if parts.path not in ("", path):
        raise BadOption(
            f"The site is to stand at {base}, but its addresses are to begin with {path or '/'}: "
            "leave the path out of one of them."
        )
    return Options(base if parts.path else base + path, is_relative=False, jobs=jobs)
