"""The commonest findings, counted and narrowed."""

from pst.models.narrowing import Wanted
from pst.models.office.agencies import Agency
from pst.models.office.sentences import Sentence
from pst.models.review import remark_report as report
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from tests.factories import a_remark, a_submission

AGENCY = "Dinas Kesehatan Kabupaten Mempawah"


def test_findings_are_counted_once_they_were_sent(db):
    sentence = Sentence.create(heading="Judul", text="Sebut wilayahnya.")
    submission = a_submission(Status.IN_REVIEW)
    for code, carried in (("judul_kegiatan", sentence), ("variabel", sentence), ("jadwal", None)):
        a_remark(submission, code, sentence=carried)
    Remark.update(state="open").execute()
    a_remark(submission, "tujuan_kegiatan")

    assert report.commonest_sentences(Wanted()) == [("Judul: Sebut wilayahnya.", 2), ("", 1)]
    assert report.commonest_agencies(Wanted()) == [(AGENCY, 3)]
    assert sorted(number for _, _, number in report.by_question(Wanted())) == [1, 1, 1]
    elsewhere = Agency.get(Agency.name != AGENCY)
    assert report.commonest_sentences(Wanted(filters={"instansi": elsewhere.id})) == []
    assert [row.code for row in report.findings_rows(Wanted(filters={"kalimat": sentence.id}))] == [
        "judul_kegiatan",
        "variabel",
    ]
    assert [row.heading for row in report.findings_page(Wanted()).rows] == [None, "Judul", "Judul"]
