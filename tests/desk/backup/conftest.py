"""A filled site, made once for each worker; every test gets a copy."""

import pytest

from tests.desk.backup.trial import Trial, copy_trial, empty_trial
from tests.migrated import copy_migrated


@pytest.fixture(scope="session")
def filled(empty_site, tmp_path_factory) -> Trial:
    trial = empty_trial(tmp_path_factory.mktemp("trial") / "site")
    copy_migrated(empty_site, trial.path)
    trial.world("fill")
    return trial


@pytest.fixture
def trial(filled, tmp_path) -> Trial:
    return copy_trial(filled, tmp_path / "site")


@pytest.fixture
def empty(tmp_path) -> Trial:
    return empty_trial(tmp_path / "empty")
