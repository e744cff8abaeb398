"""What the audit log says of a change of rights: “editor → owner; de → de, en; → 2027-03-31”."""

from datetime import date
from typing import Any

from desk.members.roster import role_in_roster


def tell_change(user: Any, role: str, languages: list[str], ends_on: date | None) -> str:
    """Return what is about to change; '' when only the account's name or address does."""
    known = getattr(user, "membership", None)
    pairs = [
        (role_in_roster(user) if user.is_active else "", role),
        (", ".join(known.languages) if known else "", ", ".join(languages)),
        (_day(known.ends_on if known else None), _day(ends_on)),
    ]
    return "; ".join(f"{old} → {new}".strip() for old, new in pairs if old != new)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
