"""Web server and background worker on one machine; both end together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def says_site_url() -> bool:
    """Tell whether `.env` names the address of the site; the environment would overrule it."""
    path = ROOT / ".env"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return any(line.replace("export ", "").strip().startswith("SITE_URL=") for line in lines)


def main() -> int:
    port = os.environ.get("PORT", "8000")
    if not says_site_url():
        os.environ.setdefault("SITE_URL", f"http://localhost:{port}")
    web = [str(BIN / "gunicorn"), "config.wsgi", "--config", "deploy/gunicorn.conf.py"]
    worker = [sys.executable, "manage.py", "db_worker", "--queue-name", "*"]
    processes = [subprocess.Popen(command, cwd=ROOT) for command in (web, worker)]  # noqa: S603
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"\n  Site    http://localhost:{port}/\n  Admin   http://localhost:{port}/admin/\n"
          "  Stop with Ctrl+C.\n", flush=True)  # fmt: skip
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=20)
    return 1


if __name__ == "__main__":
    sys.exit(main())
