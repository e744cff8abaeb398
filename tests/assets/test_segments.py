"""The segments of a JPEG, walked one by one."""

import pytest

from assets.segments import EOI, SOS, NoJpeg, segments
from tests.assets.drawing import encoded


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 1}, {}])
def test_every_kind_of_scan_is_followed(options):
    markers = [marker for marker, _body in segments(encoded("JPEG", **options))]
    assert (SOS in markers, markers[-1]) == (True, EOI)


def test_what_follows_the_end_is_no_part():
    picture = encoded("JPEG")
    assert list(segments(picture + b"MotionPhoto" + picture)) == list(segments(picture))


@pytest.mark.parametrize("length", [2, 3, 40, 200])
def test_file_that_ends_too_early_is_refused(length):
    with pytest.raises(NoJpeg):
        list(segments(encoded("JPEG")[:length]))
