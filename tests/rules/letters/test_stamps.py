"""A stamp in digits: read back as it was written, and nothing else is read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.letters import stamps
from pst.rules.letters.stamps import PAPER, Stamp

ADDRESS = "https://pst.contoh.go.id/verifikasi/7KMP-2QXA-W9DT-3HFB#"
STAMP = Stamp(
    PAPER,
    date(2026, 11, 23),
    date(2027, 11, 23),
    "layak",
    b"\x00" * 16,
    "B-7/61040/KS.200/11/2026",
    "Padi — 2026",
    "Dinas",
)


def written(stamp: Stamp) -> str:
    return stamps.digits_of(stamps.packed(stamp, b"kunc") + bytes(64))


def test_a_stamp_is_read_as_it_was_written():
    for stamp in (STAMP, STAMP._replace(outcome="ditolak", valid_until=None)):
        signed = stamps.read(ADDRESS, written(stamp))

        assert (signed.stamp, signed.key_id, signed.signature) == (stamp, b"kunc", bytes(64))
        assert signed.message.startswith(ADDRESS.encode() + bytes((PAPER,)))


def test_long_texts_are_cut_so_that_the_code_stays_coarse():
    stamp = stamps.read(ADDRESS, written(STAMP._replace(activity="Survei " * 40, agency="Dinas Sosial\n" * 40))).stamp

    assert (len(stamp.activity), stamp.activity[-1], len(stamp.agency)) == (49, "…", 39)


def test_the_longest_stamp_is_still_recognised():
    longest = STAMP._replace(number="🙂" * 80, activity="🙂" * 60, agency="🙂" * 60)

    assert stamps.STAMPED.fullmatch(ADDRESS + written(longest))


@given(st.binary(min_size=1, max_size=300))
def test_bytes_come_back_from_their_digits(content):
    assert stamps.bytes_of(stamps.digits_of(content)) == content


@pytest.mark.parametrize(
    "digits", ["0" + written(STAMP), written(STAMP)[:-1], "9" * len(written(STAMP)), "1" * 220, "7"]
)
def test_what_is_no_stamp_is_none(digits):
    assert stamps.read(ADDRESS, digits) is None


def test_what_was_added_after_the_end_of_a_file_is_not_under_its_mark():
    mark, added = stamps.mark_of_file(b"%PDF isi %%EOF\n")

    assert (mark, added) == (stamps.mark_of(b"%PDF isi %%EOF"), False)
    assert stamps.mark_of_file(b"%PDF isi %%EOF\nlagi %%EOF") == (mark, True)
