"""Whether a name exists: neither the page tells, nor the work that was done."""

from pathlib import Path
from statistics import median

from tests.bad_input.logins.somebody import WRONG, log_in, make_account, server, visitor_at
from tests.bad_input.redirects import TOKEN, Answer

TRIES, ROUNDS = 40, 3
CLOSE = 1.10
CHANGING = ("Date", "Expires", "Set-Cookie")


def same_page() -> str:
    """The same name, before and after there is an account of it."""
    before = _bare(log_in(visitor_at("192.0.2.61"), "perhaps", WRONG))
    make_account("perhaps")
    after = _bare(log_in(visitor_at("192.0.2.61"), "perhaps", WRONG))
    if before != after:
        return "the pages differ"
    return "" if before[0] == 200 else f"status {before[0]}"


def _bare(answer: Answer) -> tuple[int, list[tuple[str, str]], bytes]:
    """Leave out the token, which is new for each page, and what the clock says."""
    status, headers, body = answer
    kept = [(name, value) for name, value in headers.items() if name not in CHANGING]
    return status, kept, TOKEN.sub(b"", body)


def same_time() -> str:
    """Measure what the server's processor did: machines are busy.

    That disturbs measurements all the same; what a name tells shows each time.
    """
    make_accounts()
    problem = ""
    for begin in range(0, ROUNDS * TRIES, TRIES):
        problem = _difference(range(begin, begin + TRIES))
        if not problem:
            break
    return problem


def _difference(numbers: range) -> str:
    """Ask for both by turns; return how far their medians lie apart if that is too much."""
    spent: dict[str, list[float]] = {"known": [], "unknown": []}
    for number in numbers:
        for kind, times in spent.items():
            visitor = visitor_at(f"198.18.{len(kind)}.{number}")
            visitor.ask("/admin/login/")
            begin = processor_time()
            status = log_in(visitor, f"{kind}-{number}", WRONG)[0]
            times.append(processor_time() - begin)
            if status != 200:
                return f"status {status}"
    medians = {kind: median(times) for kind, times in spent.items()}
    told = ", ".join(f"{kind} {seconds:.4f} s" for kind, seconds in medians.items())
    return "" if max(medians.values()) < min(medians.values()) * CLOSE else f"medians: {told}"


def make_accounts() -> None:
    """Make accounts with one password; it need be hashed once only."""
    from django.contrib.auth import get_user_model

    model = get_user_model()
    hashed = make_account("known-0").password
    model.objects.bulk_create(
        model(username=f"known-{number}", password=hashed) for number in range(1, ROUNDS * TRIES)
    )


def processor_time() -> float:
    """Return the seconds that all threads of the server's processes have run."""
    pids, found = [server().process.pid], 0.0
    while pids:
        for task in Path(f"/proc/{pids.pop()}/task").iterdir():
            found += int((task / "schedstat").read_text().split()[0]) / 1e9
            pids += [int(pid) for pid in (task / "children").read_text().split()]
    return found
