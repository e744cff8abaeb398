import pytest

from assets.object_store.address import Address, parse_address


def test_address_is_read_whole():
    url = "s3+https://KEY:a%2Fb+c@s3.example:9000/films/one/two?region=eu-central-1&redirects=no"

    assert parse_address(url) == Address(
        endpoint="https://s3.example:9000",
        bucket="films",
        prefix="one/two",
        key="KEY",
        secret="a/b+c",
        region="eu-central-1",
        is_reachable=False,
    )


@pytest.mark.parametrize(("query", "is_reachable"), [("", False), ("?redirects=yes", True)])
def test_browsers_are_led_to_the_store_only_if_the_company_says_so(query, is_reachable):
    address = parse_address(f"s3+https://s3.example/films{query}")

    assert (address.is_reachable, address.region, address.key) == (is_reachable, "us-east-1", "")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("s3://KEY:SECRET@host/films", "must begin with s3+https:// or s3+http://"),
        ("https://KEY:SECRET@host/films", "must begin with s3+https:// or s3+http://"),
        ("s3+https://KEY:SECRET@host", "names no host or no bucket"),
        ("s3+https:///films", "names no host or no bucket"),
        ("s3+https://KEY@host/films", "has a key without a secret, or a secret without a key"),
        ("s3+https://K:S@host/films?regoin=x", "has an option that is unknown: regoin"),
        ("s3+https://K:S@host/films?redirects=1", "says of redirects neither yes nor no"),
        (
            "s3+https://KEY:SEC/RET@host/films",
            "has a port that is no number; is a slash of the secret written %2F?",
        ),
    ],
)
def test_wrong_address_is_named_without_its_secret(url, reason):
    with pytest.raises(ValueError) as caught:
        parse_address(url)

    assert str(caught.value) == reason


def test_secret_is_not_shown():
    assert "hidden" not in repr(parse_address("s3+https://KEY:hidden@host/films"))
