"""From one case of a list to the next."""

import pytest

from pst.rules.complaints.complaints import Status as Complaint
from pst.rules.review.workflow import Status
from tests.factories import a_submission, an_officer, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("monday")


def pager_of(page) -> list[str]:
    """(before, after) as their links are called."""
    return [link.text.strip() for link in page.html.select(".pst-pager a")]


BEFORE, AFTER = "Permohonan sebelumnya dalam daftar", "Permohonan berikutnya dalam daftar"


def test_the_list_as_it_was_narrowed_leads_on_and_back(browse):
    oldest, other, newest = (a_submission(status) for status in (Status.SUBMITTED, Status.IN_REVIEW, Status.SUBMITTED))
    officer = browse(an_officer())
    register = officer.get("/petugas/permohonan?keadaan=submitted")

    page = register.click(href=newest.number)
    assert pager_of(page) == [AFTER]
    page = page.click(AFTER)

    assert (page.html.h1.text, pager_of(page)) == (oldest.title, [BEFORE])
    back = page.html.select(".govuk-breadcrumbs a")[-1]["href"]
    assert back == "/petugas/permohonan?keadaan=submitted"
    assert other.number not in officer.get(back).html.select_one("#register").text


def test_what_is_done_with_a_case_does_not_lose_the_list(browse):
    a_submission(Status.SUBMITTED), a_submission(Status.SUBMITTED)
    officer = browse(an_officer())
    page = officer.get("/petugas/permohonan").click(href="-0001")
    form = page.forms["assign"]
    form["officer"] = str(user("petugas2").id)

    page = form.submit(status=303).follow()

    assert pager_of(page) == [BEFORE]
    assert pager_of(officer.get("/petugas/permohonan/REK-6104-2026-0002")) == []


def test_complaints_lead_on_as_well_and_none_that_this_person_may_not_know_of(browse):
    first = a_complaint(Complaint.RECEIVED, text="Satu.")
    a_complaint(Complaint.RECEIVED, text="Dua, tentang Bu Sinta.", who="Bu Sinta")
    last = a_complaint(Complaint.RECEIVED, text="Tiga.")

    page = browse(an_officer()).get("/petugas/pengaduan").click(href=last.number)

    assert page.html.select_one(".govuk-breadcrumbs a")["href"] == "/petugas/pengaduan?keadaan=kantor"
    assert page.click("Pengaduan berikutnya dalam daftar").html.h1.text == first.title


def test_the_way_costs_two_questions(browse, count_queries):
    submission = a_submission(Status.SUBMITTED)
    officer, address = browse(an_officer()), f"/petugas/permohonan/{submission.number}"
    officer.get(address)
    with count_queries() as alone:
        officer.get(address)
    with count_queries() as in_list:
        officer.get(f"{address}?daftar=keadaan%3Dsubmitted")

    assert in_list.number == alone.number + 2


@pytest.mark.parametrize("odd", ["", "%00", "x=%26&cari=%C3%A9", "keadaan=apa", "tahun=99999999999", "a" * 3000])
def test_any_list_in_the_address_opens_the_page(browse, odd):
    submission = a_submission(Status.SUBMITTED)

    page = browse(an_officer()).get(f"/petugas/permohonan/{submission.number}", params={"daftar": odd})

    assert page.status_int == 200
