"""Django's storage over an S3-compatible store: a private bucket, one client for all threads.

Pages name our own `/media/`, where the gate decides; only what it sends comes from here.
"""

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import cached_property
from threading import Lock
from typing import Any, BinaryIO, cast

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.utils import timezone
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from assets.object_store.address import parse_address
from assets.object_store.asking import ASKING, PLAIN, WRITING, Kept, asked
from assets.object_store.reading import FIRST_WINDOW, ObjectFile
from assets.object_store.remote import OutOfRange, Remote, StoreAway
from editorial.outage import Outage

# When a file was last wanted, by our own clock: the store's counts whole seconds, and its own.
WANTED = "wanted"


class ObjectStore(S3Storage, Remote):  # type: ignore[misc]
    """A folder of a bucket. `secret_url` is a `STORAGE_URL`."""

    def __init__(self, secret_url: str) -> None:
        try:
            address = parse_address(secret_url)
        except ValueError as error:
            raise ImproperlyConfigured(f"STORAGE_URL {error}.") from error
        super().__init__(
            access_key=address.key or None,
            secret_key=address.secret or None,
            security_token=None,
            session_profile=None,
            bucket_name=address.bucket,
            location=address.prefix,
            endpoint_url=address.endpoint,
            region_name=address.region,
            file_overwrite=True,  # names are contents
            default_acl=None,
            querystring_auth=True,
            # Parts one after the other: eight megabytes of memory, not eighty.
            transfer_config=TransferConfig(use_threads=False),
            client_config=Config(**PLAIN),
        )
        self.is_reachable = address.is_reachable
        self.outage = Outage("The file store")
        self._making = Lock()

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name).lstrip("/")

    def size(self, name: str) -> int:
        return int(self._head(name)["ContentLength"])

    def exists(self, name: str) -> bool:
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def get_modified_time(self, name: str) -> datetime:
        head = self._head(name)
        wanted = head["Metadata"].get(WANTED)
        return datetime.fromisoformat(wanted) if wanted else head["LastModified"]

    def delete(self, name: str) -> None:
        with self._asked(name):
            self._asking.delete_object(**self._object(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        place = self._key(path)
        prefix = f"{place}/" if place else ""
        folders: list[str] = []
        files: list[str] = []
        for page in self._pages(Prefix=prefix, Delimiter="/"):
            found = (one["Prefix"] for one in page.get("CommonPrefixes", ()))
            folders += [key[len(prefix) : -1] for key in found]
            keys = (one["Key"] for one in page.get("Contents", ()))
            files += [key[len(prefix) :] for key in keys if key != prefix]
        return folders, files

    def walk(self) -> Iterator[tuple[str, int]]:
        prefix = f"{self.location}/" if self.location else ""
        for page in self._pages(Prefix=prefix):
            for one in page.get("Contents", ()):
                yield one["Key"][len(prefix) :], one["Size"]

    def open_part(self, name: str, first: int, length: int) -> BinaryIO:
        return self.open_from(name, first, length)[0]

    def open_from(self, name: str, first: int, length: int) -> tuple[BinaryIO, int]:
        span = f"bytes={first}-{first + length - 1}"
        with self._asked(name):
            answer = self._asking.get_object(**self._object(name), Range=span)
        # "bytes 0-99/1234" (RFC 9110, section 14.4)
        return cast(BinaryIO, answer["Body"]), int(answer["ContentRange"].rpartition("/")[2])

    def renew(self, name: str) -> bool:
        """Copy the file onto itself: the store then takes it for new, and so do we."""
        place = self._object(name)
        try:
            with self._asked(name):
                self._writing.copy_object(
                    **place,
                    **self._get_write_parameters(name),
                    CopySource=place,
                    MetadataDirective="REPLACE",
                )
        except FileNotFoundError:
            return False
        return True

    def answers(self) -> bool:
        try:
            with self._asked(""):
                self._asking.head_bucket(Bucket=self.bucket_name)
        except FileNotFoundError:  # no such bucket
            return False
        except StoreAway:
            return False
        return True

    def signed_url(
        self, name: str, lasts: timedelta, content_type: str, disposition: str = ""
    ) -> str:
        asked = {**self._object(name), "ResponseContentType": content_type}
        if disposition:
            asked["ResponseContentDisposition"] = disposition
        address: str = self._asking.generate_presigned_url(
            "get_object", Params=asked, ExpiresIn=int(lasts.total_seconds())
        )
        return address

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return {"Metadata": {WANTED: timezone.now().isoformat()}}

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        if mode != "rb":
            raise ValueError("Files of the store are read as bytes, and written by save().")
        begin, size = self._beginning(name)

        def fetch(start: int, end: int) -> bytes:
            with self._asked(name), self.open_part(name, start, end - start) as part:
                return part.read()

        file = File(io.BufferedReader(ObjectFile(fetch, size, begin)), name)
        file.size = size
        return file

    def _beginning(self, name: str) -> tuple[bytes, int]:
        """Return the first bytes of a file and its size: most readers need no other request."""
        try:
            with self._asked(name):
                part, size = self.open_from(name, 0, FIRST_WINDOW)
                with part:
                    return part.read(), size
        except OutOfRange:
            return b"", 0

    def _save(self, name: str, content: "File[Any]") -> str:
        content.seek(0)
        with self._asked(name):
            self._writing.upload_fileobj(
                Kept(content),
                self.bucket_name,
                self._key(name),
                ExtraArgs=self._get_write_parameters(name),
                Config=self.transfer_config,
            )
        return name

    def _head(self, name: str) -> dict[str, Any]:
        with self._asked(name):
            return cast(dict[str, Any], self._asking.head_object(**self._object(name)))

    def _pages(self, **asked: str) -> Iterator[dict[str, Any]]:
        pages = iter(self._asking.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket_name, **asked
        ))  # fmt: skip
        while True:
            with self._asked(""):
                page = next(pages, None)
            if page is None:
                return
            yield page

    def _object(self, name: str) -> dict[str, str]:
        return {"Bucket": self.bucket_name, "Key": self._key(name)}

    def _key(self, name: str) -> str:
        return str(self._normalize_name(clean_name(name))).rstrip("/")

    def _asked(self, name: str) -> AbstractContextManager[None]:
        return asked(self.outage, name)

    @cached_property
    def _asking(self) -> Any:
        return self._make_client(ASKING)

    @cached_property
    def _writing(self) -> Any:
        return self._make_client(WRITING)

    def _make_client(self, patience: dict[str, Any]) -> Any:
        with self._making:
            return self._create_session().client(
                "s3",
                region_name=self.region_name,
                endpoint_url=self.endpoint_url,
                config=self.client_config.merge(Config(**patience)),
            )
