"""The page on which the office says where its book is kept."""

from pst.models.letters.book_years import BookYear
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user


def test_an_officer_says_where_the_book_is_kept(browse):
    BookYear.delete().execute()
    officer = browse(user("petugas"))
    page = officer.get("/petugas/surat/buku/2026")
    assert "Belum dinyatakan" in page.text

    form = page.forms["book-year"]
    form["kept"], form["following"] = "here", ""
    refused = form.submit(status=422)
    assert "Tulis nomor urut berikutnya." in refused.text
    form = refused.forms["book-year"]
    form["following"] = "1146"
    page = form.submit(status=303).follow()

    assert (page.forms["book-year"]["following"].value, "Belum dinyatakan" in page.text) == ("1146", False)
    officer.get("/petugas/surat/buku/1999", status=404)


def test_draft_and_approval_lead_to_where_it_is_said(browse):
    drafting, waiting = a_submission(Status.DRAFTING), a_submission(Status.AWAITING_SIGNATURE)
    BookYear.delete().execute()

    draft = browse(user("petugas")).get(f"/petugas/permohonan/{drafting.number}/naskah")
    approval = browse(user("kepala")).get(f"/petugas/permohonan/{waiting.number}/pengesahan")

    for page in (draft, approval):
        assert page.html.select_one('a[href="/petugas/surat/buku/2026"]')
    assert "issue" not in approval.forms
