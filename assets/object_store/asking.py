"""How the store is asked: how patiently, how plainly, and what its errors mean."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File

from assets.object_store.remote import OutOfRange, StoreAway
from editorial.outage import Outage

logger = logging.getLogger(__name__)
# Seconds. A visitor waits for these; a worker that copies a film waits longer.
ASKING = {"connect_timeout": 2, "read_timeout": 4, "retries": {"total_max_attempts": 2}}
WRITING = {"connect_timeout": 4, "read_timeout": 60, "retries": {"total_max_attempts": 3}}
# Checksums of 2025 are unknown to stores that are not Amazon's.
PLAIN = {
    "signature_version": "s3v4",
    "s3": {"addressing_style": "path"},
    "request_checksum_calculation": "when_required",
    "response_checksum_validation": "when_required",
    "max_pool_connections": 20,
}


@contextmanager
def asked(outage: Outage, name: str) -> Iterator[None]:
    """Ask the store, unless it has just been found away; its errors become `OSError`."""
    if not outage.may_ask():
        raise StoreAway("The file store does not answer.")
    try:
        yield
    except ClientError as error:
        outage.end()
        raise _translated(error, name) from error
    except (BotoCoreError, Boto3Error) as error:
        outage.begin(error)
        raise StoreAway("The file store does not answer.") from error
    outage.end()


class Kept:
    """A file that the uploading library cannot close."""

    def __init__(self, file: "File[Any]") -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def close(self) -> None:
        """Leave it open: who opened it closes it."""


def _translated(error: ClientError, name: str) -> OSError:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    code = error.response.get("Error", {}).get("Code", "")
    if status == 404 and code != "NoSuchBucket":
        return FileNotFoundError(errno.ENOENT, "The file store has no such file", name)
    if status == 416:
        return OutOfRange(f"The file store has no such part of {name}")
    logger.error("The file store refuses %s: %s", name or "us", error)
    return StoreAway(f"The file store refuses us: {code or status}")
