"""The calendar on the screen: what a change moves is said at once, and refused input stays."""

from datetime import date

import pytest
from webtest import Upload

from pst.actions.office import holidays
from pst.exchange.holidays_csv import read_holidays
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Submission
from pst.rules import dates
from pst.rules.calendar import Holiday
from pst.rules.review.workflow import Status
from tests.browsing import flash
from tests.factories import WHEN, a_submission, user

ROOM = "/petugas/kantor/hari-libur"
WEDNESDAY = date(2026, 12, 2)
VOTE = Holiday(WEDNESDAY, "Pilkades", "local")
pytestmark = pytest.mark.usefixtures("monday")


def filled(form, **given):
    for name, value in {"day": "2026-12-02", "name": "Pilkades", "kind": "local", **given}.items():
        form[name] = value
    return form


def test_a_day_put_in_says_whose_last_day_moved_and_tells_them(admin):
    case = a_submission(Status.IN_REVIEW)

    page = filled(admin.get(ROOM).forms["holiday"]).submit(status=303).follow()

    assert flash(page) == (
        "2 Desember 2026 disimpan. Batas waktu 1 permohonan berubah: "
        f"{case.number} menjadi 14 Desember 2026. Pemohonnya diberi tahu lewat surel."
    )
    assert Submission.get_by_id(case.id).due_on == date(2026, 12, 14)
    assert Email.select().where(Email.kind == "due_moved").count() == 1
    assert (page.html.main["data-result"], "Rabu, 2 Desember 2026" in page) == ("saved", True)


def test_of_many_that_moved_six_are_named_and_the_others_counted(admin):
    cases = [a_submission(Status.IN_REVIEW) for _ in range(8)]

    page = filled(admin.get(ROOM).forms["holiday"]).submit(status=303).follow()

    assert "Batas waktu 8 permohonan berubah" in flash(page)
    assert [case.number in flash(page) for case in cases] == [True] * 6 + [False] * 2
    assert "; dan 2 lainnya." in flash(page)


def test_a_day_that_moves_nobody_says_so(admin):
    page = filled(admin.get(ROOM).forms["holiday"], day="2027-06-02").submit(status=303).follow()

    assert flash(page) == "2 Juni 2027 disimpan. Tidak ada batas waktu yang berubah."
    assert page.html.h1.text == "Hari libur 2027"


@pytest.mark.parametrize(
    ("odd", "why", "year"),
    [
        ({"day": "2026-12-25"}, "25 Desember 2026 sudah ada dalam daftar", 2026),
        ({"day": "2027-06-02", "name": "  "}, "Tuliskan nama hari atau alasannya.", 2027),
    ],
)
def test_refused_input_comes_back_with_everything_typed(admin, odd, why, year):
    before = HolidayRow.select().count()
    form = filled(admin.get(ROOM).forms["holiday"], **{"decree": "SK Bupati 1", **odd})
    typed = {name: form[name].value for name in ("day", "name", "kind", "decree")}

    answer = form.submit(status=422)

    assert (why in answer.html.select_one("#error-summary").text, answer.html.h1.text) == (True, f"Hari libur {year}")
    assert {name: answer.forms["holiday"][name].value for name in typed} == {
        name: dates.written(value.strip()) for name, value in typed.items()
    }
    assert HolidayRow.select().count() == before


def test_a_day_is_moved_renamed_and_taken_out(admin):
    case = a_submission(Status.IN_REVIEW)
    holidays.add_holiday(VOTE, user("admin"), WHEN)

    form = admin.get(f"{ROOM}/2026-12-02").forms["holiday"]
    page = filled(form, day="2026-12-03", name="Pilkades serentak").submit(status=303).follow()
    assert flash(page) == "3 Desember 2026 disimpan. Tidak ada batas waktu yang berubah."
    page = admin.get(f"{ROOM}/2026-12-03")
    button = next(form for form in page.forms.values() if form.action.endswith("/hapus"))
    page = button.submit(status=303).follow()

    assert f"{case.number} menjadi 11 Desember 2026" in flash(page)
    assert (HolidayRow.on(WEDNESDAY), HolidayRow.on(date(2026, 12, 3))) == (None, None)


def test_the_table_goes_out_and_comes_in_unchanged(admin):
    before = list(HolidayRow.every().dicts())
    csv = admin.get(f"{ROOM}/hari-libur.csv")
    assert (csv.content_type, len(read_holidays(csv.body.decode("utf-8-sig")))) == ("text/csv", len(before))
    with write():
        HolidayRow.delete().where(HolidayRow.day > date(2027, 1, 1)).execute()

    page = imported(admin, csv.body).submit(status=303).follow()

    assert "25 hari ditambahkan atau diubah." in flash(page)
    assert list(HolidayRow.every().dicts()) == before


def imported(admin, content: bytes, name="libur.csv"):
    form = admin.get(ROOM).forms["holiday-file"]
    form["file"] = Upload(name, content)
    return form


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe\x00x", "Berkas ini bukan teks CSV (UTF-8)."),
        (b"", "Ada baris yang keliru; tidak ada yang disimpan."),
        (b"date,name,kind\n2026-12-02,X,local\n2026-13-02,Y,local", "Baris 3: tanggal “2026-13-02” bukan tanggal"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole_and_says_where(admin, content, why):
    before = HolidayRow.select().count()

    answer = imported(admin, content).submit(status=422)

    assert (why in answer.html.main.get_text(" "), HolidayRow.select().count()) == (True, before)


def test_of_very_many_mistakes_twenty_are_shown(admin):
    lines = "\n".join(f"2026-13-{day:02d},X,local" for day in range(1, 31))

    answer = imported(admin, f"date,name,kind\n{lines}".encode()).submit(status=422)

    shown = [line.text for line in answer.html.select("#wrong-lines li")]
    assert (len(shown), shown[-1]) == (21, "… dan 10 baris lain.")


def test_no_file_is_asked_for(admin):
    assert "Pilih berkasnya." in admin.get(ROOM).forms["holiday-file"].submit(status=422)


def test_a_year_without_days_says_what_that_means_and_is_filled_from_the_library(admin):
    page = admin.get(f"{ROOM}?tahun=2028")
    assert "Belum ada hari libur untuk 2028" in page
    fill = next(form for form in page.forms.values() if form.action.endswith("/isi/2028"))

    page = fill.submit(status=303).follow()

    count = HolidayRow.of_year(2028).count()
    assert (count > 10, f"{count} hari ditambahkan untuk 2028." in flash(page)) == (True, True)
    page = next(form for form in page.forms.values() if form.action.endswith("/isi/2028")).submit(status=303).follow()
    assert "Tidak ada hari baru untuk 2028." in flash(page)


def test_odd_years_show_this_one(admin):
    years = [admin.get(f"{ROOM}?tahun={odd}").html.h1.text for odd in ("1999", "x", "-1", "9" * 30, "")]

    assert set(years) == {"Hari libur 2026"}
    token = admin.get(ROOM).html.select_one("input[name=csrf_token]")["value"]
    admin.post(f"{ROOM}/isi/1200", {"csrf_token": token}, status=404)


def test_the_page_counts_the_working_days_of_the_decree(admin):
    facts = [admin.get(f"{ROOM}?tahun={year}").html.select_one(".pst-head__facts").text for year in (2025, 2026, 2027)]

    assert facts == ["237 hari kerja", "240 hari kerja", "242 hari kerja"]
