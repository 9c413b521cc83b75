"""Turning a draft into a letter: the right person, the next number, the same paper for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pst.actions.letters import book_entries, letters
from pst.actions.letters.book_years import next_number
from pst.actions.letters.draft import DraftUnfinished, LetterRefused
from pst.actions.letters.facts import thaw
from pst.actions.letters.stamping import stamped_file
from pst.clock import local
from pst.models.base import Sequence, database
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.submissions.submissions import Submission
from pst.paper.letters import recommendation
from pst.rules.letters.numbering import RESERVED
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import PRESS, SIGNING, WHEN, a_submission, a_user, draft_of, issue, user


def test_only_the_signatory_in_force_may_sign(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    acting = a_user("plh@contoh.test", "Laila Pelaksana", Role.HEAD)
    Signatory.create(
        user=acting, kind="plh", name=acting.name, starts=WHEN.date(), ends=WHEN.date(), mandate="SP-1/2026"
    )

    with pytest.raises(LetterRefused, match=r"Laila Pelaksana \(Plh. Kepala\)"):
        issue(submission, store)

    assert issue(submission, store, acting).facts["signatory"]["title"] == (
        "Plh. Kepala Badan Pusat Statistik\nKabupaten Mempawah,"
    )


def test_an_acting_official_signs_until_midnight_and_the_head_from_then_on(db, store):
    acting = a_user("plh@contoh.test", "Laila Pelaksana", Role.HEAD)
    day = local(SIGNING).date()
    Signatory.create(user=acting, kind="plh", name=acting.name, starts=day, ends=day, mandate="SP-1/2026")
    before, after = (datetime(day.year, day.month, day.day, 16, 59) + timedelta(minutes=late) for late in (0, 2))
    first, second = a_submission(Status.AWAITING_SIGNATURE), a_submission(Status.AWAITING_SIGNATURE)

    letter = issue(first, store, acting, at=before)
    with pytest.raises(LetterRefused):
        issue(second, store, acting, at=after)

    assert (letter.issued_on, issue(second, store, at=after).issued_on) == (day, day + timedelta(days=1))


def test_whoever_wrote_the_draft_does_not_sign_it(db, store):
    both = a_user("berdua@contoh.test", "Tono Berdua", Role.HEAD, Role.OFFICER)
    Signatory.create(user=both, kind="plt", name=both.name, starts=WHEN.date())
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(draft_of(submission), both, {"place": "Sungai Pinyuh"}, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)

    with pytest.raises(LetterRefused, match="ikut menyusun"):
        issue(submission, store, both)


def test_where_the_acting_official_wrote_the_draft_the_head_takes_it_back(db, store):
    acting = a_user("plh@contoh.test", "Laila Pelaksana", Role.HEAD, Role.OFFICER)
    Signatory.create(user=acting, kind="plh", name=acting.name, starts=WHEN.date(), ends=WHEN.date(), mandate="SP-1")
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(draft_of(submission), acting, {"place": "Sungai Pinyuh"}, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)

    with pytest.raises(LetterRefused, match=r"ikut menyusun naskah ini; yang mengesahkannya Dewi Kepala \(Kepala\)"):
        issue(submission, store, acting)

    assert letters.taken_back_from(draft_of(submission), WHEN) == "Laila Pelaksana (Plh. Kepala)"
    assert issue(submission, store).facts["signatory"]["name"] == "Dewi Kepala"


def test_where_everybody_who_may_sign_wrote_the_draft_it_is_said_what_helps(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    draft = draft_of(submission)
    draft.draft = {**draft.draft, "hands": [user("kepala").id]}
    draft.save()

    with pytest.raises(LetterRefused, match="Kepala dapat menetapkan Plh"):
        issue(submission, store)


def test_no_letter_goes_out_with_an_address_that_nobody_else_can_open(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)

    with pytest.raises(LetterRefused, match="PST_BASE_URL"):
        letters.issue(submission, user("kepala"), WHEN, store, replace(PRESS, site=""))

    assert letters.may_sign(user("kepala"), draft_of(submission), WHEN, "").startswith("Surat belum dapat terbit")
    assert letters.may_sign(user("kepala"), draft_of(submission), WHEN, "http://pst.test") == ""


def test_nobody_signs_a_day_without_signatory(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    Signatory.delete().execute()

    with pytest.raises(LetterRefused, match="Belum ada pejabat"):
        issue(submission, store)


def test_a_number_given_by_hand_is_kept_with_who_took_it_and_the_series_goes_on_after_it(db, store):
    first, second = a_submission(Status.DRAFTING), a_submission(Status.AWAITING_SIGNATURE)
    given = {"letter_number": "B-155/61040/VS.190/11/2026", "identity_number": "V-26.6104.007"}
    letters.edit_draft(draft_of(first), user("petugas2"), given, WHEN)
    letters.request_signature(first, user("petugas"), WHEN)

    one, two = issue(first, store), issue(second, store)

    assert (one.number, one.sequence, one.number_by, one.identity_number) == (
        "B-155/61040/VS.190/11/2026",
        155,
        "Bayu Petugas",
        "V-26.6104.007",
    )
    assert (two.number, two.sequence, two.number_by) == ("B-156/61040/KS.200/11/2026", 156, "")


def test_a_number_that_is_taken_is_refused_before_anything_is_written(db, store):
    first, second = a_submission(Status.DRAFTING), a_submission(Status.DRAFTING)
    for submission in (first, second):
        letters.edit_draft(draft_of(submission), user("petugas"), {"letter_number": "B-7/61040/KS.200/11/2026"}, WHEN)
        letters.request_signature(submission, user("petugas"), WHEN)
    taken = issue(first, store).number

    with pytest.raises(DraftUnfinished, match=f"Nomor {taken} sudah dipakai surat lain"):
        issue(second, store)


def test_prefix_and_classification_are_chosen_for_each_letter(db, store):
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(draft_of(submission), user("petugas"), {"prefix": "R", "kka": "HM.310"}, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)

    assert issue(submission, store).number == "R-1/61040/HM.310/11/2026"


@pytest.mark.parametrize(
    ("typed", "told", "following"),
    [
        ("abc", "nomor urutnya tidak terbaca, jadi buku tidak maju", 2),
        ("B-1150/61040/KS.200/2026", "ditulis seperti .*dan tahun.*dibaca nomor urut 1150", 1151),
        ("B-1150/61040/KS.200/11/2025", "menyebut tahun 2025, bukan 2026", 2),
        ("R-1/61040/HM.310/11/2026", "Nomor urut 1 sudah dipakai: B-1/61040/KS.200/11/2026", 2),
    ],
)
def test_an_odd_number_is_asked_again_and_taken_with_a_reason(db, store, typed, told, following):
    a_submission(Status.ISSUED)
    submission = a_submission(Status.DRAFTING)
    with pytest.raises(DraftUnfinished, match=told):
        letters.edit_draft(draft_of(submission), user("petugas"), {"letter_number": typed}, WHEN)

    given = {"letter_number": typed, "number_reason": "Begitu dalam buku."}
    letters.edit_draft(draft_of(submission), user("petugas"), given, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)
    letter = issue(submission, store)

    assert (letter.number, letter.number_reason, next_number(2026)) == (typed, "Begitu dalam buku.", following)


def test_an_identity_number_belongs_to_one_submission(db, store):
    first, second = a_submission(Status.ISSUED), a_submission(Status.DRAFTING)
    taken = Letter.issued_of(first).identity_number
    letters.edit_draft(draft_of(second), user("petugas"), {"identity_number": taken}, WHEN)
    letters.request_signature(second, user("petugas"), WHEN)

    with pytest.raises(LetterRefused, match="sudah dipakai permohonan lain"):
        issue(second, store)


def test_numbers_begin_anew_each_year(db, store):
    a_submission(Status.ISSUED)
    submission = a_submission(Status.AWAITING_SIGNATURE)

    letter = issue(submission, store, at=WHEN + timedelta(days=60))  # Jumat, 22 Januari 2027

    assert letter.number == "B-1/61040/KS.200/01/2027"


def test_the_year_of_a_letter_is_the_offices_own(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    new_years_morning = WHEN.replace(month=12, day=31, hour=17, minute=30)  # Jumat, 1 Januari 2027, 00.30 WIB

    letter = issue(submission, store, at=new_years_morning)

    assert (letter.number, str(letter.issued_on)) == ("B-1/61040/KS.200/01/2027", "2027-01-01")


def test_fifty_letters_at_once_have_consecutive_numbers_but_for_those_set_aside(db, store):
    waiting = [a_submission(Status.AWAITING_SIGNATURE).id for _ in range(10)]
    head, officer = user("kepala"), user("petugas")
    book_entries.set_aside(2026, 11, 13, RESERVED, "Untuk sensus ekonomi", officer, SIGNING)
    gate = threading.Barrier(8)

    def sign(submission_id: int) -> str | None:
        submission = Submission.with_people().where(Submission.id == submission_id).get()
        return issue(submission, store, head).number

    def enter(_: None) -> str:
        given = {"number": "", "dated": SIGNING.date(), "recipient": "KPPN", "subject": "Undangan", "reason": ""}
        return book_entries.enter({**given, "prefix": "", "kka": ""}, officer, SIGNING, store).number

    def work(job) -> str | None:
        act, thing, first = job
        if first:
            gate.wait(30)
        with database.connection_context():
            return act(thing)

    jobs = [*((sign, each) for each in waiting), *[(enter, None)] * 40]
    jobs = [(*jobs[number * 7 % 50], number < 8) for number in range(50)]
    database.close()
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(work, jobs))
    database.connect(reuse_if_open=True)

    expected = {f"B-{number}/61040/KS.200/11/2026" for number in range(1, 54) if number not in (11, 12, 13)}
    assert (len(numbers), set(numbers), BookEntry.gaps(2026)) == (50, expected, [])
    assert Sequence.get_by_id("letter-61040-2026").last == 53


def test_the_stored_file_is_what_the_frozen_facts_draw_again(db, store):
    submission = a_submission(Status.ISSUED)
    facts = thaw(Letter.issued_of(submission).facts)

    first, second = (stamped_file(recommendation.recommendation_pdf(facts), facts, PRESS.keys) for _ in range(2))

    assert first == second == store.read(Letter.issued_of(submission).file_id)
