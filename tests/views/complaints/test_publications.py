"""What others read of a complaint: the board, and the public page."""

import pytest

from pst.actions.vault import Vault
from pst.config import identity_keys_of
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.publications import Publication
from tests.factories import an_officer, user
from tests.factories_complaints import a_complaint, answered, verified

pytestmark = pytest.mark.usefixtures("monday")
TEXTS = {
    "title": "Loket tutup lebih awal",
    "text": "Loket sudah tutup pada jam layanan.",
    "answer": "Loket kini buka sampai sore.",
}


@pytest.fixture
def vault(config):
    return Vault(identity_keys_of(config))


def place_of(complaint: Complaint) -> str:
    return f"/petugas/pengaduan/{complaint.number}/publikasi"


def prepare(person, complaint: Complaint, status: int = 303, **typed):
    form = person.get(place_of(complaint)).forms["publication"]
    for name, value in {**TEXTS, **typed}.items():
        form[name] = value
    return form.submit(status=status)


def _button(page, ending: str):
    return next((form for form in page.forms.values() if form.action.endswith(ending)), None)


def test_one_prepares_another_approves_and_either_takes_it_back(browse, vault):
    complaint = answered(a_complaint(vault=vault))
    writer, second = browse(an_officer()), browse(user("petugas2"))

    own = prepare(writer, complaint).follow()
    _button(second.get(place_of(complaint)), "/setuju").submit(status=303)
    shown = [row.title for row in Publication.published()]
    _button(writer.get(place_of(complaint)), "/tarik").submit(status=303)

    assert _button(own, "/setuju") is None and "Menunggu persetujuan orang kedua" in own.text
    assert (shown, Publication.published()) == ([TEXTS["title"]], [])


def test_the_form_begins_with_what_was_told_and_later_with_the_draft(browse, vault):
    complaint = answered(a_complaint(vault=vault))
    officer = browse(an_officer())

    first = officer.get(place_of(complaint)).forms["publication"]
    prepare(officer, complaint)
    later = officer.get(place_of(complaint)).forms["publication"]

    assert (first["title"].value, first["text"].value) == (complaint.title, complaint.text)
    assert {name: later[name].value for name in TEXTS} == TEXTS


def test_a_draft_that_names_somebody_is_refused_with_all_that_was_typed(browse, vault):
    complaint = answered(a_complaint(vault=vault))

    page = prepare(browse(an_officer()), complaint, 422, answer="Menurut Sinta sudah beres.")

    assert "masih memuat nama" in page.text
    assert page.forms["publication"]["answer"].value == "Menurut Sinta sudah beres."
    assert Publication.of(complaint) is None


def test_what_cannot_be_published_is_not_offered(browse):
    complaint = verified(a_complaint())
    officer = browse(an_officer())

    page = officer.get(place_of(complaint), status=303).follow()

    assert "tidak dapat dipublikasikan" in page.text
    assert "Siapkan publikasi" not in officer.get(f"/petugas/pengaduan/{complaint.number}").text


def test_neutral_words_go_on_the_board_with_a_code_of_their_own(browse):
    complaint = verified(a_complaint(channel="box"))
    officer = browse(an_officer())
    form = officer.get(f"/petugas/pengaduan/{complaint.number}").forms["post-board"]
    form["board"] = "Sedang kami periksa."

    form.submit(status=303).follow()

    row = Complaint.get_by_id(complaint.id)
    board = officer.get("/petugas/pengaduan/papan").text
    assert (row.board_text, row.board_code in board, complaint.number in board) == ("Sedang kami periksa.", True, False)


def test_words_that_are_too_long_for_the_board_are_refused(browse):
    complaint = verified(a_complaint(channel="box"))
    form = browse(an_officer()).get(f"/petugas/pengaduan/{complaint.number}").forms["post-board"]
    form["board"] = "a" * 301

    page = form.submit(status=422)

    assert page.forms["post-board"]["board"].value == "a" * 301
    assert Complaint.get_by_id(complaint.id).board_code is None
