"""Why something does not go live."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.publishing.carrying import Collision


class Blocked(ValidationError):
    """The checklist or the address keeps a language from going live."""


class Collided(Blocked):
    """What goes live and what is scheduled change the same places, named by `collisions`."""

    def __init__(self, collisions: list[Collision]) -> None:
        places = ", ".join(".".join(collision.path) for collision in collisions)
        text = _("What is scheduled changes the same: %(places)s. Cancel the schedule first.")
        super().__init__(text % {"places": places})
        self.collisions = collisions


class Stale(Blocked):
    """Desk, window or schedules are not what was confirmed."""

    def __init__(self) -> None:
        super().__init__(_("Something was changed meanwhile: not published. Look at it again."))
