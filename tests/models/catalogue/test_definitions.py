"""What recommended activities mean by a variable."""

from pst.models.catalogue.definitions import definitions_of
from pst.models.submissions.metadata import Metadata
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission


def variable(name: str, definition: str) -> dict[str, str]:
    return {"nama": name, "konsep": "Gizi", "definisi": definition, "referensi_waktu": "2026"}


def test_a_name_finds_what_others_mean_by_it_the_most_used_first(db):
    stunted = "Anak di bawah lima tahun yang tinggi badannya di bawah baku."
    for definition in (stunted, "Balita yang pendek menurut petugas.", stunted):
        a_submission(
            Status.ISSUED, variabel=[variable("Jumlah balita pendek", definition), variable("Berat", "Bobot.")]
        )
    a_submission(Status.IN_REVIEW, variabel=[variable("Balita pendek", "Belum direkomendasikan.")])

    found = definitions_of("Balita yang pendek")

    assert [(each.definition, each.more) for each in found] == [
        (stunted, 1),
        ("Balita yang pendek menurut petugas.", 0),
    ]
    assert found[0].cells == {"konsep": "Gizi", "definisi": stunted}
    assert definitions_of("Harga beras") == definitions_of("") == definitions_of('"" AND (') == []


def test_unit_and_codes_come_from_the_metadata_of_the_same_variable(db):
    issued = a_submission(Status.ISSUED, variabel=[variable("Jenis kelamin", "Penggolongan orang.")])
    told = {"nama": "Jenis kelamin", "satuan": "-", "klasifikasi_isian": "1 Laki-laki\n2 Perempuan"}
    Metadata.create(submission=issued, answers={"ms_var": [told, "rusak"]}, at=WHEN, by=issued.applicant)

    [found] = definitions_of("jenis kelamin")

    assert found.cells["klasifikasi_isian"] == "1 Laki-laki\n2 Perempuan" and found.unit == ""
