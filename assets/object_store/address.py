"""`STORAGE_URL`: s3+https://KEY:SECRET@host[:port]/bucket[/prefix]?region=…&redirects=yes."""

from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SCHEMES = {"s3+https": "https", "s3+http": "http"}
OPTIONS = {"region", "redirects"}
ANSWERS = {"yes": True, "no": False}
# What every store takes that knows no regions.
REGION = "us-east-1"


@dataclass(frozen=True)
class Address:
    """Where the files are. Without a key Amazon's library looks for one itself.

    `is_reachable` tells whether browsers may be sent there: only if the company says so, because
    the store then sees who they are.
    """

    endpoint: str
    bucket: str
    prefix: str
    key: str
    region: str
    is_reachable: bool
    secret: str = field(repr=False, default="")


def parse_address(url: str) -> Address:
    """Read a `STORAGE_URL`; `ValueError` says what is wrong, without the secret."""
    parts = _split(url)
    bucket, _slash, prefix = unquote(parts.path).strip("/").partition("/")
    if not parts.hostname or not bucket:
        raise ValueError("names no host or no bucket")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := sorted(set(options) - OPTIONS):
        raise ValueError(f"has an option that is unknown: {', '.join(unknown)}")
    redirects = options.get("redirects", "no")
    if redirects not in ANSWERS:
        raise ValueError("says of redirects neither yes nor no")
    if bool(parts.username) != bool(parts.password):
        raise ValueError("has a key without a secret, or a secret without a key")
    return Address(
        endpoint=f"{SCHEMES[parts.scheme]}://{parts.netloc.rpartition('@')[2]}",
        bucket=bucket,
        prefix=prefix,
        key=unquote(parts.username or ""),
        secret=unquote(parts.password or ""),
        region=options.get("region") or REGION,
        is_reachable=ANSWERS[redirects],
    )


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises for one that is no number)
    except ValueError as error:
        raise ValueError(
            "has a port that is no number; is a slash of the secret written %2F?"
        ) from error
    if parts.scheme not in SCHEMES:
        raise ValueError("must begin with s3+https:// or s3+http://")
    return parts
