"""The logs of gunicorn. Without Django: its master writes them, too."""

from typing import Any

from gunicorn.glogging import Logger

from config.log_secrets import EscapeControls, HideSecrets


class DiscreetLogger(Logger):  # type: ignore[misc]
    """Hides in the access log and among errors what lets somebody in."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log in (self.access_log, self.error_log):
            log.addFilter(HideSecrets())
        self.access_log.addFilter(EscapeControls())
