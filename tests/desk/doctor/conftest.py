"""A filled site with real commands, as backups have it."""

from tests.desk.backup.conftest import empty as empty
from tests.desk.backup.conftest import filled as filled
from tests.desk.backup.conftest import trial as trial
