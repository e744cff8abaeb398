"""What somebody saw of a point when deciding, so that nothing is decided unseen."""

import hashlib
import json

from sources.comparing.objects import Point


def print_of(point: Point) -> str:
    """Return what changes with another value, another record and another decision; a further
    witness of the same changes nothing."""
    verdict = point.verdict
    seen = [
        point.key,
        [[saying.value, saying.is_record] for saying in point.sayings],
        [verdict.state, verdict.value, verdict.note, str(verdict.at)] if verdict else None,
    ]
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
