"""Write a first `.env` with a secret of its own; an existing one is never touched."""

import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    path = ROOT / ".env"
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    secret = f"SECRET_KEY={secrets.token_urlsafe(50)}"
    path.write_text(text.replace("SECRET_KEY=", secret, 1), encoding="utf-8")
    path.chmod(0o600)
    print("Wrote .env with a new secret key.")


if __name__ == "__main__":
    main()
