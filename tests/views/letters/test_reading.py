"""A letter to be read: the same words as on paper, and the file as it was stored."""

from pst.actions.letters.facts import thaw
from pst.models.letters.letters import Letter
from pst.models.office.sentences import Sentence
from pst.rules.review.workflow import Status
from pst.views.letters.reading import paper_of, stored_pdf
from tests.factories import a_store, a_submission


def test_the_twin_has_the_parts_of_the_paper_in_order(db):
    for kind, text in (("basis", "Undang-Undang Nomor 16 Tahun 1997"), ("duty", "menyerahkan hasil kegiatan")):
        Sentence.create(kind=kind, heading="…", text=text, use="standing")
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    paper = paper_of(thaw(letter.facts))

    assert [section.key for section in paper.sections] == [
        "opening",
        "basis",
        "finding",
        "verdict",
        "conditions",
        "duties",
        "closing",
        "identity",
        "results",
        "notes",
        "variables",
        "form",
    ]
    assert (paper.head[0], paper.dateline, paper.office_name) == (
        ("Nomor", letter.number),
        "Mempawah, 23 November 2026",
        "Badan Pusat Statistik Kabupaten Mempawah",
    )


def test_a_stored_letter_is_sent_privately_under_its_number(app):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    with app.test_request_context("/?unduh=1"):
        saved = stored_pdf(letter)
    with app.test_request_context("/"):
        shown = stored_pdf(letter)

    assert saved.get_data() == shown.get_data() == a_store().read(letter.file_id)
    assert [answer.headers["Content-Disposition"] for answer in (saved, shown)] == [
        "attachment; filename=B-1-61040-KS.200-11-2026.pdf",
        "inline; filename=B-1-61040-KS.200-11-2026.pdf",
    ]
    assert (saved.mimetype, saved.headers["Cache-Control"]) == ("application/pdf", "private, no-store")
