"""Rotation: the last of so many days, weeks and months; never the only one that is proven."""

from datetime import datetime, timedelta

import pytest

from desk.backup.failing import BackupError
from desk.backup.rotating import (
    Policy,
    dated_name,
    find_dated,
    kept,
    read_policy,
    rotate,
)

NOW = datetime(2026, 11, 22, 3, 40)


def make(folder, *moments: datetime) -> list[str]:
    names = [dated_name(moment, is_encrypted=False) for moment in moments]
    for name in names:
        (folder / name).write_bytes(b"")
    return names


def nights(count: int) -> list[datetime]:
    """Return so many nights up to now, oldest first."""
    return [NOW - timedelta(days=days) for days in reversed(range(count))]


def left(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def never(path) -> bool:
    return False


def test_policy_keeps_the_last_of_days_weeks_and_months(tmp_path):
    make(tmp_path, *nights(400))
    days = [b.made_at.date().isoformat() for b in kept(find_dated(tmp_path), Policy(7, 4, 12))]
    assert days == [
        "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31",
        "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31",
        "2026-11-01", "2026-11-08", "2026-11-15",
        "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21",
        "2026-11-22",
    ]  # fmt: skip


def test_days_without_a_backup_do_not_count(tmp_path):
    names = make(tmp_path, datetime(2020, 1, 1), datetime(2021, 1, 1), datetime(2022, 1, 1))
    rotated = rotate(tmp_path, Policy(2), NOW, never)
    assert ([path.name for path in rotated.deleted], left(tmp_path)) == (names[:1], names[1:])


def test_other_files_are_left_alone(tmp_path):
    others = ["before-upgrade-20200101-101500.backup", "films-2020-13-45.backup",
              "films-2020-01-01.backup.part", "mine-2020-01-01.backup"]  # fmt: skip
    for name in others:
        (tmp_path / name).write_bytes(b"")
    made = make(tmp_path, *nights(2))
    rotate(tmp_path, Policy(1), NOW, never)
    assert left(tmp_path) == sorted([*others, made[1]])


def test_encrypted_backups_and_names_by_day_take_part(tmp_path):
    for name in ("films-2026-11-20.backup", "films-2026-11-21-034000.backup.age"):
        (tmp_path / name).write_bytes(b"")
    make(tmp_path, NOW)
    rotated = rotate(tmp_path, Policy(1), NOW, never)
    assert [path.name for path in rotated.deleted] == [
        "films-2026-11-20.backup",
        "films-2026-11-21-034000.backup.age",
    ]


def test_only_proven_backup_stays(tmp_path):
    names = make(tmp_path, *nights(5))
    rotate(tmp_path, Policy(1), NOW, lambda path: path.name == names[0])
    assert left(tmp_path) == [names[0], names[4]]
    rotate(tmp_path, Policy(1), NOW, lambda path: path.name in {names[0], names[4]})
    assert left(tmp_path) == [names[4]]


def test_backups_of_erased_people_go_in_time(tmp_path):
    names = make(tmp_path, *nights(5))
    erased = [datetime(2026, 11, 20, 12)]
    within = timedelta(days=2)
    early = datetime(2026, 11, 21, 11)
    assert rotate(tmp_path, Policy(9), early, never, erased, within).deleted == []
    rotated = rotate(tmp_path, Policy(9), NOW, never, erased, within)
    assert ([path.name for path in rotated.deleted], left(tmp_path)) == (names[:3], names[3:])


def test_only_proven_backup_of_an_erased_person_is_named(tmp_path):
    names = make(tmp_path, *nights(3))
    erased = [datetime(2026, 11, 20, 12)]
    rotated = rotate(
        tmp_path, Policy(9), NOW, lambda path: path.name == names[0], erased, timedelta(days=1)
    )
    assert ([path.name for path in rotated.overdue], left(tmp_path)) == (names[:1], names)


@pytest.mark.parametrize("text", ["", "0", "a", "7,4,12,1", "7,-1", "1.5"])
def test_bad_policy_is_refused(text):
    with pytest.raises(BackupError):
        read_policy(text)


def test_policy_is_read():
    assert (read_policy("14"), read_policy("7,4,12")) == (Policy(14), Policy(7, 4, 12))
