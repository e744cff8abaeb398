"""All benches by name, in the order in which they run."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from bench.measuring import Asked, Measurement


@dataclass(frozen=True)
class Bench:
    """One row: `place` is `module:function`.

    With `has_site` Django is set up in the bench's process, with `has_database` on a migrated one.
    `is_alone` runs only when it is named: it takes words of its own and prints a table.
    """

    name: str
    about: str
    place: str
    has_site: bool = True
    has_database: bool = True
    is_alone: bool = False

    @property
    def is_there(self) -> bool:
        return find_spec(self.place.partition(":")[0]) is not None

    def load(self) -> Callable[[Asked], list[Measurement]]:
        """Import it now: what it imports may need Django's settings."""
        module, _colon, function = self.place.partition(":")
        return getattr(import_module(module), function)  # type: ignore[no-any-return]


BENCHES = (
    Bench("requests", "server CPU per request: our pages, nginx, bare WSGI, Django's cache",
          "bench.requests.comparing:bench_requests"),
    Bench("renditions", "all sizes of a picture of 5 megapixels, and Pillow's default loop",
          "bench.renditions:bench_renditions", has_database=False),
    Bench("imports", "films imported, exported and asked for, 10 and 1,000 of them",
          "bench.imports:bench_imports"),
    Bench("exchange", "import, export, backup: exchange --films 1000 10000 --database URL",
          "bench.exchange.command:bench_exchange", has_site=False),
    Bench("backup", "backup, verify, restore with files: backup --films 1000 --pictures 10000",
          "bench.backup.command:bench_backup", has_site=False),
    Bench("static", "the site as files, and behind nginx: static --films 1000",
          "bench.static_site:bench_static_site"),
    Bench("size", "a catalogue of any size: size --films 20000 --ask",
          "bench.size.command:bench_size", has_site=False, is_alone=True),
    Bench("form", "the film form beside a plain one, and the pickers",
          "bench.film_form:bench_film_form"),
    Bench("microsite", "a diary of 90 entries beside the film page",
          "bench.microsite:bench_microsite"),
    Bench("kit", "a press kit beside WeasyPrint's", "bench.kit:bench_kit"),
    Bench("names", "searches among 100,000 names, and likely doubles", "bench.names:bench_names"),
    Bench("weight", "what pages weigh on a phone (needs a Chromium)",
          "bench.page_weight:bench_weight", has_site=False),
)  # fmt: skip
BY_NAME = {bench.name: bench for bench in BENCHES}
