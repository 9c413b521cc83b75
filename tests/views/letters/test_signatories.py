"""Signatories on the screen."""

from datetime import date

import pytest

from pst.actions import lists
from pst.actions.letters.signatories import SIGNATORIES
from pst.models.accounts.users import User
from pst.models.letters.signatories import Signatory
from pst.rules.roles import Role
from tests.factories import WHEN, a_user, user

ROOM = "/petugas/kantor/penanda-tangan"
pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def deputy(db) -> User:
    return a_user("wakil@contoh.test", "Rahmat Wakil", Role.HEAD)


def a_mandate(of: User, starts=date(2026, 11, 23), ends=date(2026, 11, 27), **more) -> Signatory:
    given = {"user": of.id, "kind": "plh", "name": of.name, "mandate": "SP 1", "starts": starts, "ends": ends}
    return lists.add(SIGNATORIES, {**given, **more}, user("admin"), WHEN)


def filled(form, **given):
    for name, value in given.items():
        form[name] = value
    return form


def test_the_page_says_who_signs_on_the_day_asked_for(admin, deputy):
    a_mandate(deputy)

    said = [
        admin.get(f"{ROOM}?tanggal={day}").html.select_one(".pst-notice").get_text(" ", strip=True)
        for day in ("2026-11-22", "2026-11-27", "2026-11-28", "2024-12-31", "kapan-kapan")
    ]

    assert said == [
        "Dewi Kepala mengesahkan surat bertanggal 22 November 2026 sebagai Kepala BPS Kabupaten Mempawah.",
        "Rahmat Wakil mengesahkan surat bertanggal 27 November 2026 sebagai Plh. Kepala BPS Kabupaten Mempawah.",
        "Dewi Kepala mengesahkan surat bertanggal 28 November 2026 sebagai Kepala BPS Kabupaten Mempawah.",
        "Tidak ada pejabat Pada 31 Desember 2024 belum ada pejabat yang dapat mengesahkan surat.",
        "Rahmat Wakil mengesahkan surat bertanggal 23 November 2026 sebagai Plh. Kepala BPS Kabupaten Mempawah.",
    ]


def test_rows_say_whether_they_are_in_force(admin, deputy):
    a_mandate(deputy, date(2026, 11, 16), date(2026, 11, 22))
    a_mandate(deputy)
    a_mandate(deputy, date(2026, 12, 1), date(2026, 12, 31), kind="plt")

    states = [tag.text for tag in admin.get(ROOM).html.select("#pejabat .pst-tag")]

    assert states == ["Akan datang", "Berlaku", "Sudah selesai", "Berlaku"]


def test_an_acting_official_is_entered_and_corrected(admin, deputy):
    form = filled(
        admin.get(f"{ROOM}/baru").forms["signatory"],
        user=str(deputy.id),
        kind="plh",
        name="Rahmat Wakil, S.ST.",
        starts="2026-11-24",
        ends="2026-11-26",
        mandate="SP 12/2026",
    )
    page = form.submit(status=303).follow()
    assert "Rahmat Wakil, S.ST. disimpan sebagai penanda tangan." in page

    row = Signatory.on(date(2026, 11, 24))
    form = admin.get(f"{ROOM}/{row.id}").forms["signatory"]
    assert (form["user"].value, form["kind"].value, form["ends"].value) == (str(deputy.id), "plh", "26 November 2026")
    refused = filled(form, ends="", mandate="SP 13/2026").submit(status=422)
    assert "selalu sampai hari tertentu" in refused.html.select_one("#error-summary").text
    filled(refused.forms["signatory"], ends="27 November 2026").submit(status=303)

    row = Signatory.find(row.id)
    assert (row.ends, row.mandate) == (date(2026, 11, 27), "SP 13/2026")


def test_a_change_of_a_row_somebody_removed_is_told_on_the_list(admin, deputy):
    form = admin.get(f"{ROOM}/{a_mandate(deputy).id}").forms["signatory"]
    lists.remove(SIGNATORIES, Signatory.get(Signatory.kind == "plh"), user("kepala"), WHEN)

    page = filled(form, name="Rahmat").submit(status=303).follow()

    assert "Baris Rahmat Wakil sudah dihapus oleh Dewi Kepala." in page


def test_somebody_who_is_no_longer_head_stays_chosen_while_the_dates_are_corrected(admin, deputy):
    row = a_mandate(deputy)
    User.update(roles="officer").where(User.id == deputy.id).execute()

    form = admin.get(f"{ROOM}/{row.id}").forms["signatory"]

    assert (form["user"].value, form["user"].options[-1][2]) == (str(deputy.id), "Rahmat Wakil (bukan Kepala lagi)")
    filled(form, ends="2026-11-25").submit(status=303)
    assert Signatory.find(row.id).ends == date(2026, 11, 25)


def test_an_office_without_a_head_is_told_to_appoint_one_first(admin):
    Signatory.delete().execute()
    User.update(roles="officer").where(User.email == "kepala@contoh.test").execute()

    assert "Belum ada akun dengan peran Kepala" in admin.get(f"{ROOM}/baru")
