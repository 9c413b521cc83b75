"""The week of duty and the days with other hours."""

from datetime import date, timedelta

import pytest

from pst.actions.frontdesk import roster
from pst.models.frontdesk.roster import OnDuty, SpecialHours
from tests.factories import WHEN, an_officer, user

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/petugas/loket/jadwal"
MONDAY = date(2026, 11, 23)  # Senin


def test_a_week_is_ticked_and_read_again(officer):
    form = officer.get(HERE).forms["plan"]
    wanted = f"{MONDAY}_{user('petugas2').id}"
    [box] = [box for box in form.fields["jaga"] if box._value == wanted]
    box.checked = True

    page = form.submit(status=303).follow()

    assert OnDuty.between(MONDAY, MONDAY + timedelta(days=6)) == {(MONDAY, user("petugas2").id)}
    assert [box["value"] for box in page.html.select("[name=jaga][checked]")] == [wanted]


def test_ticks_for_strangers_and_other_weeks_are_not_kept(officer):
    token = officer.get(HERE).forms["plan"]["csrf_token"].value
    asked = [f"{MONDAY}_{user('pemohon').id}", f"{MONDAY + timedelta(days=7)}_{an_officer().id}", "x", ""]

    officer.post(f"{HERE}?minggu={MONDAY}", [("csrf_token", token), *(("jaga", it) for it in asked)], status=303)

    assert OnDuty.select().count() == 0


def test_last_week_is_copied_and_an_empty_one_says_so(officer):
    copy = next(form for form in set(officer.get(HERE).forms.values()) if "Salin" in form.text)
    assert "Minggu sebelumnya belum ada jadwalnya" in copy.submit(status=303).follow()

    before = MONDAY - timedelta(days=7)
    roster.plan_week(before, [(before, an_officer().id)], an_officer(), WHEN)
    copy = next(form for form in set(officer.get(HERE).forms.values()) if "Salin" in form.text)
    copy.submit(status=303)

    assert OnDuty.between(MONDAY, MONDAY) == {(MONDAY, an_officer().id)}


def test_weeks_follow_each_other(officer):
    later = officer.get(HERE).click("Minggu berikutnya")

    assert later.html.select_one("#minggu").text == "Petugas 30 November–4 Desember 2026"
    assert later.click("Minggu sebelumnya").html.select_one("#minggu").text == "Petugas 23–27 November 2026"


@pytest.mark.parametrize("asked", ["", "kemarin", "9999-12-31"])
def test_a_week_that_cannot_be_is_this_one(browse, asked):
    page = browse(user("petugas")).get(f"{HERE}?minggu={asked}")

    assert page.html.select_one("#minggu").text == "Petugas 23–27 November 2026"


def test_the_week_says_hours_and_holidays(browse):
    page = browse(user("petugas")).get(f"{HERE}?minggu=2026-12-21")

    days = {row.th.text: row.td.text for row in page.html.select("#duty tr")}
    assert days["Senin, 21 Desember 2026"] == "08.00–12.00 dan 13.00–15.30 WIB"
    assert "Natal" in days["Jumat, 25 Desember 2026"]


def special(browser, **typed):
    form = browser.get(HERE).forms["special-form"]
    given = {"name": "Ramadan", "starts": "2026-11-24", "ends": "2026-11-27", "hours": "08.00–15.00", "friday": ""}
    for name, value in {**given, **typed}.items():
        form[name] = value
    return form


def test_special_hours_are_kept_shown_and_taken_back(officer):
    page = special(officer).submit(status=303).follow()
    assert [cell.text for cell in page.html.select("#special tr > *")][:5] == [
        "Ramadan",
        "24 November 2026",
        "27 November 2026",
        "08.00–15.00 WIB",
        "tutup",
    ]
    next(form for form in set(page.forms.values()) if form.action.endswith("/hapus")).submit(status=303)

    assert SpecialHours.select().count() == 0


@pytest.mark.parametrize(("typed", "field"), [({"starts": ""}, "starts"), ({"hours": "pagi sampai sore"}, "hours")])
def test_hours_that_cannot_be_meant_are_refused_at_their_field(browse, typed, field):
    refused = special(browse(user("petugas")), **typed).submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == f"#{field}"
    assert SpecialHours.select().count() == 0
