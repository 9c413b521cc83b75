"""The guest book: signed with little, recognised only by two things, forgotten after the set time."""

from datetime import date, timedelta

import pytest
from cryptography.fernet import Fernet

from pst.actions import attempts, audit
from pst.actions.complaints.complaints import Filing, file_complaint
from pst.actions.frontdesk import satisfaction, visits
from pst.actions.vault import Vault
from pst.models.audit import Event
from pst.models.base import database, write
from pst.models.emails import Email
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit, Visitor
from pst.models.office.holidays import HolidayRow
from pst.rules import numbering
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer
from tests.factories_desk import GUEST, a_guest, served

pytestmark = pytest.mark.usefixtures("db")
EVENING = WHEN + timedelta(hours=9)  # Senin, 18.00 WIB
FROM = "10.0.0.7"


def test_four_answers_and_one_contact_are_enough():
    signed = visits.sign(
        {"name": "Siti", "institution": "Perorangan", "phone": "0811", "service": "P", "purpose": "Baca"}, WHEN
    )

    visit = Visit.find(signed.visit.number)
    assert (visit.number, visit.name, visit.day, visit.channel, visit.privacy) == (
        "KUN-2026-0001",
        "Siti",
        date(2026, 11, 23),
        "kiosk",
        NOTICE_VERSION,
    )
    assert (signed.ticket.number, signed.ticket.priority) == ("P-001", False)
    assert [event.verb for event in Event.of("visit", visit.number)] == ["sign", "issue_ticket"]


def test_a_special_need_gives_priority():
    assert a_guest(needs=["disabilitas"]).ticket.priority is True


def test_outside_its_hours_the_kiosk_gives_no_number_and_says_when():
    with pytest.raises(visits.DeskClosed) as closed:
        a_guest(EVENING)

    assert closed.value.state.opens_next.isoformat() == "2026-11-24T08:00:00"
    assert Visit.select().count() == 0


def test_on_a_holiday_the_kiosk_is_closed():
    with write():
        HolidayRow.create(day=date(2026, 11, 23), name="Pemilihan kepala desa", kind="local")

    with pytest.raises(visits.DeskClosed, match="Pemilihan kepala desa"):
        a_guest()


def test_an_officer_signs_for_somebody_at_any_hour():
    signed = visits.sign(GUEST, EVENING, actor=an_officer())

    assert (signed.visit.channel, signed.visit.entered_by_id, signed.ticket.number) == (
        "officer",
        an_officer().id,
        "K-001",
    )


def test_a_page_of_the_paper_book_is_back_dated_marked_and_gets_no_number():
    friday = WHEN - timedelta(days=3)

    signed = visits.sign(GUEST, WHEN, actor=an_officer(), arrived_at=friday)

    assert (signed.visit.channel, signed.visit.day, signed.visit.entered_at) == ("paper", date(2026, 11, 20), WHEN)
    assert signed.ticket is None
    assert Rating.select().count() == 0


def test_number_and_month_together_recognise_a_visitor():
    known = a_guest().visitor

    assert visits.recognise("+62 812-3456-7890", 5, FROM, WHEN).id == known.id


@pytest.mark.parametrize(("phone", "month"), [("0812 3456 7890", 6), ("0812 0000 0000", 5), ("", 5)])
def test_either_of_them_wrong_recognises_nobody_and_looks_the_same(phone, month):
    a_guest()
    a_guest(phone="", birth_month="5")

    with pytest.raises(visits.NotRecognised):
        visits.recognise(phone, month, FROM, WHEN)


def test_months_cannot_be_tried_through():
    a_guest()
    for month in (1, 2, 3):
        with pytest.raises(visits.NotRecognised):
            visits.recognise("081234567890", month, FROM, WHEN)

    with pytest.raises(attempts.TooManyTries):
        visits.recognise("081234567890", 5, FROM, WHEN)
    assert visits.recognise("081234567890", 5, FROM, WHEN + timedelta(minutes=16))


def test_a_card_recognises_typed_or_scanned_as_an_address():
    visitor = a_guest().visitor

    assert visits.recognise_card(visitor.card.lower().replace("-", " ")).id == visitor.id
    assert visits.recognise_card(f"http://pst.test/buku-tamu/kartu/{visitor.card}").id == visitor.id
    for typed in ("", "ABCD-EFGH-JKMN-PQRS", "bukan kartu"):
        with pytest.raises(visits.NotRecognised):
            visits.recognise_card(typed)


def test_coming_again_adds_a_visit_and_keeps_what_is_known():
    visitor = a_guest().visitor

    again = visits.sign({"service": "R", "purpose": "Ambil surat"}, WHEN + timedelta(days=1), visitor=visitor)

    assert (again.visit.name, again.visit.phone, again.visit.service) == (GUEST["name"], GUEST["phone"], "R")
    assert Visitor.select().count() == 1
    assert Visitor.get_by_id(visitor.id).last_visit_on == date(2026, 11, 24)


def test_filling_the_whole_form_again_makes_no_second_person():
    first = a_guest(institution="Lama").visitor
    second = a_guest(institution="Baru", name="rahmat TAMU").visitor

    assert second.id == first.id
    assert Visitor.get_by_id(first.id).institution == "Baru"
    assert [row.institution for row in Visit.select().order_by(Visit.id)] == ["Lama", "Baru"]


def test_a_visit_is_linked_by_the_code_of_its_submission_or_the_number_of_a_complaint():
    submission = a_submission(Status.IN_REVIEW)

    assert Visit.find(a_guest(case=submission.code.lower()).visit.number).submission.number == submission.number
    assert Visit.find(a_guest(case="adu-2026-0003").visit.number).complaint == "ADU-2026-0003"


def test_a_stranger_cannot_link_by_the_number_alone_but_an_officer_can():
    submission = a_submission(Status.IN_REVIEW)

    with pytest.raises(visits.CaseUnknown):
        a_guest(case=submission.number)
    assert Visit.select().count() == 0
    assert visits.find_case(submission.number.lower(), an_officer())[0].id == submission.id


@pytest.mark.parametrize("privacy", ["confidential", "anonymous"])
def test_the_code_of_a_complaint_links_only_where_its_complainant_gave_the_name_openly(privacy):
    named, sealed = a_complaint("named"), a_complaint(privacy)

    assert visits.find_case(named.lower())[1].startswith("ADU-")
    with pytest.raises(visits.CaseSealed):
        a_guest(case=sealed)
    assert Visit.select().count() == 0


def a_complaint(privacy: str) -> str:
    """The secret code of a complaint that was just sent."""
    code = numbering.new_code()
    filing = Filing(kind="complaint", text="Loket tutup sebelum waktunya.", privacy=privacy)
    file_complaint(filing, numbering.hash_code(code), WHEN, Vault((Fernet.generate_key().decode(),)))
    return code


def test_old_visits_lose_their_person_and_keep_what_is_counted():
    old = a_guest(WHEN - timedelta(days=802), needs=["hamil"], case="ADU-2024-0001")  # Kamis, 12 September 2024
    served(old.ticket, at=WHEN - timedelta(days=802))
    code = Rating.get(Rating.visit == old.visit.id).token
    satisfaction.answer(code, {"keseluruhan": 4}, "Terima kasih Bu Sinta", WHEN - timedelta(days=801))
    new = a_guest(name="Baru", phone="0899", birth_month="1")

    assert visits.anonymise_old(WHEN) == 1

    row = Visit.get_by_id(old.visit.id)
    assert (row.needs, row.submission_id, row.complaint, row.anonymised_at) == ([], None, "", WHEN)
    kept = (row.name, row.institution, row.phone, row.email, row.purpose, row.visitor_id, row.sex, row.service)
    assert kept == ("", "", "", "", "", None, "l", "K")
    assert Rating.get(Rating.visit == row.id).comment == ""
    assert Email.select().count() == 0
    assert [visitor.name for visitor in Visitor.select()] == ["Baru"]
    assert Visit.get_by_id(new.visit.id).name == "Baru"
    assert Ticket.select().count() == 2
    event = Event.latest("retention", "visits")
    assert event.facts == {"visits": 1, "visitors": 1, "before": "2024-11-01"}
    assert visits.anonymise_old(WHEN) == 0


def test_no_event_of_a_visit_names_the_visitor_or_a_contact():
    visit = a_guest().visit
    served(Ticket.get(Ticket.visit == visit.id))

    said = " ".join(f"{event.note} {event.facts}" for event in Event.select())
    assert [word for word in (GUEST["name"], GUEST["phone"], GUEST["email"]) if word in said] == []
    assert audit.find_break() is None


def test_of_a_guest_who_was_forgotten_no_word_lies_in_the_database(config):
    told = {"institution": "Perorangan", "service": "P", "purpose": "Baca"}
    signed = visits.sign({**told, "name": "Zulkarnaenrahasia", "phone": "0811"}, WHEN)
    guest = Visitor.of_visit(signed.visit)
    visits.sign({**told, "name": "Siti", "phone": "0812"}, WHEN)
    database.empty_log()
    assert b"zulkarnaenrahasia" in config.database.read_bytes().lower()

    visits.forget_visitor(guest, an_officer(), WHEN)

    database.empty_log()
    assert b"zulkarnaenrahasia" not in config.database.read_bytes().lower()
