"""Large uploads wait in the folder for temporary files; what finds no room there says so later.

Django would answer the whole form with an error. The rest of the form can be read all the same: the
file that was lost is among the others, and whoever opens it hears why it is empty.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from editorial.trouble import naming

Given = Any


class LostUpload(UploadedFile):
    """A file of which nothing was kept. All that reads it raises the error of the disk."""

    def __init__(self, error: OSError, **facts: Any) -> None:
        super().__init__(None, **facts)
        self.error = error

    def _raise(self, *_given: Given, **_named: Given) -> NoReturn:
        raise self.error

    open = read = seek = chunks = readline = __iter__ = temporary_file_path = _raise  # type: ignore[assignment]

    def close(self) -> None:
        """There is nothing to close."""


class SpooledUploads(TemporaryFileUploadHandler):
    """Django's, with a file that goes at once when the disk takes no more of it."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.error: OSError | None = None
        self.file = None  # type: ignore[assignment]
        try:
            super().new_file(*args, **kwargs)
            # Without a name it goes with the process, however that ends.
            Path(self.file.temporary_file_path()).unlink()
        except OSError as error:
            self._lose(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.error is None:
            try:
                with naming(self.file.temporary_file_path()):
                    super().receive_data_chunk(raw_data, start)
            except OSError as error:
                self._lose(error)
        return None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self.error is None:
            try:
                with naming(self.file.temporary_file_path()):
                    return super().file_complete(file_size)
            except OSError as error:
                self._lose(error)
        assert self.error is not None
        return LostUpload(self.error, name=self.file_name, size=file_size)

    def _lose(self, error: OSError) -> None:
        self.error = error
        if self.file is not None:
            with suppress(OSError):  # what is still to be written finds no room either
                self.file.close()
