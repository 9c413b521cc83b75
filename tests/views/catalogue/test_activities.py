"""The rooms of those who keep the catalogue."""

from pst.actions.catalogue.activity_lists import take_list
from pst.exchange.activity_lists import read_list
from pst.models.catalogue.catalogue import Activity
from tests.factories import WHEN, user

LIST = b"judul;instansi;tahun;cara;wilayah\nSurvei Harga;Dinas Dagang;2025;Survei;Toho\nSurvei Harga;;;Survei;Toho\n"


def test_what_waits_to_be_mended_is_listed_mended_and_merged(browse):
    take_list(read_list(LIST), None, WHEN)
    office = browse(user("petugas"))

    page = office.get("/katalog").click("Kelola katalog").click("Yang perlu diperbaiki")
    assert len(page.html.select("#activity-rows tr")) == 1
    assert len(office.get("/petugas/katalog?cari=harga&perlu-diperbaiki=1").html.select("#activity-rows tr")) == 1
    entry = page.click("Survei Harga")
    form = entry.forms["activity"]
    form["year"] = "tiga"
    assert "Tulis satu tahun" in form.submit(status=422).text
    form["year"] = "2025"
    assert "Survei Harga disimpan." in form.submit(status=303).follow().text

    merging = office.get("/petugas/katalog/KAT-00002").click("Survei Harga")
    assert "Survei" in [cell.text.strip() for cell in merging.html.select("#merge-lines td")]
    done = merging.forms["merge"].submit("tetap", value="KAT-00001", status=303).follow()
    assert "Digabungkan ke KAT-00001." in done.text and "Dari KAT-00002:" in done.text
    for place in ("/petugas/katalog/{}", "/katalog/{}", "/katalog/{}.ddi.xml", "/api/v1/kegiatan/{}"):
        assert office.get(place.format("KAT-00002"), status=301).location == place.format("KAT-00001")
    assert "Pernah tercatat juga sebagai KAT-00002" in office.get("/katalog/KAT-00001").text


def test_one_is_added_by_hand_and_taken_out_again(browse):
    office = browse(user("admin"))
    assert office.get("/petugas/katalog").click("Singkatan dan kata sehari-hari").forms
    form = office.get("/petugas/katalog/baru").forms["activity"]
    form["title"] = "Survei Kepuasan Pasien"

    assert "Survei Kepuasan Pasien ditambahkan." in form.submit(status=303).follow().text
    page = office.get("/petugas/katalog/KAT-00001")
    assert "Instansi tidak disebut." in page.forms["activity"]["doubts"].value
    [removal] = [form for form in page.forms.values() if form.action.endswith("/hapus")][:1]
    removal.submit(status=303)
    assert Activity.select().count() == 0
