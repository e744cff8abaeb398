import hashlib
import io
from datetime import timedelta
from urllib.request import urlopen

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from assets.object_store import StoreAway
from assets.storing import open_part, renew, write_once

NAME = "documents/ab/" + "ab" * 32 + ".pdf"


def noise(size):
    """Return bytes that no two places share."""
    blocks = (hashlib.sha256(str(n).encode()).digest() for n in range(size // 32 + 1))
    return b"".join(blocks)[:size]


def test_storage_gives_back_what_it_was_given(shared_store):
    data = noise(3_000_000)

    default_storage.save(NAME, ContentFile(data))

    assert default_storage.exists(NAME)
    assert default_storage.size(NAME) == len(data)
    with default_storage.open(NAME) as file:
        assert (file.size, file.read() == data) == (len(data), True)


def test_storage_keeps_what_needs_several_parts(shared_store):
    data = noise(20_000_000)

    write_once(default_storage, NAME, io.BytesIO(data))

    digest = hashlib.sha256()
    with default_storage.open(NAME) as file:
        for chunk in file.chunks():
            digest.update(chunk)
    assert digest.digest() == hashlib.sha256(data).digest()


def test_file_is_read_from_any_place(shared_store):
    data = noise(900_000)
    default_storage.save(NAME, ContentFile(data))

    with default_storage.open(NAME) as file:
        read = []
        for place in (700_000, 10, 899_990, 300_000):
            file.seek(place)
            read.append(file.read(100))

    assert read == [data[place : place + 100] for place in (700_000, 10, 899_990, 300_000)]


def test_small_file_is_opened_and_read_by_one_request(requests):
    for content in (b"content", b""):
        default_storage.save(NAME, ContentFile(content))
        with default_storage.open(NAME) as file:
            assert (file.size, file.read()) == (len(content), content)
    # Of nothing there is no first part, which is known by the refusal.
    assert requests == ["GET", "GET"]


def test_part_is_one_request(shared_store):
    data = noise(100_000)
    default_storage.save(NAME, ContentFile(data))

    with open_part(default_storage, NAME, 40_000, 50) as part:
        assert part.read() == data[40_000:40_050]


def test_pages_name_our_own_address(shared_store):
    assert default_storage.url(NAME) == f"/media/{NAME}"
    assert default_storage.url("") == "/media/"


def test_missing_file_is_not_found(shared_store):
    assert not default_storage.exists(NAME)
    for ask in (default_storage.size, default_storage.open, default_storage.get_modified_time):
        with pytest.raises(FileNotFoundError):
            ask(NAME)
    default_storage.delete(NAME)


def test_folders_are_listed_as_on_a_disk(shared_store):
    for name in ("a/1/x.txt", "a/2/y.txt", "a/z.txt", "b.txt"):
        default_storage.save(name, ContentFile(b"1"))

    assert default_storage.listdir("") == (["a"], ["b.txt"])
    assert default_storage.listdir("a") == (["1", "2"], ["z.txt"])
    assert default_storage.listdir("nothing") == ([], [])
    walked = [("a/1/x.txt", 1), ("a/2/y.txt", 1), ("a/z.txt", 1), ("b.txt", 1)]
    assert list(default_storage.walk()) == walked


def test_file_is_as_old_as_the_last_wish_for_it(shared_store):
    before = timezone.now()
    write_once(default_storage, NAME, b"content")
    written = default_storage.get_modified_time(NAME)

    assert renew(default_storage, NAME)

    renewed = default_storage.get_modified_time(NAME)
    assert before < written < renewed < timezone.now()
    with default_storage.open(NAME) as file:
        assert file.read() == b"content"


def test_nothing_is_renewed_that_is_not_there(shared_store):
    assert not renew(default_storage, NAME)
    assert not default_storage.exists(NAME)


def test_object_of_another_hand_is_as_old_as_the_store_says(shared_store):
    place = default_storage._object(NAME)
    shared_store.client().put_object(**place, Body=b"copied here by an administrator")

    age = timezone.now() - default_storage.get_modified_time(NAME)

    assert timedelta(seconds=-2) < age < timedelta(minutes=1)


def test_signed_address_gives_the_file_to_anybody_for_a_time(shared_store):
    default_storage.save(NAME, ContentFile(b"content"))

    address = default_storage.signed_url(
        NAME, timedelta(minutes=1), "application/pdf", 'attachment; filename="a.pdf"'
    )

    with urlopen(address) as answer:
        assert answer.read() == b"content"
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="a.pdf"'
    with pytest.raises(OSError, match="403"):
        urlopen(address.partition("?")[0])


def test_store_that_is_gone_is_left_alone_after_the_first_time(shared_store, caplog):
    default_storage.save(NAME, ContentFile(b"content"))
    shared_store.stop()
    try:
        for _ in range(3):
            with pytest.raises(StoreAway):
                default_storage.exists(NAME)
        assert not default_storage.answers()
    finally:
        shared_store.start()

    told = [record for record in caplog.records if record.name == "editorial.outage"]
    assert [record.levelname for record in told] == ["ERROR"]
    default_storage.outage._until = 0  # the pause is over
    assert default_storage.exists(NAME)


def test_refusal_is_told_and_is_no_missing_file(shared_store, settings, object_store, caplog):
    from tests.assets.object_store.conftest import keep_in

    keep_in(settings, object_store.new_url().replace("only-for-tests", "a-wrong-secret"))

    with pytest.raises(StoreAway):
        default_storage.exists(NAME)

    assert f"refuses {NAME}" in caplog.text
    assert "a-wrong-secret" not in caplog.text
