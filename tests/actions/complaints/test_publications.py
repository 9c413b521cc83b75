"""What the public reads names nobody, and two people have read it before."""

import base64

import pytest

from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import publications
from pst.actions.complaints.complaint_steps import Hidden
from pst.actions.vault import Vault
from pst.models.audit import Event
from pst.models.complaints.publications import Publication
from pst.rules.complaints.complaints import Kind
from pst.rules.steps import StepRefused
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import VAULT, a_complaint, a_manager, answered, verified

pytestmark = pytest.mark.usefixtures("db")
TEXTS = ("Loket tutup lebih awal", "Loket sudah tutup pada jam layanan.", "Loket kini buka sampai sore.")


def prepared(complaint, texts=TEXTS, by=None):
    return publications.prepare(complaint, by or an_officer(), *texts, WHEN, VAULT)


def test_a_draft_is_shown_to_nobody_until_a_second_person_agrees():
    complaint = answered(a_complaint())
    prepared(complaint)
    drafts = Publication.published()

    with pytest.raises(StepRefused, match="orang kedua"):
        publications.approve(complaint, an_officer(), WHEN)
    publications.approve(complaint, user("petugas2"), WHEN)

    assert drafts == []
    assert [(row.title, row.text, row.answer) for row in Publication.published()] == [TEXTS]
    verbs = [event.verb for event in Event.of("complaint", complaint.number)]
    assert verbs[-2:] == ["prepare", "publish"]


def test_a_new_draft_takes_the_old_one_from_the_public():
    complaint = answered(a_complaint())
    prepared(complaint)
    publications.approve(complaint, user("petugas2"), WHEN)

    prepared(complaint, ("Judul lain", *TEXTS[1:]))

    assert (Publication.published(), Publication.of(complaint).title) == ([], "Judul lain")


def test_it_can_be_taken_back_and_a_second_time_is_nothing():
    complaint = answered(a_complaint())
    prepared(complaint)

    publications.unpublish(complaint, an_officer(), WHEN)
    publications.unpublish(complaint, an_officer(), WHEN)

    verbs = [event.verb for event in Event.of("complaint", complaint.number)]
    assert (Publication.of(complaint), verbs.count("unpublish")) == (None, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Wulandari Pelapor mengeluh.",
        "hubungi badu@contoh.test",
        "Menurut SINTA sudah beres.",
        "bernama  wulandari   pelapor",
    ],
)
def test_the_machine_refuses_a_draft_that_names_somebody(said):
    complaint = answered(a_complaint(email="badu@contoh.test"))

    with pytest.raises(StepRefused, match="memuat nama"):
        prepared(complaint, (TEXTS[0], said, TEXTS[2]))

    assert Publication.of(complaint) is None


def test_a_draft_that_cannot_be_compared_with_the_identity_is_refused():
    complaint = answered(a_complaint())
    other = Vault((base64.urlsafe_b64encode(b"o" * 32).decode(),))

    with pytest.raises(StepRefused, match="tidak dapat diperiksa"):
        publications.prepare(complaint, an_officer(), *TEXTS, WHEN, other)

    assert Publication.of(complaint) is None


def test_only_answered_complaints_about_nobody_and_without_oversight_content_can_be_published():
    manager = a_manager()
    waiting = verified(a_complaint())
    about_somebody = answered(a_complaint(who="Sinta"), manager)
    about_head = answered(a_complaint(about="head"), manager)
    oversight = verified(a_complaint(), manager, Kind.OVERSIGHT)
    steps.take(oversight, "answer", manager, "Selesai.", WHEN)

    refused = [publications.may_publish(it) for it in (waiting, about_somebody, about_head, oversight)]

    assert (refused, publications.may_publish(answered(a_complaint()))) == ([False] * 4, True)
    with pytest.raises(StepRefused, match="tidak dapat dipublikasikan"):
        prepared(waiting)


def test_whoever_may_not_know_of_it_can_do_nothing_with_it():
    complaint = answered(a_complaint(who="Sinta"), user("petugas2"))

    for act in (
        prepared,
        lambda it: publications.approve(it, an_officer(), WHEN),
        lambda it: publications.unpublish(it, an_officer(), WHEN),
    ):
        with pytest.raises(Hidden):
            act(complaint)
