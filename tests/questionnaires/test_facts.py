"""The facts that lists show."""

from pst.questionnaires.facts import Facts, facts, region
from tests.factories_answers import complete_answers


def test_the_facts_of_complete_answers():
    assert facts(complete_answers()) == Facts(
        title="Kompilasi Data Kasus Stunting Kabupaten Mempawah",
        year=2027,
        method="kompilasi_produk_administrasi",
        method_label="Kompilasi Produk Administrasi",
        sector="kesehatan",
        sector_label="Kesehatan",
        agency="Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah",
        region="Mempawah (Kalimantan Barat)",
    )


def test_an_empty_draft_has_empty_facts():
    assert facts({}) == Facts("", None, "", "", "", "", "", "")


def test_misshapen_answers_leave_their_fact_empty():
    odd = {"judul_kegiatan": 7, "tahun_kegiatan": "dua ribu", "cara_pengumpulan_data": ["survei"]}

    assert facts(odd) == Facts("", None, "", "", "", "", "", "")
    assert [facts({"tahun_kegiatan": year}).year for year in (True, 0, -2027, 20_270, 10**60)] == [None] * 5


def test_the_region_follows_the_coverage():
    rows = [{"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"}, {"provinsi": "riau"}, "rusak"]

    assert region({"cakupan_wilayah": "seluruh_wilayah_indonesia", "wilayah": rows}) == "Seluruh Indonesia"
    assert region({"cakupan_wilayah": "sebagian_wilayah_indonesia", "wilayah": rows}) == (
        "Mempawah (Kalimantan Barat); Riau"
    )
    assert region({"wilayah": rows}) == ""
