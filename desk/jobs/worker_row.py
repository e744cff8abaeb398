"""The workers of an installation, on whatever machine."""

from django.db import models


class WorkerRow(models.Model):
    """One process of `manage.py work`; its jobs name it in `worker_ids`.

    While it lives, `seen_at` changes. `process` says which one it is on which machine.
    """

    name = models.CharField(max_length=64, primary_key=True)
    process = models.CharField(max_length=120, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.process})"
