"""Public pages that are kept ready."""

from django.db import models


class StoredPage(models.Model):
    """A public page as it was last made, packed with gzip; it can be thrown away at any time.

    `digest` is the hash of everything it was made from: with another digest it is not shown.
    """

    name = models.CharField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.name
