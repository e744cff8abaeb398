"""What the figures were measured on: without it they say nothing."""

import os
import platform
import re
import subprocess
from pathlib import Path

import django
import gunicorn


def describe() -> dict[str, str | int]:
    """Name the machine and the versions of what serves the pages."""
    return {
        "cores": os.cpu_count() or 1,
        "processor": _first("/proc/cpuinfo", r"model name\s*: (.+)") or platform.machine(),
        "memory_mb": int(_first("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) // 1024,
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "django": django.get_version(),
        "gunicorn": gunicorn.__version__,
        "nginx": _nginx(),
    }


def kind() -> str:
    """Return what files of results are named after: machines of one kind share one."""
    return f"{platform.system()}-{platform.machine()}-{os.cpu_count()}-cores".lower()


def load() -> float:
    """Return how many processes wanted a processor in the last minute; above the cores: noise."""
    return round(os.getloadavg()[0], 1)


def sentence(machine: dict[str, str | int]) -> str:
    """Say it in one line."""
    return (f"{machine['cores']} cores of {machine['processor']}, {machine['memory_mb']} MB, "
            f"{machine['kernel']}, Python {machine['python']}, Django {machine['django']}, "
            f"gunicorn {machine['gunicorn']}, nginx {machine['nginx']}")  # fmt: skip


def _nginx() -> str:
    try:
        told = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
    except OSError:
        return "none"
    return told.strip().rpartition("/")[2]


def _first(path: str, pattern: str) -> str:
    place = Path(path)
    found = re.search(pattern, place.read_text()) if place.exists() else None
    return found[1].strip() if found else ""
