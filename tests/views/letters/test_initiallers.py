"""The chain of initials on the screen."""

from tests.factories import a_place, user

ROOM = "/petugas/kantor/paraf"


def test_an_office_begins_without_and_adds_places_in_their_order(admin):
    assert "langsung sampai kepada Kepala" in admin.get(ROOM)
    a_place(2, user("kepala"))

    form = admin.get(f"{ROOM}/baru").forms["initialler"]
    form["name"], form["place"], form["person"] = "Ketua Tim", "1", str(user("petugas").id)
    page = form.submit(status=303).follow()

    cells = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in page.html.select("tbody tr")]
    assert cells == [["Ketua Tim", "1", "Sinta Petugas", "–"], ["Ketua Tim 2", "2", "Dewi Kepala", "–"]]


def test_a_place_that_makes_no_sense_comes_back_with_everything_typed(admin):
    form = admin.get(f"{ROOM}/{a_place(1, user('petugas')).id}").forms["initialler"]
    form["name"], form["stand_in"] = "Kasubbag Umum", str(user("petugas").id)

    answer = form.submit(status=422)

    assert "Penggantinya harus orang lain." in answer.html.select_one("#error-summary").text
    assert answer.forms["initialler"]["name"].value == "Kasubbag Umum"
