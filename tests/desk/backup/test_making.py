"""backup: one private file, whole or not at all, while others write."""

import fcntl
import json
import os
import sqlite3
import tarfile

import pytest

from desk.backup.failing import BackupError
from desk.backup.making import make_backup, product_version
from desk.backup.space import check_space
from desk.backup.verifying import verify_backup
from tests.desk.backup.trial import ask, copy_trial, empty_trial, state_of


def names_in(file) -> list[str]:
    with tarfile.open(file) as archive:
        return archive.getnames()


def manifest_of(file) -> dict:
    with tarfile.open(file) as archive:
        return json.load(archive.extractfile("manifest.json"))


def test_backup_holds_database_then_files_then_manifest_and_seal(trial):
    names = names_in(trial.backup())
    files = [f"media/{name}" for name in state_of(trial.media)]
    assert names == ["database.sqlite3", *sorted(files), "manifest.json", "seal"]
    folders = {name.split("/")[1] for name in files}
    assert folders == {"originals", "renditions", "subtitles", "videos"}


def test_manifest_says_what_the_database_holds(trial):
    manifest = manifest_of(trial.backup())
    assert (manifest["format"], manifest["version"]) == (1, product_version())
    assert (manifest["vendor"], manifest["is_whole"]) == ("sqlite", True)
    assert manifest["languages"] == ["en", "de"]
    assert (manifest["rows"]["films_film"], manifest["rows"]["assets_mediafile"]) == (2, 2)
    assert ["films", "0001_initial"] in manifest["migrations"]


def test_backup_says_what_it_wrote(trial):
    code, out, errors = trial.manage("backup", trial.file)
    manifest = manifest_of(trial.file)
    rows, files = sum(manifest["rows"].values()), len(state_of(trial.media))
    assert (code, errors) == (0, "")
    assert out.startswith(f"{trial.file}: ")
    assert f", {rows} rows, {files} files, 0." in out


def test_backup_is_for_its_owner_only(trial):
    file = trial.backup()
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in trial.path.glob("*backup*")) == ["one.backup"]


def test_existing_file_is_refused_unless_told(trial):
    trial.file.write_bytes(b"precious")
    code, _out, errors = trial.manage("backup", trial.file)
    assert (code, trial.file.read_bytes()) == (1, b"precious")
    assert errors == (
        f"CommandError: {trial.file} exists. Choose another name, or --overwrite it.\n"
    )
    assert trial.manage("backup", trial.file, "--overwrite")[0] == 0
    assert trial.manage("restore", trial.file, "--verify")[0] == 0


@pytest.mark.parametrize("place", ["media/in.backup", "gone/one.backup", "media"])
def test_bad_place_is_refused(trial, place):
    with pytest.raises(BackupError):
        make_backup(trial.site(), trial.path / place)
    assert not (trial.path / place).is_file()


def test_site_without_a_database_has_nothing_to_back_up(empty):
    code, _out, errors = empty.manage("backup", empty.file)
    assert (code, errors) == (1, "CommandError: There is no database yet: nothing to back up.\n")
    assert not empty.file.exists()
    assert not empty.database.exists()


def test_files_still_being_written_are_left_out(trial):
    (trial.media / "videos" / "tmp1.part").write_bytes(b"half a video")
    assert [n for n in names_in(trial.backup()) if n.endswith(".part")] == []


def test_unfinished_upload_is_left_out(trial):
    name = f"videos/ab/{'ab' * 32}.mp4"
    (trial.media / name).parent.mkdir(exist_ok=True)
    (trial.media / name).write_bytes(b"half a video")
    assert [n for n in names_in(trial.backup()) if n.endswith(name)] == []
    assert trial.manage("restore", trial.file, "--verify")[0] == 0


def test_damaged_original_is_kept_and_named(trial):
    original = next((trial.media / "originals").rglob("*.jpg"))
    original.write_bytes(original.read_bytes()[:-1] + b"x")
    name = original.relative_to(trial.media)
    code, _out, errors = trial.manage("backup", trial.file)
    line = f"{name}: its content is not the one that its name says."
    assert (code, errors.splitlines()[0]) == (1, line)
    assert f"media/{name}" in names_in(trial.file)
    code, out, _errors = trial.manage("restore", trial.file, "--verify")
    lines = out.splitlines()
    assert (code, lines[1], lines[-1]) == (1, line, "not equal: 1 differences.")


def test_missing_original_is_named(trial):
    original = next((trial.media / "originals").rglob("*.jpg"))
    original.unlink()
    line = f"{original.relative_to(trial.media)}: the database names it, the storage lacks it."
    code, _out, errors = trial.manage("backup", trial.file)
    assert (code, errors.splitlines()[0]) == (1, line)
    code, out, _errors = trial.manage("restore", trial.file, "--verify")
    assert (code, out.splitlines()[1]) == (1, line)


def test_odd_names_survive(trial, empty):
    names = ["extra/" + "ä" * 90 + ".txt", "extra/one\\two.txt", "extra/a b\n.txt", "z" * 120]
    for name in names:
        (trial.media / name).parent.mkdir(exist_ok=True)
        (trial.media / name).write_text(name)
    (trial.media / os.fsdecode(b"latin-\xe4.txt")).write_bytes(b"")
    before = state_of(trial.media)
    assert empty.manage("restore", trial.backup())[0] == 0
    assert state_of(empty.media) == before


def test_failure_leaves_no_file_behind(trial):
    trial.database.write_bytes(trial.database.read_bytes()[:5000])
    with pytest.raises(BackupError):
        make_backup(trial.site(), trial.file)
    assert sorted(p.name for p in trial.path.iterdir()) == [
        "db.sqlite3",
        "db.sqlite3.queue",
        "media",
    ]


def test_full_disk_is_noticed_before(trial, tmp_path):
    with pytest.raises(BackupError, match="are needed"):
        check_space(tmp_path, 2**60)
    check_space(tmp_path, 1)


def test_backup_of_a_busy_site_is_one_moment(trial, tmp_path):
    stop = tmp_path / "stop"
    process = trial.start_writing(stop)
    try:
        made = [make_backup(trial.site(), tmp_path / f"{n}.backup") for n in range(4)]
    finally:
        stop.touch()
        written = int(process.communicate(timeout=60)[0])
    ever = json.loads(trial.world("revisions"))
    films = []
    for number, backup in enumerate(made):
        place = empty_trial(tmp_path / f"restored-{number}")
        verified = verify_backup(place.site(), backup.path)
        assert (verified.findings.faults, verified.findings.gaps, backup.gaps) == ([], [], [])
        assert place.manage("restore", backup.path)[0] == 0
        for uuid, (_name, document, revision) in place.hashes().items():
            assert document == revision
            assert document in ever[uuid]
        films.append(verified.manifest.rows["films_film"])
    assert films == sorted(films)
    assert 2 < films[0] <= films[-1] <= written + 2


def test_last_words_in_the_log_are_in_the_copy(trial):
    """What stands only in db.sqlite3-wal belongs to the database."""
    writer = sqlite3.connect(trial.database)
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("UPDATE editorial_contentversion SET number = 777")
    writer.commit()
    assert trial.database.with_name("db.sqlite3-wal").stat().st_size > 0
    file = make_backup(trial.site(), trial.file).path
    writer.close()
    place = copy_trial(trial, trial.path.parent / "other")
    assert place.manage("restore", file)[0] == 0
    assert ask(place.database, "SELECT number FROM editorial_contentversion") == [(778,)]


def test_backup_is_refused_while_another_writes_the_same_file(trial):
    with trial.file.with_name("one.backup.part").open("wb") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        with pytest.raises(BackupError, match="is being written already"):
            make_backup(trial.site(), trial.file)
    make_backup(trial.site(), trial.file)
    assert trial.file.exists()
