"""One box for everything: numbers and codes lead on, words find what this person may know of."""

import pytest

from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, user
from tests.factories_complaints import CODE, a_complaint
from tests.factories_desk import a_guest

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def seek(browse):
    """What this person's box answers."""

    def ask(name, typed):
        browser = browse(user(name))
        form = browser.get("/petugas").html.select_one(".pst-seek")
        return browser.get(form["action"], params={form.input["name"]: typed}, status="*")

    return ask


def found(page) -> list[str]:
    return [link["href"] for link in page.html.select(".pst-finds a")]


def test_every_number_and_code_leads_to_what_bears_it(seek):
    submission, guest, complaint = a_submission(Status.ISSUED), a_guest(), a_complaint()
    letter = Letter.issued_of(submission)
    visit = f"/petugas/tamu/{guest.visit.number}"

    led = [
        seek("petugas", typed).location
        for typed in (
            submission.number.lower(),
            submission.code,
            letter.number,
            letter.code,
            guest.visit.number,
            guest.ticket.code,
            complaint.number,
        )
    ]

    case, paper = f"/petugas/permohonan/{submission.number}", f"/petugas/surat/{letter.id}"
    assert led == [case, case, paper, paper, visit, visit, f"/petugas/pengaduan/{complaint.number}"]


def test_words_find_all_services_and_each_leads_to_its_page(seek):
    submission = a_submission(judul_kegiatan="Survei Loket Pelayanan")
    complaint = a_complaint(text="Loket tutup sebelum waktunya.")
    guest = a_guest(institution="Komunitas Loket")

    assert found(seek("petugas", "loket")) == [
        f"/petugas/permohonan/{submission.number}",
        f"/petugas/pengaduan/{complaint.number}",
        f"/petugas/tamu/{guest.visit.number}",
    ]


def test_an_applicant_is_found_by_name_and_a_draft_by_nobody_of_the_office(seek):
    submission = a_submission()
    draft = a_draft()

    assert found(seek("petugas", "ratna pemohon")) == [f"/petugas/permohonan/{submission.number}"]
    assert seek("petugas", draft.number).status_int == 200


def test_nobody_finds_a_complaint_about_oneself_nor_who_complained(seek):
    complaint = a_complaint(who="Bayu Petugas", text="Bayu Petugas tidak di tempat.", name="Zainal Pelapor")

    assert "Tidak ditemukan" in seek("petugas2", complaint.number)
    assert found(seek("petugas2", "tidak di tempat")) == []
    assert found(seek("petugas", "zainal")) == found(seek("petugas", "zainal pelapor")) == []
    assert seek("petugas", CODE).status_int == 200  # its secret code opens nothing


def test_of_much_the_newest_is_shown_and_the_register_holds_the_rest(seek):
    for number in range(10):
        a_submission(judul_kegiatan=f"Survei Harga {number}")

    page = seek("petugas", "survei harga")

    assert len(found(page)) == 8
    assert page.html.find("a", string="Semua yang ditemukan pada permohonan")["href"].startswith(
        "/petugas/permohonan?cari="
    )


def test_nothing_typed_asks_for_something(seek):
    assert "Ketik nomor" in seek("kepala", " ")
