"""Renames as one step: all of them, or none."""

import pytest

from desk.backup.failing import BackupError
from desk.backup.swapping import swapped, undo_interrupted


def never() -> bool:
    return False


@pytest.fixture
def files(tmp_path):
    for name in ("old", "new"):
        (tmp_path / name).write_text(name)
    return tmp_path


def content(folder) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def renames(files):
    return [(files / "old", files / "former"), (files / "new", files / "old")]


def test_names_change_places(files):
    with swapped(renames(files), files / "journal"):
        pass
    assert content(files) == {"former": "old", "old": "new"}


def test_failing_body_gives_the_names_back(files):
    with pytest.raises(ZeroDivisionError), swapped(renames(files), files / "journal"):
        raise ZeroDivisionError
    assert content(files) == {"old": "old", "new": "new"}


@pytest.mark.parametrize("number", [0, 1])
def test_failing_rename_gives_the_names_back(files, number):
    wanted = renames(files)
    wanted.insert(number + 1, (files / "gone", files / "nowhere"))
    with pytest.raises(FileNotFoundError), swapped(wanted, files / "journal"):
        pass
    assert content(files) == {"old": "old", "new": "new"}


def test_what_is_in_the_way_is_not_replaced(files):
    (files / "former").write_text("precious")
    with (
        pytest.raises(BackupError, match="is in the way"),
        swapped(renames(files), files / "journal"),
    ):
        pass
    assert content(files) == {"old": "old", "new": "new", "former": "precious"}


def test_nothing_interrupted_is_nothing_to_undo(files):
    assert not undo_interrupted(files / "journal", never)


def test_journal_cut_off_is_thrown_away(files):
    (files / "journal").write_text('[["/a')
    assert undo_interrupted(files / "journal", never)
    assert content(files) == {"old": "old", "new": "new"}


def test_names_stay_when_what_they_go_with_is_over(files):
    journal = files / "journal"
    with swapped(renames(files), journal):
        written = journal.read_text()
    journal.write_text(written)
    assert not undo_interrupted(journal, lambda: True)
    assert content(files) == {"former": "old", "old": "new"}
    journal.write_text(written)
    assert undo_interrupted(journal, never)
    assert content(files) == {"old": "old", "new": "new"}
