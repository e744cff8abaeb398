"""Web server and background workers on one machine; all end with this process.

Press kits have a worker of their own: no editor waits for one behind a hundred pictures.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
RESTART_SECONDS = 5


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
    work = [sys.executable, "manage.py", "work", "--queues"]
    workers = {"worker": [*work, "default,media"], "kits": [*work, "kits"]}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    processes = {name: start(command) for name, command in {"web": web, **workers}.items()}
    print(f"\n  Site    http://localhost:{port}/\n  Admin   http://localhost:{port}/admin/\n"
          "  Stop with Ctrl+C.\n", flush=True)  # fmt: skip
    try:
        while processes["web"].poll() is None:
            time.sleep(0.5)
            for name, command in workers.items():
                if processes[name].poll() is not None:
                    # Pages are served without it; it picks up what it has left.
                    time.sleep(RESTART_SECONDS)
                    processes[name] = start(command)
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        for process in processes.values():
            process.terminate()
        for process in processes.values():
            process.wait(timeout=20)
    return 1


def start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
