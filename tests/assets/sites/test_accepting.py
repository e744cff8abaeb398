import io
import os
import unicodedata
import zipfile

import pytest

from assets.refusing import Refused
from assets.sites.accepting import accept_site, accept_site_folder
from assets.sites.directory import MAX_FILES
from tests.assets.sites.zips import INDEX, change_entry, make_odd_zip, make_zip, many_files

SITE = {"index.html": INDEX, "style.css": b"p { color: red }", "pier.jpg": b"\xff\xd8 a picture"}


def names_of(accepted) -> list[str]:
    with zipfile.ZipFile(accepted.file) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def code_of(data: bytes, name="site.zip") -> str:
    with pytest.raises(Refused) as caught:
        accept_site(data, name)
    return caught.value.code


def test_site_is_kept_in_one_order_whatever_it_came_in():
    backwards = dict(reversed(SITE.items()))
    first, second = (accept_site(make_zip(files), "site.zip") for files in (SITE, backwards))
    assert (first.sha256, first.count) == (second.sha256, 3)
    assert names_of(first) == ["index.html", "pier.jpg", "style.css"]


def test_contents_come_out_as_they_went_in():
    accepted = accept_site(make_zip(SITE), "site.zip")
    with zipfile.ZipFile(accepted.file) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == SITE


def test_media_are_stored_and_texts_deflated():
    accepted = accept_site(make_zip(SITE), "site.zip")
    with zipfile.ZipFile(accepted.file) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
    assert methods == {"index.html": 8, "pier.jpg": 0, "style.css": 8}


def test_archive_in_our_order_is_kept_to_the_byte():
    once = accept_site(make_zip(SITE), "site.zip").file.read()
    assert accept_site(once, "again.zip").file.read() == once


def test_archive_of_our_order_with_a_folder_around_it_loses_the_folder():
    inner = accept_site(make_zip({f"old/{name}": data for name, data in SITE.items()}), "site.zip")
    assert inner.sha256 == accept_site(make_zip(SITE), "site.zip").sha256


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["www/index.html", "www/a.css"], ["a.css", "index.html"]),
        (["a/b/index.html", "a/b/c/x.html"], ["c/x.html", "index.html"]),
        (["de/index.html", "de/x.html"], ["de/index.html", "de/x.html"]),
        (["www/de/index.html", "www/en/index.html"], ["de/index.html", "en/index.html"]),
        (["index.html", "__MACOSX/._index.html", "img/.DS_Store"], ["index.html"]),
    ],
)
def test_one_folder_around_everything_is_taken_off(names, kept):
    accepted = accept_site(make_zip(dict.fromkeys(names, INDEX)), "site.zip")
    assert names_of(accepted) == kept


def test_remark_of_an_archive_is_dropped():
    accepted = accept_site(make_zip(comment=b"<script>alert(1)</script>"), "site.zip")
    assert b"script" not in accepted.file.read()


@pytest.mark.parametrize(
    "name",
    [
        "../up.html", "a/../../up.html", "/etc/passwd.html", "C:/windows.html", "c:x.html",
        "..\\up.html", "a\\b.html", "a//b.html", "./a.html",
    ],
)  # fmt: skip
def test_names_that_lead_out_are_refused(name):
    assert code_of(make_odd_zip(name)) == "path"


@pytest.mark.parametrize(
    "name", ["a\x00.html", "a\n.html", "a\x1b[2J.html", "\u202elmth.html", "n" * 300 + ".html"]
)
def test_names_that_deceive_are_refused(name):
    assert code_of(make_odd_zip(name)) == "name"


@pytest.mark.parametrize(
    "mode", [0o120777, 0o020666, 0o060666, 0o010644, 0o140755, 0o104755, 0o102755, 0o040755]
)
def test_links_devices_and_borrowed_rights_are_refused(mode):
    assert code_of(make_odd_zip("a.html", mode=mode)) == "odd_member"


@pytest.mark.parametrize(
    "name",
    ["index.html", "INDEX.html", "index.HTML"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_one_on_some_systems_are_refused(name):
    assert code_of(make_odd_zip(name)) == "double"


def test_names_in_two_unicode_forms_are_refused():
    names = [unicodedata.normalize(form, "fähre.html") for form in ("NFC", "NFD")]
    assert code_of(make_zip({"index.html": INDEX, **dict.fromkeys(names, b"")})) == "double"


@pytest.mark.parametrize("name", [".htaccess", "a.php", "a.zip", "b.docx", "tool", "x.exe", ".env"])
def test_types_that_no_finished_site_has_are_refused(name):
    assert code_of(make_odd_zip(name)) == "type"


def test_wrong_types_are_all_named():
    with pytest.raises(Refused) as caught:
        accept_site(make_zip({"index.html": INDEX, "a.php": b"", "b/c.py": b""}), "site.zip")
    assert "a.php, b/c.py" in caught.value.messages[0]


def test_message_shows_nothing_invisible():
    with pytest.raises(Refused) as caught:
        accept_site(make_odd_zip("a\x1b[2J\u202e.html"), "site.zip")
    assert "“a?[2J?.html”" in caught.value.messages[0]


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"MZ\x90"]
)
def test_archives_and_programs_under_other_names_are_refused(head):
    assert code_of(make_odd_zip("a.jpg", head + bytes(100))) == "nested"


def test_too_many_files_are_refused_by_the_directory_alone():
    assert code_of(many_files(MAX_FILES + 1)) == "too_many"


def test_bomb_is_refused_by_what_it_claims():
    assert code_of(make_zip({"index.html": INDEX, "a.txt": bytes(10_000_000)})) == "bomb"


def test_claimed_size_beyond_all_is_refused():
    data = change_entry(make_zip(), 24, "<L", 400 * 1024 * 1024)
    assert code_of(data) == "too_large"


def test_text_that_fills_the_memory_of_whoever_asks_for_it_is_refused():
    text = os.urandom(200_000).hex().encode() * 42
    media = make_zip({"index.html": INDEX, "a.wav": text})
    assert accept_site(media, "site.zip").count == 2
    assert code_of(make_zip({"index.html": INDEX, "a.json": text})) == "too_large"


@pytest.mark.parametrize(("claimed", "real"), [(10, 5000), (5000, 10)])
def test_sizes_that_lie_are_refused(claimed, real):
    data = change_entry(make_zip({"index.html": b"x" * real}), 24, "<L", claimed)
    assert code_of(data) == "content"


def test_wrong_checksum_is_refused():
    assert code_of(change_entry(make_zip(), 16, "<L", 7)) == "content"


def test_encrypted_archive_is_refused():
    assert code_of(change_entry(make_zip(), 8, "<H", 1)) == "encrypted"


def test_hidden_encryption_in_the_header_alone_is_refused():
    data = bytearray(make_zip())
    data[6] |= 1
    assert code_of(bytes(data)) == "damaged"


def test_rare_compression_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("index.html", INDEX)
    assert code_of(buffer.getvalue()) == "method"


def test_members_over_one_another_are_refused():
    data = make_zip({"a.html": INDEX, "index.html": INDEX})
    begin = data.index(b"PK\1\2")
    longer = bytearray(data)
    longer[begin + 20 : begin + 24] = (5000).to_bytes(4, "little")
    assert code_of(bytes(longer)) == "overlap"


def test_header_that_names_another_file_is_refused():
    data = make_zip()
    at = data.index(b"index.html")
    assert code_of(data[:at] + b"other.html" + data[at + 10 :]) == "damaged"


@pytest.mark.parametrize("prefix", [b"MZ program", b"\n"])
def test_data_before_the_archive_are_refused(prefix):
    assert code_of(prefix + make_zip()) == "prefixed"


def test_data_behind_the_archive_are_refused():
    assert code_of(make_zip() + b"tail") == "damaged"


@pytest.mark.parametrize("length", [1, 30, 60, -1, -10])
def test_broken_off_archive_is_refused(length):
    assert code_of(make_zip()[:length]) in ("damaged", "not_a_zip")


def test_empty_archive_and_one_without_start_page_are_refused():
    assert code_of(make_zip({})) == "empty"
    assert code_of(make_zip({"a.txt": b"x", "sub/index.html": INDEX})) == "no_index"


def test_other_files_are_refused_by_content_and_name():
    assert code_of(b"") == "empty"
    assert code_of(INDEX) == "not_a_zip"
    assert code_of(make_zip(), "site.html") == "extension"


def test_folder_gives_the_same_as_its_zip(tmp_path):
    for name, data in SITE.items():
        (tmp_path / name).write_bytes(data)
    accepted = accept_site_folder(tmp_path)
    assert accepted.sha256 == accept_site(make_zip(SITE), "site.zip").sha256


def test_link_in_a_folder_is_refused_and_not_followed(tmp_path):
    (tmp_path / "index.html").write_bytes(INDEX)
    (tmp_path / "out.html").symlink_to("/etc/hostname")
    with pytest.raises(Refused) as caught:
        accept_site_folder(tmp_path)
    assert (caught.value.code, "out.html" in caught.value.messages[0]) == ("odd_member", True)


def test_linked_folder_and_pipe_in_a_folder_are_refused(tmp_path):
    (tmp_path / "index.html").write_bytes(INDEX)
    (tmp_path / "etc").symlink_to("/etc")
    with pytest.raises(Refused):
        accept_site_folder(tmp_path)
    (tmp_path / "etc").unlink()
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(Refused):
        accept_site_folder(tmp_path)
