"""Steps at the desk: said before they are taken, taken once, refused with everything typed still there."""

import pytest

from pst.actions.complaints import complaint_steps as steps
from pst.actions.office.office import change_settings
from pst.models.complaints.complaints import Complaint
from pst.models.office.sentences import Sentence
from pst.rules.complaints.complaints import Kind
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_complaint, a_manager, answered, verified

pytestmark = pytest.mark.usefixtures("monday")


def address(complaint: Complaint, verb: str) -> str:
    return f"/petugas/pengaduan/{complaint.number}/langkah/{verb}"


def take(person, complaint: Complaint, verb: str, status: int = 303, **typed):
    """Open the step's page, fill it and send it."""
    form = person.get(address(complaint, verb)).forms["step"]
    for name, value in typed.items():
        form[name] = value
    return form.submit(status=status)


def status_of(complaint: Complaint) -> str:
    return Complaint.get_by_id(complaint.id).status


def test_verification_classes_it_and_gives_it_to_somebody(browse):
    complaint = a_complaint()

    answer = take(
        browse(an_officer()), complaint, "verify", kind="information", topic="product", handler=str(user("petugas2").id)
    )

    row = Complaint.get_by_id(complaint.id)
    assert (row.status, row.kind, row.topic, row.assignee_id) == (
        "in_progress",
        "information",
        "product",
        user("petugas2").id,
    )
    assert str(row.due_on) == "2026-11-30"  # five working days after Senin, 23 November
    assert "Dinyatakan lengkap dan ditindaklanjuti." in answer.follow().text


@pytest.mark.parametrize(
    ("verb", "typed", "messages"),
    [
        ("verify", {}, ["Pilih kelas pengaduan."]),
        ("verify", {"handler": ""}, ["Pilih kelas pengaduan.", "Pilih petugas yang menangani."]),
        ("ask_more", {}, ["Isian ini wajib diisi."]),
        ("refuse", {}, ["Isian ini wajib diisi."]),
        ("pass_on", {}, ["Isian ini wajib diisi."]),
        ("escalate", {"note": "Perlu keputusan."}, ["Pilih dinaikkan ke mana."]),
        ("mark_duplicate", {"note": "Sama."}, ["Isi nomor pengaduan yang sama."]),
    ],
)
def test_what_a_step_cannot_do_without_is_asked_at_its_field(browse, verb, typed, messages):
    complaint = a_complaint()

    page = take(browse(an_officer()), complaint, verb, 422, **typed)

    shown = [item.text.strip() for item in page.html.select("#error-summary li")]
    assert (shown, status_of(complaint)) == (messages, "received")
    assert len(page.html.select("#error-summary li a")) == len(messages)
    if "note" in typed:
        assert page.forms["step"]["note"].value == typed["note"]


def test_an_answer_waits_for_the_complainant_and_says_for_how_long(browse):
    change_settings("complaints", {"complaint_days_silence": "7"}, user("admin"), WHEN)
    complaint = verified(a_complaint())
    officer = browse(an_officer())

    page = officer.get(address(complaint, "answer"))
    take(officer, complaint, "answer", note="Loket kini buka sampai sore.")

    assert "selama 7 hari kerja" in page.text
    assert status_of(complaint) == "answered"


def test_what_is_about_the_head_is_not_raised_to_the_head(browse):
    manager = a_manager()
    about_head, ordinary = (verified(a_complaint(about="head"), manager), verified(a_complaint(text="Lain."), manager))
    person = browse(manager)

    offered = {
        it.number: [value for value, _, _ in person.get(address(it, "escalate")).forms["step"]["to"].options]
        for it in (about_head, ordinary)
    }

    assert offered == {
        about_head.number: ["", "manager", "province", "inspectorate"],
        ordinary.number: ["", "manager", "head", "province", "inspectorate"],
    }


def test_what_happened_meanwhile_is_told_and_changes_nothing(browse):
    complaint = a_complaint()
    form = browse(an_officer()).get(address(complaint, "verify")).forms["step"]
    steps.take(complaint, "refuse", user("petugas2"), "Isinya iklan.", WHEN)

    form["kind"] = "ordinary"
    page = form.submit(status=303).follow()

    assert "Langkah ini tidak dapat dilakukan sekarang." in page.text
    assert status_of(complaint) == "refused"


def test_the_buttons_are_the_steps_this_person_may_take_now(browse):
    complaint = verified(a_complaint())

    def verbs(person):
        page = person.get(f"/petugas/pengaduan/{complaint.number}")
        return [link["href"].rsplit("/", 1)[1] for link in page.html.select("#steps a")]

    assert verbs(browse(an_officer())) == ["ask_more", "pass_on", "answer", "escalate"]
    assert verbs(browse(user("petugas2"))) == ["ask_more", "pass_on", "escalate"]
    answered_one = answered(a_complaint(text="Lain."))
    page = browse(an_officer()).get(f"/petugas/pengaduan/{answered_one.number}")
    assert [link.get_text() for link in page.html.select("#steps a")] == ["Tutup: pelapor sudah menyatakan selesai"]


def test_a_step_that_makes_it_sensitive_leads_the_officer_back_to_the_register(browse):
    complaint = a_complaint()

    answer = take(browse(an_officer()), complaint, "verify", kind=Kind.OVERSIGHT, handler=str(user("kepala").id))

    assert answer.location.endswith("/petugas/pengaduan")
    assert complaint.number not in answer.follow().html.select_one("#register").text


def test_the_answer_takes_ready_sentences_and_a_note_of_the_office_does_not(browse):
    Sentence.create(kind="reply", heading="Pokok", text="Loketnya kini buka.")
    complaint = verified(a_complaint())
    officer = browse(an_officer())
    page = officer.get(address(complaint, "answer"))

    page = page.forms["step"].submit("_sisip", value=page.html.select_one("[name=_sisip]")["value"])

    assert page.forms["step"]["note"].value == "Loketnya kini buka."
    assert page.html.select_one("textarea[autofocus]")["name"] == "note"
    inside = officer.get(address(complaint, "escalate"))
    assert inside.html.select("[name=_sisip]") == []
