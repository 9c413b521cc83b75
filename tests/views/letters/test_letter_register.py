"""The files of the register of letters."""

from pst.models.narrowing import Wanted
from pst.rules.review.workflow import Status
from pst.views.letters.letter_register import REGISTER
from pst.web.registers import table_of
from tests.factories import a_submission


def test_a_letter_is_one_row_under_heads_that_machines_read(db):
    submission = a_submission(Status.ISSUED)

    heads, rows = table_of(REGISTER, Wanted())

    (row,) = [dict(zip(heads, cells, strict=True)) for cells in rows]
    assert (row["permohonan"], row["keadaan"], row["nomor_diambil_oleh"], row["judul"]) == (
        submission.number,
        "Berlaku",
        "Sistem",
        submission.title,
    )
