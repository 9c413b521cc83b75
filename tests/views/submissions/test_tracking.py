"""Tracking by code: the way of a submission, and nothing about a person."""

import pytest

from pst.rules.review.workflow import Status
from tests.factories import a_submission
from tests.factories_desk import a_guest


def test_a_code_typed_carelessly_leads_to_the_page(anyone):
    submission = a_submission(Status.IN_REVIEW)

    form = anyone.get("/lacak").forms["track"]
    form["kode"] = f" {submission.code.lower().replace('-', ' ')} "
    page = form.submit(status=303).follow()

    assert page.request.path == f"/lacak/{submission.code}"
    assert page.html.select_one("[data-status]")["data-status"] == "in_review"
    assert "11 Desember 2026" in page.text


@pytest.mark.parametrize("status", [Status.DRAFT, Status.NEEDS_REVISION, Status.ISSUED, Status.COMPLETED])
def test_no_personal_data_in_any_state(anyone, status):
    submission = a_submission(status)

    page = anyone.get(f"/lacak/{submission.code}")

    for private in (
        "Ratna",
        "Hendra Rekaan",
        "contoh.test",
        "0812 5555 0101",
        submission.title,
        "Dewi Kepala",
        "Sinta",
    ):
        assert private not in page.text
    assert (submission.number in page.text, "Dinas Kesehatan Kabupaten Mempawah" in page.text) == (True, True)


def test_whoever_holds_the_code_is_not_spoken_to_as_the_applicant(anyone):
    page = anyone.get(f"/lacak/{a_submission(Status.NEEDS_REVISION).code}")

    assert ("menunggu pemohon" in page, "menunggu Anda" in page) == (True, False)


def test_unknown_and_malformed_codes_look_alike(anyone):
    unknown = anyone.get("/lacak/7KMP-2QXA-W9DT-3HFB", status=404)
    malformed = anyone.get("/lacak/..%20%3Cb%3E", status=404)

    assert (unknown.html.main.text, unknown.html.main["data-result"]) == (malformed.html.main.text, "refused")


def test_a_blank_code_is_refused_on_its_field(anyone):
    page = anyone.get("/lacak?kode=+", status=422)

    assert page.html.select_one("#error-summary a")["href"] == "#kode"


def test_a_code_with_a_slash_or_control_characters_is_simply_not_found(anyone):
    assert "a/b" in anyone.get("/lacak?kode=a/b", status=404)
    assert anyone.get("/lacak?kode=a%00b", status=422).status_int == 422


def test_misses_are_limited_but_a_real_code_never_is(strict):
    submission = a_submission(Status.SUBMITTED)

    found = {strict.get(f"/lacak/{submission.code}").status_int for _ in range(40)}
    missed = [strict.get("/lacak/7KMP-2QXA-W9DT-3HFB", status="*").status_int for _ in range(31)]

    assert (found, missed[:30], missed[30]) == ({200}, [404] * 30, 429)


def test_the_code_of_a_queue_number_leads_to_its_place(anyone):
    ticket = a_guest().ticket

    form = anyone.get("/lacak").forms["track"]
    form["kode"] = ticket.code.lower()

    assert form.submit(status=303).location == f"/antrean/{ticket.code}"
