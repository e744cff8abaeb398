"""Phases of a film's life by date: pure functions over its sheet and a day."""

from microsites.phases.entered import entered_offers
from microsites.phases.finding import find_phase
from microsites.phases.objects import Call, Phase
from microsites.phases.ordering import aim_calls, order_blocks

__all__ = ["Call", "Phase", "aim_calls", "entered_offers", "find_phase", "order_blocks"]
