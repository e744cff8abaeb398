"""Lines for whoever waits at the terminal."""

from bench.measuring import Measurement

VERDICT = {None: "", True: "  met", False: "  NOT MET"}


def line_of(found: Measurement) -> str:
    """Return one line: median, the quartiles beside it, the target and whether it is met."""
    low, high = found.quartiles
    told = f"{found.name:58} {_number(found.median):>9} {found.unit:9}"
    if len(found.samples) > 1:
        told += f" {_number(low)} to {_number(high)}"
    if found.at_most is not None:
        told += f"  (at most {found.at_most:g}){VERDICT[found.is_met]}"
    return told.rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
