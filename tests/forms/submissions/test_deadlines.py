"""The calculator takes days that can be counted, and says what is wrong with others."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.submissions.deadlines import DueDateForm

TODAY = date(2026, 11, 23)  # Senin


@pytest.fixture(autouse=True)
def _page(app):
    with app.test_request_context("/standar-pelayanan/hitung"):
        yield


def asked(**given: str) -> DueDateForm:
    return DueDateForm(MultiDict(given), today=TODAY)


def test_a_day_alone_or_with_a_stretch_of_waiting_is_taken():
    alone, waited = (asked(mulai="2026-11-23"), asked(mulai="2026-11-23", dari="2026-11-25", sampai="2026-11-27"))

    assert alone.validate() and waited.validate()
    assert (alone.pauses, waited.pauses) == ((), ((date(2026, 11, 25), date(2026, 11, 27)),))


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"mulai": ""}, "mulai", "Isi tanggalnya"),
        ({"mulai": "besok"}, "mulai", "Tulis tanggal"),
        ({"mulai": "9999-12-31"}, "mulai", "tiga tahun"),
        ({"mulai": "1000-01-01"}, "mulai", "tiga tahun"),
        ({"dari": "2026-11-25"}, "dari", "Isi juga"),
        ({"sampai": "2026-11-25"}, "sampai", "Isi juga"),
        ({"dari": "2026-11-25", "sampai": "2026-11-24"}, "sampai", "tidak mungkin"),
        ({"dari": "2026-11-25", "sampai": "9999-12-31"}, "sampai", "tiga tahun"),
    ],
)
def test_what_cannot_be_counted_is_said_at_its_field(given, field, said):
    form = asked(**{"mulai": "2026-11-23", **given})

    assert not form.validate()
    assert said in form[field].errors[0]
