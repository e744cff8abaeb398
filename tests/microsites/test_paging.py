"""Addresses of the pages of a long list."""

import pytest

from microsites.paging import cut_page, make_pager, page_address


@pytest.mark.parametrize(
    ("url", "number", "address"),
    [
        ("/en/ferry/", 1, "/en/ferry/#log"),
        ("/en/ferry/", 3, "/en/ferry/?entries=3#log"),
        ("/preview/?on=2011-09-01", 3, "/preview/?on=2011-09-01&entries=3#log"),
    ],
)
def test_address_keeps_what_it_has(url, number, address):
    assert page_address(url, number, "log") == address


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (-4, 1), (2, 2), (3, 3), (4, 3)])
def test_number_that_is_no_page_leads_to_the_nearest(asked, shown):
    assert make_pager("/", "", asked, 21, 10).number == shown


def test_last_page_has_the_rest():
    pager = make_pager("/", "", 3, 21, 10)
    assert list(cut_page(range(21), pager, 10)) == [20]
