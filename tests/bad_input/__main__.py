"""Run the cases of a manifest for the doors that exist; exit code 1 on a failure."""

import os
import sys
import traceback
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.bad_input.manifest import Case, DoesNotApply, read_cases
from tests.bad_input.memory import Peak
from tests.bad_input.world import Server, furnish, open_world

SURFACES = (
    "image",
    "video",
    "subs",
    "markdown",
    "import",
    "url",
    "header",
    "zip",
    "docs",
    "signed",
    "export",
    "redirect",
    "login",
    "admin",
    "race",
    "fault",
)
# Of the processor, for all steps of a case. Two are meant, and a quiet machine takes three for the
# dearest, which is saved, published and shown. A busy one has been seen to take five times as long,
# and must not fail what is right: what this is to find takes minutes.
SECONDS = 20.0
# Of a request; a press kit is built by the worker.
MEGABYTES, KIT_MEGABYTES = 100.0, 200.0
# Each asks many times, or starts servers of its own.
UNTIMED = ("signed", "login", "admin", "race")


def warm_up() -> None:
    """Load what the first file that is taken would load, so that no case pays for it."""
    from tests.bad_input.doors import try_image
    from tests.factories import picture_bytes

    taken = {"status": 302, "stored": True}
    picture = picture_bytes(colour=(9, 9, 9))
    try_image(Case("", "image", "file", "", "a.jpg", "image/jpeg", picture, {}, taken))


class Cost(NamedTuple):
    case: str
    seconds: float  # of the processor
    megabytes: float


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m tests.bad_input MANIFEST")
        return 2
    cases = read_cases(Path(arguments[0]))
    open_world()
    names = furnish()
    servers = {"http": Server("http"), "https": Server("https")}
    passed = failed = 0
    others: list[str] = []
    costs: list[Cost] = []
    warm_up()
    try:
        for case in cases:
            if case.surface not in SURFACES:
                continue
            try:
                problem = attempt(case, servers, names, costs)
            except DoesNotApply:
                others.append(case.id)
                continue
            passed, failed = passed + (not problem), failed + bool(problem)
            if problem:
                print(f"FAILED {case.id} ({case.how}): {problem}", flush=True)
    finally:
        for server in servers.values():
            server.stop()
    later = Counter(case.surface for case in cases if case.surface not in SURFACES)
    for surface, count in sorted(later.items()):
        print(f"no door yet: {surface}, {count} cases")
    if others:
        print(f"of another database: {', '.join(others)}")
    for cost in dearest(costs):
        print(f"dearest: {cost.case}, {cost.seconds:.1f} s, {cost.megabytes:.0f} MB")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def spent() -> float:
    """Return the processor time of this process and of the programs it waited for, in seconds."""
    return sum(os.times()[:4])


def dearest(costs: list[Cost]) -> list[Cost]:
    """Return the cases that took the most time and the most memory."""
    if not costs:
        return []
    return [max(costs, key=lambda cost: cost.seconds), max(costs, key=lambda cost: cost.megabytes)]


def attempt(
    case: Case, servers: dict[str, Server], names: dict[str, str], costs: list[Cost]
) -> str:
    """Try one case; an exception, a dear answer or files it has broken are a failure as well."""
    from tests.bad_input.soundness import broken_files

    before = broken_files()
    problem = afforded(case, servers, names, costs)
    broken = broken_files() - before
    return problem or (f"it leaves files missing or damaged: {sorted(broken)}" if broken else "")


def afforded(
    case: Case, servers: dict[str, Server], names: dict[str, str], costs: list[Cost]
) -> str:
    """Try one case, and note what it costs."""
    started, peak = spent(), Peak()
    try:
        problem = attempted(case, servers, names)
    except DoesNotApply:
        raise
    except Exception:
        return traceback.format_exc(limit=-3)
    cost = Cost(case.id, spent() - started, peak.grown())
    if case.surface in UNTIMED or case.kind == "fault":
        return problem
    costs.append(cost)
    return problem or too_dear(cost, case)


def too_dear(cost: Cost, case: Case) -> str:
    """Say so if a case took too much; two copies of what it sends are the client's own."""
    if cost.seconds > SECONDS:
        return f"took {cost.seconds:.1f} s"
    sent = 2 * len(case.data or b"") / 1_000_000
    most = KIT_MEGABYTES if case.surface == "export" else MEGABYTES + sent
    return f"took {cost.megabytes:.0f} MB" if cost.megabytes > most else ""


def attempted(case: Case, servers: dict[str, Server], names: dict[str, str]) -> str:
    """Try one case by the door of its surface; return what went wrong, or ''."""
    from tests.bad_input.desk_requests import try_desk_request
    from tests.bad_input.documents import try_document
    from tests.bad_input.doors import try_image, try_import, try_markdown
    from tests.bad_input.exports import try_export
    from tests.bad_input.faults import FAULTS, try_fault
    from tests.bad_input.films import try_subtitles, try_video
    from tests.bad_input.logins import try_login
    from tests.bad_input.races import try_race
    from tests.bad_input.redirects import try_redirect
    from tests.bad_input.requests import try_request
    from tests.bad_input.signed import try_signed
    from tests.bad_input.sites import try_site

    if case.kind == "fault":
        return try_fault(case.id) if case.id in FAULTS else "no such fault is known here"
    if case.surface == "export":
        return try_export(case)
    asking = {"signed": try_signed, "redirect": try_redirect, "login": try_login,
              "admin": try_desk_request, "race": try_race}  # fmt: skip
    if case.surface in asking:
        return asking[case.surface](case, servers["http"])
    if case.kind == "request":
        # Without a proxy nobody is believed: a site of https answers http with a redirect.
        scheme = "https" if case.expect.get("status") == 301 else "http"
        return try_request(case, servers[scheme], names)
    if case.data is None:
        return "the file of this case is missing"
    taking = {"image": try_image, "video": try_video, "subs": try_subtitles,
              "markdown": try_markdown, "import": try_import, "zip": try_site,
              "docs": try_document}  # fmt: skip
    return taking[case.surface](case)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
