"""The office's own decisions, and what they do to cases that run already."""

from datetime import date, timedelta

import pytest

from pst.actions.office import office
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.actions.submissions import submissions
from pst.mail.compose import words
from pst.models.audit import Event
from pst.models.base import write
from pst.models.complaints.complaints import Complaint
from pst.models.emails import Email
from pst.models.office.areas import Area
from pst.models.office.holidays import HolidayRow
from pst.models.office.sentences import Sentence
from pst.models.office.settings import Setting, the_office
from pst.models.submissions.submissions import Submission
from pst.rules.office.sentences import SENTENCES
from pst.rules.office.settings import SettingRefused
from pst.rules.review.workflow import Status
from pst.rules.submissions.deadlines import ClockRule
from tests.factories import SITE, WHEN, a_draft, a_submission, an_applicant, sign_letters, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
def _nothing_decided_yet(db):
    sign_letters()


def admin():
    return user("admin")


def change(**given) -> list[str]:
    return office.change_settings("clock", given, admin(), WHEN)


def test_another_clock_rule_counts_new_cases_only():
    old, draft = a_submission(Status.IN_REVIEW), a_draft()
    before = Submission.get_by_id(old.id).__data__

    changed = change(promise_days="10", clock_on_revision="no_pause", clock_starts_on="submitted")
    submissions.submit(draft, an_applicant(), WHEN)

    assert changed == [
        "Janji layanan (hari kerja)",
        "Hitungan hari kerja saat menunggu perbaikan pemohon",
        "Hitungan hari kerja mulai berjalan",
    ]
    assert Submission.get_by_id(old.id).__data__ == before
    new = Submission.get_by_id(draft.id)
    assert new.clock_rule == ClockRule(days=10, on_revision="no_pause", starts_on="submitted")
    assert (new.clock_started, new.due_on) == (WHEN, date(2026, 12, 7))  # Senin


def test_a_case_begun_under_the_old_rule_pauses_and_resumes_by_it():
    case = a_submission(Status.NEEDS_REVISION)

    change(clock_on_revision="no_pause", promise_days="5")

    now = Submission.get_by_id(case.id)
    assert (now.clock_rule, now.due_on) == (ClockRule(), None)


@pytest.mark.parametrize(
    ("rule", "started", "due"),
    [
        ({"clock_starts_on": "submitted"}, WHEN, date(2026, 12, 11)),
        ({"clock_starts_on": "submitted", "closing_time": "08:59"}, WHEN, date(2026, 12, 14)),
        ({"clock_starts_on": "declared_complete"}, None, None),
    ],
)
def test_the_start_event_and_the_closing_hour_decide_when_a_sent_form_is_counted(rule, started, due):
    change(**rule)

    sent = a_submission(Status.SUBMITTED)

    assert (sent.clock_started, sent.due_on) == (started and sent.submitted_at, due)


def test_mails_about_an_old_case_promise_what_it_was_promised():
    a_submission(Status.IN_REVIEW)
    change(promise_days="10", clock_on_revision="restart_on_revision")

    mail = Email.get(Email.kind == "declared_complete")

    body = words(mail, SITE, the_office())[1]
    assert "(14 hari kerja)" in body
    assert "hari-hari selama permohonan ada pada Anda tidak dihitung" in body


@pytest.mark.parametrize(
    ("group", "given", "why"),
    [
        ("clock", {"promise_days": "empat belas"}, "Tulis bilangan bulat dari 1 sampai 250."),
        ("clock", {"clock_on_revision": "kadang"}, "Pilih salah satu dari daftar."),
        ("clock", {"promise_days": "3", "stage_review": "4"}, "Target satu tahap tidak boleh melebihi janji"),
        ("letter", {"letter_pattern": "{seq}/{unit}"}, "Pola harus memuat {yyyy}"),
    ],
)
def test_nonsense_is_refused_and_nothing_of_it_is_kept(group, given, why):
    kept = Setting.select().count()
    with pytest.raises(SettingRefused, match=why):
        office.change_settings(group, {**given, "closing_time": "16:00"}, admin(), WHEN)

    assert (Setting.select().count(), Event.select().count()) == (kept, 0)


def test_each_setting_that_changed_is_an_event_and_one_that_stayed_is_none():
    change(promise_days="14", closing_time="16.00")

    assert [(event.key, event.facts) for event in Event.select()] == [
        ("closing_time", {"from": "15.30", "to": "16.00"})
    ]
    changed = Setting.get(Setting.key == "closing_time")
    assert (changed.value, changed.changed_by) == ("16.00", "Agus Administrator")


def test_of_two_administrators_the_second_does_not_undo_the_first():
    shown = mark_of(office.kept_settings("letter"))
    office.change_settings("letter", {"letter_kka": "VS.100"}, admin(), WHEN, shown)

    with pytest.raises(ChangedMeanwhile) as refusal:
        office.change_settings(
            "letter", {"letter_kka": "KS.200", "letter_nature": "Penting"}, user("kepala"), WHEN, shown
        )

    assert (refusal.value.who, refusal.value.now["letter_kka"]) == ("Agus Administrator", "VS.100")
    assert (the_office().letter_kka, the_office().letter_nature) == ("VS.100", "Biasa")


def test_a_new_office_is_furnished_once_and_what_it_changed_stays():
    with write():
        HolidayRow.delete().execute()

    done = office.furnish(WHEN)
    with write():
        Sentence.select().first().delete_instance()

    assert done == [
        f"{Area.select().count()} wilayah diisikan.",
        f"{len(SENTENCES)} kalimat siap pakai diisikan.",
        "79 hari libur diisikan untuk tahun 2025–2027.",
    ]
    assert office.furnish(WHEN + timedelta(days=1)) == []
    assert Sentence.select().count() == len(SENTENCES) - 1


def test_another_limit_moves_the_days_of_open_complaints_at_once():
    complaint = a_complaint()

    office.change_settings("complaints", {"complaint_days_ordinary": "10"}, admin(), WHEN)

    assert (complaint.due_on, Complaint.get_by_id(complaint.id).due_on) == (date(2026, 12, 11), date(2026, 12, 7))
