"""Working on a form together: who is let in, what each may do, and that nothing is sent before it is approved."""

from datetime import timedelta

import pytest

from pst.actions.accounts.accounts import close_user
from pst.actions.submissions import together
from pst.actions.submissions.progress import may_fill, may_write
from pst.actions.submissions.submissions import save_answers, submit
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.questionnaires import shelf
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions.hats import APPROVE, READ, WRITE
from tests.factories import WHEN, a_draft, a_user, an_applicant, user

LATER = WHEN + timedelta(hours=1)
ADDRESS = "Rekan@Contoh.test"


@pytest.fixture
def draft(db):
    return a_draft()


def colleague(**more):
    return a_user(ADDRESS, "Sari Rekan", Role.APPLICANT, **{"agency": an_applicant().agency_id, **more})


def invite(draft, may, email=ADDRESS):
    together.invite(draft, email, may, an_applicant(), WHEN)


@pytest.mark.parametrize(("may", "fills"), [(READ, False), (WRITE, True), (APPROVE, False)])
def test_a_colleague_reads_and_does_what_the_invitation_says_and_nothing_else(draft, may, fills):
    invite(draft, may)
    sari = colleague()

    assert (Invited.find(sari, draft.number), Submission.find(sari, draft.number)) == (draft, None)
    assert (may_fill(draft, sari), may_write(draft, sari)) == (fills, False)
    assert [(row.number, row.may) for row in Invited.shared_with(sari)] == [(draft.number, may)]
    with pytest.raises(StepRefused):
        submit(draft, sari, LATER)
    mail = Email.get(Email.kind == "shared")
    assert (mail.to, draft.code in str(mail.facts)) == (ADDRESS.lower(), False)


def test_the_invitation_is_nothing_to_another_agency_or_to_the_office(draft):
    invite(draft, WRITE)
    invite(draft, WRITE, "petugas@contoh.test")
    elsewhere = colleague(agency=Agency.create(name="Dinas Lain"))

    for person in (elsewhere, user("petugas")):
        assert (Invited.find(person, draft.number), may_fill(draft, person)) == (None, False)


def test_it_ends_when_taken_back_left_or_with_either_account(draft):
    sari = colleague()
    ends = (
        lambda: together.take_back(draft, Invited.to(draft)[0].id, an_applicant(), LATER),
        lambda: together.leave(draft, sari, LATER),
        lambda: close_user(sari, None, LATER),
        lambda: close_user(an_applicant(), None, LATER),
    )

    for number, end in enumerate(ends):
        together.invite(draft, ADDRESS, WRITE, an_applicant(), WHEN + timedelta(days=2 * number))
        end()
        assert (Invited.to(draft), may_fill(draft, sari)) == ([], False)
    assert [event.verb for event in Event.of("submission", draft.number)][-6:-2] == [
        *("share", "unshare", "share", "leave_share")
    ]


def test_what_cannot_be_invited_is_said(draft):
    with pytest.raises(Refusal, match="surel Anda sendiri"):
        invite(draft, READ, an_applicant().email)
    with pytest.raises(StepRefused, match="pemohonnya sendiri"):
        together.invite(draft, ADDRESS, READ, user("pemohon2"), WHEN)
    for number in range(together.MOST):
        Invited.create(submission=draft, email=f"rekan{number}@contoh.test", may=READ, at=WHEN)
    with pytest.raises(Refusal, match="Paling banyak 10"):
        invite(draft, READ)


def test_nothing_is_sent_before_what_stands_now_is_approved(draft):
    sari = colleague()
    invite(draft, APPROVE)
    with pytest.raises(StepRefused, match="menunggu persetujuan rekan@"):
        submit(draft, an_applicant(), LATER)

    seen = together.mark(draft)
    save_answers(draft, an_applicant(), {"tujuan_kegiatan": "Menghasilkan angka stunting menurut kecamatan."}, LATER)
    with pytest.raises(StepRefused, match="berubah sejak"):
        together.approve(draft, seen, sari, LATER)
    together.approve(draft, together.mark(draft), sari, LATER)
    assert Email.get(Email.kind == "form_approved").to == an_applicant().email

    save_answers(
        draft, an_applicant(), {"tujuan_kegiatan": "Menghasilkan angka stunting menurut kecamatan dan desa."}, LATER
    )
    assert together.awaited(draft) == [ADDRESS.lower()]
    together.approve(draft, together.mark(draft), sari, LATER)

    assert submit(draft, an_applicant(), LATER).number == 1


def test_why_not_yet_is_told_and_is_over_once_it_is_approved(draft):
    sari = colleague()
    invite(draft, APPROVE)

    together.object_to(draft, " Tujuan khususnya belum ada. ", sari, LATER)

    assert [row.objection for row in Invited.objections(draft)] == ["Tujuan khususnya belum ada."]
    mail = Email.get(Email.kind == "form_objected")
    assert (mail.to, mail.facts["reason"]) == (an_applicant().email, "Tujuan khususnya belum ada.")
    together.approve(draft, together.mark(draft), sari, LATER)
    assert (Invited.objections(draft), together.awaited(draft)) == ([], [])
    invite(draft, WRITE)
    with pytest.raises(StepRefused, match="tidak diminta"):
        together.object_to(draft, "Belum.", sari, LATER)


def test_two_people_who_write_at_once_both_keep_their_words(draft):
    sari = colleague()
    invite(draft, WRITE)
    code = "tujuan_kegiatan"
    seen = {code: shelf.find(draft.questionnaire).question(code).mark(draft.answers[code])}

    save_answers(draft, an_applicant(), {code: "Kata pemohon."}, LATER, seen)
    merged = save_answers(draft, sari, {code: "Kata rekan.", "catatan_pemohon": "Dari rekan."}, LATER, seen)

    kept = Submission.get_by_id(draft.id).answers
    assert (kept[code], kept["catatan_pemohon"], set(merged.overtaken)) == ("Kata pemohon.", "Dari rekan.", {code})
