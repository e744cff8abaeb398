"""Ask whether a known gap is in what we use: `make check` runs it over requirements/dev.lock.

The advisories are those of the Python Packaging Advisory Database, as the package index gives them
out. A machine that cannot ask, or an index without them, is no reason to call the code unsafe, and
none to call it safe: it is said how many packages were not asked for, and with AUDIT=require, as a
release has it, that is a failure.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements/dev.lock"
# Gaps that do not concern us: identifier -> why, and until when somebody looks again.
ACCEPTED: dict[str, str] = {}
SECONDS = 300


@dataclass(frozen=True)
class Audit:
    """What was found: packages that were asked for, those that were not, gaps in words."""

    asked: int
    unknown: tuple[str, ...]
    gaps: tuple[str, ...]


def read_answer(text: str) -> Audit:
    """Read the JSON of pip-audit. Raises ValueError if it is none."""
    packages = json.loads(text)["dependencies"]
    known = [package for package in packages if "vulns" in package]
    gaps = [
        f"{package['name']} {package['version']}: {gap['id']}, mended in "
        f"{', '.join(gap['fix_versions']) or 'no version'}"
        for package in known
        for gap in package["vulns"]
        if not {gap["id"], *gap.get("aliases", [])} & ACCEPTED.keys()
    ]
    unknown = [package["name"] for package in packages if "vulns" not in package]
    return Audit(len(known), tuple(unknown), tuple(gaps))


def say(audit: Audit) -> str:
    lines = [f"Known gap: {gap}" for gap in audit.gaps]
    if audit.unknown:
        total = audit.asked + len(audit.unknown)
        lines.append(
            f"NOT AUDITED: {len(audit.unknown)} of {total} packages; nobody knows of them."
        )
    else:
        lines.append(f"{audit.asked} packages audited.")
    return "\n".join(lines)


def exit_code(audit: Audit, must_know: bool) -> int:
    """Return 1 for a gap, and for not knowing if that is asked for."""
    return int(bool(audit.gaps) or (must_know and bool(audit.unknown or not audit.asked)))


def ask() -> str:
    """Return what pip-audit says; it asks for packages by name and version, and installs none."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--require-hashes",
               "--disable-pip", "--progress-spinner", "off", "--format", "json"]  # fmt: skip
    done = subprocess.run(  # noqa: S603 - our own arguments, no shell
        command, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    if not done.stdout.strip():
        raise ValueError((done.stderr.strip().splitlines() or ["pip-audit said nothing."])[-1])
    return done.stdout


def main() -> int:
    must_know = os.environ.get("AUDIT") == "require"
    try:
        audit = read_answer(ask())
    except (ValueError, subprocess.TimeoutExpired) as error:
        print(f"NOT AUDITED: the advisories could not be asked for ({str(error)[:200]}).")
        return int(must_know)
    print(say(audit))
    return exit_code(audit, must_know)


if __name__ == "__main__":
    sys.exit(main())
