"""Whatever number or code is typed into either box leads to the door it belongs to."""

import pytest

from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import a_submission
from tests.factories_complaints import CODE, a_complaint
from tests.factories_desk import a_guest


def led(browser, place: str, typed: str) -> str:
    return browser.get(place, params={"kode": typed}, status=303).location


@pytest.mark.parametrize("place", ["/lacak", "/verifikasi"])
def test_every_code_opens_its_own_door(anyone, place):
    submission, ticket = a_submission(Status.ISSUED), a_guest().ticket
    letter = Letter.issued_of(submission)

    assert [led(anyone, place, code.lower()) for code in (submission.code, letter.code, ticket.code)] == [
        f"/lacak/{submission.code}",
        f"/verifikasi/{letter.code}",
        f"/antrean/{ticket.code}",
    ]


@pytest.mark.parametrize("place", ["/lacak", "/verifikasi"])
def test_numbers_that_are_no_secret_lead_to_where_the_key_is_asked(anyone, place):
    assert led(anyone, place, "REK-6104-2026-9999") == "/permohonan/REK-6104-2026-9999"
    assert led(anyone, place, "adu-2026-0001") == led(anyone, place, "KS-2026-00001") == "/pengaduan/lacak"
    assert led(anyone, place, "KUN-2026-0001") == led(anyone, place, "k-001") == "/lacak"
    assert led(anyone, place, "kat-00001") == "/katalog/KAT-00001"


def test_the_code_of_a_complaint_is_asked_again_where_no_address_carries_it(anyone):
    a_complaint()

    assert led(anyone, "/lacak", CODE) == led(anyone, f"/verifikasi/{CODE}", "") == "/pengaduan/lacak"
    assert "Itu milik pengaduan" in anyone.get("/lacak", params={"kode": CODE}, status=303).follow()


def test_the_box_of_complaints_leads_on_what_is_no_complaint_s(anyone):
    submission = a_submission(Status.ISSUED)
    form = anyone.get("/pengaduan/lacak").forms["track"]

    for typed, door in ((submission.code, f"/lacak/{submission.code}"), ("KAT-00001", "/katalog/KAT-00001")):
        form["kode"] = typed
        assert form.submit(status=303).location == door
    form["kode"] = "7KMP-2QXA-W9DT-3HFB"
    assert "Kode itu tidak dikenal" in form.submit(status=422)


def test_the_number_of_a_letter_is_verified(anyone):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    page = anyone.get("/lacak", params={"kode": letter.number.lower()}, status=303).follow()

    assert page.html.select_one("[data-status]")["data-status"] == "issued"
