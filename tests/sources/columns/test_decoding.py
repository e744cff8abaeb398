"""The bytes of a table, in every encoding that office programs write."""

import pytest
from django.core.exceptions import ValidationError

from sources.columns.decoding import LARGEST, decode_table

TEXT = "Festival;Land\nTromsø;Österreich – „Süd“\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_usual_encoding_is_read(encoding):
    assert decode_table(TEXT.encode(encoding)) == TEXT


def test_line_ends_become_one_kind_and_control_characters_go():
    assert decode_table(b"a\x07;b\r\nc\x85d;e\rf\x0cg") == "a;b\nc…d;e\nfg"


@pytest.mark.parametrize(
    "data",
    [
        b"", b" \n\t\n", b"\xef\xbb\xbf", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest", b"%PDF-1.7",
        b"\x89PNG\r\n", b"\xff\xfea", bytes(range(256)), b"a" * (LARGEST + 1),
    ],
    ids=["empty", "blank", "mark alone", "xlsx", "xls", "pdf", "png", "half a character", "binary",
         "large"],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_words(data):
    with pytest.raises(ValidationError) as error:
        decode_table(data)
    assert len(error.value.messages) == 1
