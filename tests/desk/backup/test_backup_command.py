"""backup without a name: dated, read back, old ones deleted, and what holds it back."""

from desk.backup.proofs import read_known
from desk.backup.rotating import find_dated
from tests.desk.backup.trial import state_of


def test_backup_without_a_name_is_dated_and_noted(trial):
    code, out, errors = trial.manage("backup", "--verify")
    (backup,) = find_dated(trial.backups)
    assert (code, errors, len(out.splitlines())) == (0, "", 2)
    assert out.splitlines()[1] == "equal: every byte, every row and every file is there."
    known = read_known(trial.backups)
    assert [note.is_of(backup.path) for note in (known.made, known.proven)] == [True, True]
    assert (trial.backups / ".backups.json").stat().st_mode & 0o777 == 0o600


def test_old_backups_in_the_folder_go_but_not_while_a_file_is_missing(trial, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for day in ("2020-01-01", "2020-01-02"):
        (folder / f"films-{day}.backup").write_bytes(b"old")
    next((trial.media / "originals").rglob("*.jpg")).rename(tmp_path / "lost.jpg")
    code, _out, errors = trial.manage("backup", folder, "--keep", "2")
    assert (code, len(find_dated(folder))) == (1, 3)
    told = "No older backup was deleted: one may have what is missing."
    assert errors.splitlines()[-1] == told
    name = errors.partition(":")[0]
    (tmp_path / "lost.jpg").rename(trial.media / name)
    for made in folder.glob("films-2*-*-*-*.backup"):
        made.unlink()
    code, out, errors = trial.manage("backup", folder, "--keep", "2")
    left = [backup.path.name for backup in find_dated(folder)]
    assert (code, errors, left[0], len(left)) == (0, "", "films-2020-01-02.backup", 2)
    assert out.splitlines()[1:] == [f"Deleted: {folder / 'films-2020-01-01.backup'}"]


def test_keep_needs_a_folder(trial):
    before = state_of(trial.path)
    code, out, errors = trial.manage("backup", trial.file, "--keep")
    assert (code, out) == (1, "")
    assert errors == (
        "CommandError: --keep needs a folder, whose backups have the time as a name.\n"
    )
    assert state_of(trial.path) == before
