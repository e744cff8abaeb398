"""One thing that is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse


@dataclass(frozen=True)
class Finding:
    """`where` is a file, row or setting, `remedy` what to type or click. English, for operators."""

    check: str
    what: str
    where: str
    remedy: str


Find = Callable[[], Iterator[Finding]]


def admin_url(name: str, *args: object) -> str:
    """Return the whole address of a page of the admin."""
    return f"{settings.SITE_URL}{reverse(f'admin:{name}', args=args)}"
