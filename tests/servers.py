"""PostgreSQL, Redis and an S3-compatible store for a command: `python -m tests.servers pytest …`.

All three are started before it, found by it in its environment, and thrown away after it.
"""

import os
import subprocess
import sys

from tests import object_store, postgres, redis_server
from tests.second_run import TEMPLATE


def main(command: list[str]) -> int:
    """Run the command and return its exit code."""
    programs = postgres.find_programs()
    if programs is None:
        sys.exit("No PostgreSQL server: /usr/lib/postgresql has none.")
    database = postgres.Server(programs)
    try:
        database.migrated_database()
        servers = {
            "DATABASE_URL": database.url_of("postgres"),
            TEMPLATE: "migrated",
            "CACHE_URL": redis_server.start().new_url(),
            "STORAGE_URL": object_store.start().new_url(),
        }
        return subprocess.run(command, env={**os.environ, **servers}, check=False).returncode
    finally:
        object_store.stop()
        redis_server.stop()
        database.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
