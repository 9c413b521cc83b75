"""Duties in words: what is owed, until when, and how far it is."""

from datetime import date

import pytest

from pst.rules.submissions.duties import IDENTITY, METADATA, RESULTS, told

DUE, DONE, SEEN = date(2027, 3, 1), date(2027, 2, 20), date(2027, 2, 24)


@pytest.mark.parametrize(
    ("kind", "due", "done", "confirmed", "read"),
    [
        (IDENTITY, None, None, None, "Cantumkan identitas rekomendasi V-1 pada instrumen dan publikasi kegiatan."),
        (RESULTS, DUE, None, None, "Serahkan hasil kegiatan paling lambat 1 Maret 2027: belum diserahkan."),
        (
            RESULTS,
            None,
            DONE,
            None,
            "Serahkan hasil kegiatan: sudah diserahkan pada 20 Februari 2027, menunggu konfirmasi petugas.",
        ),
        (RESULTS, None, DONE, SEEN, "Serahkan hasil kegiatan: sudah diterima BPS pada 24 Februari 2027."),
        (METADATA, DUE, None, None, "Lengkapi metadata kegiatan, variabel, dan indikator paling lambat 1 Maret 2027."),
        (
            METADATA,
            None,
            None,
            SEEN,
            "Lengkapi metadata kegiatan, variabel, dan indikator: dinyatakan lengkap pada 24 Februari 2027.",
        ),
    ],
)
def test_a_duty_says_what_until_when_and_how_far(kind, due, done, confirmed, read):
    assert told(kind, due, done, confirmed, "V-1") == read
