import pytest
from django.core.exceptions import ValidationError

from desk.record_import.files import LARGEST_FILE, read_text

TEXT = "Regie: Mira Müllenbach\nBuch: Андрей\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_any_unicode(tmp_path, encoding):
    text = TEXT if encoding != "utf-16-le" and encoding != "utf-16-be" else "Regie: Müllenbach"
    path = tmp_path / "record.txt"
    path.write_bytes(text.encode(encoding))
    assert read_text(path) == text


def test_text_of_old_windows_is_read(tmp_path):
    path = tmp_path / "record.txt"
    path.write_bytes("Regie: „Müllenbach“\r\n".encode("cp1252"))
    assert read_text(path) == "Regie: „Müllenbach“\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (b"%PDF-1.4 text", "The file is no plain text."),
        (b"PK\x03\x04zip", "The file is no plain text."),
        (b"a\x00b\x01c", "The file is no plain text."),
        (b"\xff\xfea", "The file is no plain text."),
        (b"x" * (LARGEST_FILE + 1), "The file has"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, message):
    path = tmp_path / "record.txt"
    path.write_bytes(data)
    with pytest.raises(ValidationError) as caught:
        read_text(path)
    assert caught.value.messages[0].startswith(message)


def test_missing_file_and_folder_are_named(tmp_path):
    for path in (tmp_path / "nix.txt", tmp_path):
        with pytest.raises(ValidationError) as caught:
            read_text(path)
        assert caught.value.messages == [f"There is no file {path}."]
