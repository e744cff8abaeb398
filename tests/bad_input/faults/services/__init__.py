"""Servers beside the site that restart, stop or answer slowly; clocks that are turned."""

from tests.bad_input.faults.services.caches import redis_down
from tests.bad_input.faults.services.clocks import clock_back, dst_nights
from tests.bad_input.faults.services.databases import postgres_restart
from tests.bad_input.faults.services.mails import mail_down
from tests.bad_input.faults.services.migrations import migration_half

FAULTS = {
    "fault-pg-restart": postgres_restart,
    "fault-redis-down": redis_down,
    "fault-mail-down": mail_down,
    "fault-tz-dst": dst_nights,
    "fault-clock-back": clock_back,
    "fault-migration-half": migration_half,
}
