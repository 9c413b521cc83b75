"""The page of the commonest findings, and its file."""

from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from tests.factories import a_remark, a_submission, user


def test_what_is_found_most_stands_first_and_leaves_as_a_table(browse):
    submission = a_submission(Status.IN_REVIEW)
    sentence = Sentence.create(heading="Variabel", text="Jelaskan batasnya.")
    for code in ("variabel", "jadwal"):
        a_remark(submission, code, sentence=sentence)
    a_remark(submission, "", "Tambahkan surat tugas.", "advice")
    Remark.update(state="open").execute()
    officer = browse(user("petugas"))

    page = officer.get("/petugas/temuan")

    bars = {
        each.caption.text: [row.th.text for row in each.select("tbody tr")] for each in page.html.select(".pst-bars")
    }
    assert bars["Menurut kalimat siap pakai"] == ["Variabel: Jelaskan batasnya.", "Tanpa kalimat siap pakai"]
    assert bars["Menurut bagian formulir"][1] == "Seluruh permohonan"
    lines = officer.get("/petugas/temuan.csv?sifat=must").text.splitlines()
    assert len(lines) == 3 and "3.4 Variabel" in lines[1]
