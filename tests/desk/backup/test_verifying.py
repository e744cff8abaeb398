"""restore --verify: says equal or what differs, and changes nothing."""

from desk.backup.making import make_backup
from desk.backup.proofs import read_known
from tests.desk.backup.trial import ask, state_of


def test_whole_backup_is_equal(trial):
    trial.backup()
    before = state_of(trial.path, "db.sqlite3-shm")
    code, out, errors = trial.manage("restore", trial.file, "--verify")
    lines = out.splitlines()
    assert (code, errors, len(lines)) == (0, "", 2)
    assert lines[0].startswith("Backup of 2")
    assert lines[1] == "equal: every byte, every row and every file is there."
    assert state_of(trial.path, "db.sqlite3-shm", ".backups.json") == before


def test_backup_can_be_verified_where_there_is_no_site(trial, empty):
    code, out, _errors = empty.manage("restore", trial.backup(), "--verify")
    assert (code, out.splitlines()[-1][:6]) == (0, "equal:")
    assert list(state_of(empty.path)) == ["backups/.backups.json"]


def test_proof_is_noted_of_the_file_as_it_lies_there(trial):
    trial.backup()
    assert read_known(trial.backups).proofs == ()
    assert trial.manage("restore", trial.file, "--verify")[0] == 0
    proven = read_known(trial.backups).proven
    assert (proven.file, proven.is_of(trial.file)) == (str(trial.file), True)
    trial.file.write_bytes(b"another")
    assert proven.is_of(trial.file) is False


def test_what_is_not_equal_is_no_proof(trial):
    ask(trial.database, "UPDATE films_credit SET person_id = 999999")
    assert trial.manage("restore", trial.backup(), "--verify")[0] == 1
    assert read_known(trial.backups).proofs == ()


def test_present_site_is_compared(trial):
    trial.backup()
    ask(trial.database, "DELETE FROM films_credit")
    code, out, _errors = trial.manage("restore", trial.file, "--verify")
    assert code == 0
    assert out.splitlines()[1:3] == [
        "The site today:",
        "  films_credit: 0 rows now, 1 in the backup.",
    ]


def test_broken_references_are_named(trial):
    ask(trial.database, "UPDATE films_credit SET person_id = 999999")
    code, out, _errors = trial.manage("restore", trial.backup(), "--verify")
    assert (code, out.splitlines()[-1]) == (1, "not equal: 1 differences.")
    row = "films_credit, row 1 points to a row of people_person that is not there."
    assert out.splitlines()[1] == row


def test_damaged_backup_is_refused_in_the_language_of_the_site(trial):
    data = bytearray(trial.backup().read_bytes())
    data[len(data) // 2] ^= 1
    trial.file.write_bytes(data)
    code, out, errors = trial.manage("restore", trial.file, "--verify", LANGUAGE_CODE="de")
    assert (code, out) == (1, "")
    assert errors in {
        "CommandError: Die Prüfsumme stimmt nicht: Die Sicherung wurde verändert.\n",
        "CommandError: Die Sicherung enthält andere Dateien, als ihr Manifest nennt.\n",
    }


def test_backup_of_newer_code_is_named(trial):
    migration = "INSERT INTO django_migrations (app, name, applied) VALUES ('films', '9999_x', '')"
    ask(trial.database, migration)
    code, out, _errors = trial.manage("restore", trial.backup(), "--verify")
    assert code == 1
    assert "unknown migrations films.9999_x" in out


def test_restore_point_needs_its_files_in_the_storage(trial):
    make_backup(trial.site(), trial.file, is_whole=False)
    assert trial.manage("restore", trial.file, "--verify")[0] == 0
    # What is made of an upload has a dash in its name, and can be made again.
    video = next(path for path in (trial.media / "videos").rglob("*.mp4") if "-" not in path.stem)
    video.unlink()
    code, out, _errors = trial.manage("restore", trial.file, "--verify")
    name = video.relative_to(trial.media)
    assert code == 1
    assert out.splitlines()[1] == f"{name}: the database names it, the storage lacks it."
