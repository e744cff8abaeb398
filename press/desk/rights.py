"""Who may give out which kit."""

from typing import Any

from editorial.rights import Act, may
from press.building.freshness import codes_of
from press.models import Kit


def may_build(user: Any, kit: Kit) -> bool:
    """Tell whether the user may give out this kit: its texts, or the desk's where it is a draft."""
    act = Act.EDIT if kit.is_draft else Act.EXPORT
    return all(may(user, act, code) for code in codes_of(kit))
