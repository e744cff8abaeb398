"""A clock that stands still: pages ask it what day it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from editorial.memory import forget


def stop_clock(monkeypatch, day: str, hour: int = 12) -> datetime:
    """Let it be this hour of `day` in the company's time zone, from now on."""
    zone = ZoneInfo(timezone.get_default_timezone_name())
    moment = datetime.fromisoformat(day).replace(hour=hour, tzinfo=zone)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    forget()
    return moment
