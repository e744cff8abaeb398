"""What a request costs the server: our pages beside nginx, bare WSGI, Django's cache and ORM.

Every round asks each contestant so many times and divides the CPU time that its processes used by
the number of answers. Who asks is a process apart and counts nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from bench.measuring import Asked, Measurement, Samples, alternate, one, ratio_of
from bench.requests.contestants import all_servers
from bench.requests.counting import count_queries
from bench.requests.load import Load, press
from bench.requests.processes import Server
from bench.requests.site import FILM, FILM_PAGE, HOME, change_elsewhere, change_film, fill_site

ROUNDS = 9
# So many that the least of them takes a tenth of a second.
MANY, SOME, FEW = 4000, 300, 12
COST = "µs CPU"
TO_BARE, TO_DJANGO, TO_FIVE, MOST_QUERIES, MOST_P99 = 1.1, 0.5, 1.2, 8, 10.0
# What a page with five queries costs on leaner tables than ours, in bare answers.
LEAN_FIVE = 25


@dataclass
class Round:
    """The servers, and what was seen from the other side of the line."""

    servers: dict[str, Server]
    asked: Asked
    loads: dict[str, list[Load]] = field(default_factory=dict)

    def cost(self, server: str, path: str, count: int) -> Callable[[], float]:
        """Return what measures the microseconds of one answer under load."""
        running, often = self.servers[server], count if not self.asked.is_quick else 64

        def measure() -> float:
            before = running.cpu()
            self.loads.setdefault(server, []).append(press(running.port, path, often))
            return (running.cpu() - before) / often

        return measure

    def cost_after(self, change: Callable[[], None], path: str) -> Callable[[], float]:
        """Return what measures the first answer after each of a few changes."""
        running, often = self.servers["uncached"], self.asked.times(FEW)

        def measure() -> float:
            spent = 0.0
            for _number in range(often):
                change()
                before = running.cpu()
                press(running.port, path, 1)
                spent += running.cpu() - before
            return spent / often

        return measure


def bench_requests(asked: Asked) -> list[Measurement]:
    environment = fill_site(asked.folder, asked.is_quick)
    with all_servers(asked.folder, environment) as servers:
        this = Round(servers, asked)
        costs = alternate(_kept_pages(this), asked.times(ROUNDS), warm_up=2)
        costs |= alternate(_made_pages(this), asked.times(ROUNDS), warm_up=2)
    found = [Measurement(name, COST, samples) for name, samples in costs.items()]
    return [*found, *_ratios(costs), *_seen(this), *_queries()]


def _kept_pages(this: Round) -> dict[str, Callable[[], float]]:
    named = ("nginx, file", "nginx, proxy_cache", "bare WSGI", "bare WSGI, our headers",
             "Django's cache", "Django's cache, outside")  # fmt: skip
    return {
        **{name: this.cost(name, FILM_PAGE, MANY) for name in named},
        "film page, cached": this.cost("ours", FILM_PAGE, MANY),
    }


def _made_pages(this: Round) -> dict[str, Callable[[], float]]:
    made = {"five queries": this.cost("five queries", f"/{FILM}/", SOME)}
    for name, path in (("film page", FILM_PAGE), ("home", HOME)):
        made[f"{name}, uncached"] = this.cost("uncached", path, SOME)
        made[f"{name}, changed elsewhere"] = this.cost_after(change_elsewhere, path)
        made[f"{name}, film changed"] = this.cost_after(change_film, path)
    return made


def _ratios(costs: dict[str, Samples]) -> list[Measurement]:
    kept, five = costs["film page, cached"], costs["five queries"]
    return [
        ratio_of("cached film page to bare WSGI", kept, costs["bare WSGI"], TO_BARE),
        ratio_of("cached film page to bare WSGI, our headers", kept,
                 costs["bare WSGI, our headers"]),
        ratio_of("cached film page to Django's cache", kept, costs["Django's cache"], TO_DJANGO),
        ratio_of("cached film page to Django's cache, outside", kept,
                 costs["Django's cache, outside"]),
        ratio_of("cached film page to nginx, file", kept, costs["nginx, file"]),
        ratio_of("nginx, proxy_cache to nginx, file", costs["nginx, proxy_cache"],
                 costs["nginx, file"]),
        ratio_of("five queries to bare WSGI", five, costs["bare WSGI"]),
        *(ratio_of(f"uncached {page} to five queries", costs[f"{page}, uncached"], five, TO_FIVE)
          for page in ("film page", "home")),
        *(ratio_of(f"uncached {page} to {LEAN_FIVE} bare answers", costs[f"{page}, uncached"],
                   tuple(LEAN_FIVE * cost for cost in costs["bare WSGI"]), TO_FIVE)
          for page in ("film page", "home")),
        *(ratio_of(f"{page}, {state}, to five queries", costs[f"{page}, {state}"], five)
          for page in ("film page", "home") for state in ("changed elsewhere", "film changed")),
    ]  # fmt: skip


def _seen(this: Round) -> list[Measurement]:
    """What visitors notice; who asks needs a processor, too, so the rates are no server's best."""
    found = []
    for server in ("ours", "bare WSGI", "nginx, proxy_cache", "nginx, file"):
        loads = this.loads[server][2:]
        most = MOST_P99 if server == "ours" else None
        name = "film page, cached" if server == "ours" else server
        rates = tuple(load.timed / load.seconds for load in loads)
        found += [
            Measurement(f"{name}, rate", "requests/s", rates),
            Measurement(f"{name}, p50", "ms", tuple(load.p50 for load in loads)),
            Measurement(f"{name}, p99", "ms", tuple(load.p99 for load in loads), at_most=most),
        ]
    return found


def _queries() -> list[Measurement]:
    return [
        one("film page, cached, queries", "queries", count_queries(FILM_PAGE, is_cached=True), 0),
        one("film page, uncached, queries", "queries", count_queries(FILM_PAGE), MOST_QUERIES),
        one("home, uncached, queries", "queries", count_queries(HOME), MOST_QUERIES),
        *(one(f"{name}, changed elsewhere, queries", "queries",
              count_queries(path, change_elsewhere))
          for name, path in (("film page", FILM_PAGE), ("home", HOME))),
    ]  # fmt: skip
