"""Tokens of links that let somebody in; only their SHA-256 is stored."""

import hashlib
import secrets

TOKEN_BYTES = 32


def make_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
