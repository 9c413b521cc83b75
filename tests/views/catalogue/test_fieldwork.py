"""The calendar of the field."""

from pst.models.base import database
from pst.models.office.areas import Area
from pst.rules.office.areas import every_area
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, user


def test_an_applicant_sees_whom_the_activity_meets_and_says_where_it_is_held(browse):
    Area.insert_many([place._asdict() for place in every_area()]).execute()
    sent, draft = a_submission(Status.IN_REVIEW, method="survei"), a_draft(method="survei")
    applicant = browse(user("pemohon"))

    page = applicant.get(f"/permohonan/{draft.number}/periksa")
    assert "1 kegiatan lain mendata orang yang sama" in page.text
    page = page.click("Lihat kalender lapangan")
    assert sent.title in page.html.select_one("#met").text and sent.number not in page.text
    form = page.forms["fieldwork"]
    form.set("kecamatan", True, index=7)
    page = form.submit(status=303).follow()
    assert "Toho" in page.html.select_one("#met").text
    form = page.forms["fieldwork"]
    form.set("desa", True, index=1)
    assert "Benuang (Toho)" in form.submit(status=303).follow().html.select_one("#met").text
    applicant.get(f"/permohonan/{sent.number}/lapangan", status=303)


def test_the_office_sees_everything_that_is_out_in_a_month_with_what_it_costs(browse):
    Area.insert_many([place._asdict() for place in every_area()]).execute()
    sent = [a_submission(Status.IN_REVIEW, method="survei") for _ in range(2)]
    office = browse(user("petugas"))

    page = office.get("/petugas/kalender-lapangan?bulan=2027-02")
    (total,) = database.execute_sql("SELECT SUM(respondents) FROM field_span WHERE starts < '2027-03-01'").fetchone()
    assert f"2 kegiatan. Sejauh disebut: {total} responden setiap kali" in page.text
    assert [cell.text for cell in page.html.select("#out td")][4] == sent[1].title
    page = page.click("Toho")
    assert len(page.click("Benuang").html.select("#out tr")) == 2
    assert "Tidak ada yang di lapangan" in page.click("Bulan sebelumnya").text
    assert sent[1].title in office.get(f"/petugas/permohonan/{sent[0].number}/lapangan").html.select_one("#met").text
    office.get("/petugas/kalender-lapangan?bulan=besok")
