"""What the press gets: kits that were built, films that a press release is about."""

from press.models.kit import Kit
from press.models.mention import Mention

__all__ = ["Kit", "Mention"]
