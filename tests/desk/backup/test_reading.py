"""The reader: what is whole is read, whatever else it is given is refused."""

import random
import tarfile

import pytest

from desk.backup.failing import BackupError
from desk.backup.reading import is_safe
from tests.desk.backup.archives import (
    FILES,
    block,
    good_archive,
    manifest_for,
    member,
    read,
    sealed,
    special,
)

DATABASE = block("database.sqlite3", b"data")
DATABASE_MEMBER = member("database.sqlite3", b"data")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "x.backup"


def refusal(file, data: bytes) -> str:
    file.write_bytes(data)
    with pytest.raises(BackupError) as error:
        read(file)
    return str(error.value)


def test_good_archive_is_read(file):
    file.write_bytes(good_archive())
    assert read(file) == FILES


def test_flipped_byte_is_found_wherever_it_is(file):
    """Every fourth byte of a small archive: headers, names, data, padding, manifest, seal, end."""
    data = good_archive({"database.sqlite3": b"data", "media/originals/a.jpg": b"picture"})
    unnoticed = []
    for offset in range(0, len(data), 4):
        flipped = bytearray(data)
        flipped[offset] ^= 1 << (offset % 8)
        file.write_bytes(flipped)
        try:
            read(file)
        except BackupError:
            continue
        unnoticed.append(offset)
    assert unnoticed == []


def test_flipped_bytes_of_a_real_backup_are_found(trial):
    file = trial.backup()
    data = file.read_bytes()
    chance = random.Random(20261121)
    offsets = [chance.randrange(len(data)) for _ in range(60)]
    with tarfile.open(file) as archive:
        kinds = {info.name.split("/")[-3 if "/" in info.name else 0]: info for info in archive}
        offsets += [info.offset_data + chance.randrange(info.size) for info in kinds.values()]
        offsets += [info.offset + chance.randrange(345) for info in kinds.values()]
    assert sorted(kinds) == ["database.sqlite3", "manifest.json", "originals", "renditions",
                             "seal", "subtitles", "videos"]  # fmt: skip
    for offset in offsets:
        flipped = bytearray(data)
        flipped[offset] ^= 0x40
        refusal(file, flipped)
    file.write_bytes(data)
    read(file)


def test_truncated_archive_is_found(file):
    data = good_archive()
    for length in [*range(0, len(data), 97), len(data) - 1, len(data) - 512]:
        refusal(file, data[:length])


@pytest.mark.parametrize("more", [b"\0", bytes(512), bytes(10240), b"x"])
def test_longer_archive_is_found(file, more):
    assert refusal(file, good_archive() + more) == (
        "The seal is broken: bytes of the backup have changed."
    )


@pytest.mark.parametrize("data", [b"", bytes(10240), b"PK\3\4" + bytes(600), b"SQLite format 3\0"])
def test_other_file_is_refused(file, data):
    refusal(file, data)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(BackupError, match="cannot be read"):
        read(tmp_path / "gone.backup")


def listed(*names: str) -> bytes:
    """An archive that is in order but for the names of its members."""
    blocks = [block(name, b"x") for name in names]
    manifest = manifest_for([DATABASE_MEMBER, *(member(name, b"x") for name in names)])
    return sealed(DATABASE, *blocks, block("manifest.json", manifest))


def test_listed_file_is_read(file):
    file.write_bytes(listed("media/a.txt"))
    assert read(file) == {"database.sqlite3": b"data", "media/a.txt": b"x"}


@pytest.mark.parametrize("name", [
    "media/../../etc/passwd", "../x", "/etc/passwd", "media//etc/passwd", "media/./a", "media/..",
    "media/", "media", "other/a", "mediaa", "seal/a", "media/a/", "database.dump", "",
])  # fmt: skip
def test_hostile_name_is_refused(file, name):
    refusal(file, listed(name))
    assert not is_safe(name)


def test_duplicate_is_refused(file):
    assert "none may have" in refusal(file, listed("media/a.txt", "media/a.txt"))


@pytest.mark.parametrize("kind", [
    tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE,
    tarfile.GNUTYPE_SPARSE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGLINK,
])  # fmt: skip
def test_member_that_is_no_file_is_refused(file, kind):
    manifest = manifest_for([DATABASE_MEMBER, member("media/a", b"")])
    odd = special("media/a", kind, "/etc/passwd")
    assert "none of ours" in refusal(file, sealed(DATABASE, odd, block("manifest.json", manifest)))


@pytest.mark.parametrize("size", [0, 1, 511, 513, 2**20, 2**40, 2**62])
def test_size_that_lies_is_refused(file, size):
    manifest = manifest_for([DATABASE_MEMBER, member("media/a", b"x" * 512)])
    odd = block("media/a", b"x" * 512, size)
    refusal(file, sealed(DATABASE, odd, block("manifest.json", manifest)))


def test_member_outside_the_manifest_is_refused(file):
    manifest = block("manifest.json", manifest_for([DATABASE_MEMBER]))
    text = refusal(file, sealed(DATABASE, block("media/a", b"x"), manifest))
    assert text == "The members of the backup are not those that its manifest names."


def test_member_only_in_the_manifest_is_refused(file):
    manifest = manifest_for([DATABASE_MEMBER, member("media/a", b"x")])
    text = refusal(file, sealed(DATABASE, block("manifest.json", manifest)))
    assert text == "The members of the backup are not those that its manifest names."


@pytest.mark.parametrize("blocks", [
    [],
    [DATABASE],
    [block("manifest.json", manifest_for([]))],
    [block("media/a", b"x"), block("manifest.json", manifest_for([member("media/a", b"x")]))],
    [DATABASE, block("manifest.json", manifest_for([DATABASE_MEMBER])), block("media/a", b"x")],
    [DATABASE, block("manifest.json", manifest_for([DATABASE_MEMBER]))] * 2,
], ids=["empty", "no manifest", "no members", "no database", "late member", "twice"])  # fmt: skip
def test_wrong_order_is_refused(file, blocks):
    refusal(file, sealed(*blocks))


GOOD_MANIFEST = manifest_for([DATABASE_MEMBER])


@pytest.mark.parametrize("text", [
    b"", b"{}", b"[]", b"null", b"[" * 100_000, b"\xff",
    GOOD_MANIFEST.replace(b'"format": 1', b'"format": 2'),
    GOOD_MANIFEST.replace(b'"format": 1', b'"format": "1"'),
    GOOD_MANIFEST.replace(b'"films_film": 2', b'"films_film": "2"'),
    GOOD_MANIFEST.replace(b'"size": 4', b'"size": "4"'),
    GOOD_MANIFEST.replace(b'"members"', b'"more": 1, "members"'),
    GOOD_MANIFEST.replace(b'"rows": {', b'"rows": ['),
    GOOD_MANIFEST.replace(b'"vendor": "sqlite"', b'"vendor": "oracle"'),
    GOOD_MANIFEST + b" ",
])  # fmt: skip
def test_odd_manifest_is_refused(file, text):
    assert text != GOOD_MANIFEST
    refusal(file, sealed(DATABASE, block("manifest.json", text)))


def test_seal_of_another_size_is_refused(file):
    manifest = block("manifest.json", GOOD_MANIFEST)
    refusal(file, DATABASE + manifest + block("seal", b"x" * 66) + bytes(10240))


def test_manifest_without_end_is_refused(file):
    refusal(file, DATABASE + block("manifest.json", b"{}", 2**40))
