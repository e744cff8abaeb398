"""What a run of an import was asked for."""

from dataclasses import dataclass, field

from desk.recording import Recorder


@dataclass(frozen=True)
class LoadOptions:
    """`is_dry_run` undoes everything; `is_publishing` publishes new films that are not blocked.

    `recorder` notes what the run changes, so that it can be undone.
    """

    is_dry_run: bool = False
    is_publishing: bool = False
    user: object = None
    recorder: Recorder = field(default_factory=Recorder)
