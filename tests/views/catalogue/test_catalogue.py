"""The catalogue on the screen and as files."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from pst.actions.catalogue.catalogue import index_activity
from pst.models.base import write
from pst.models.catalogue.catalogue import Activity
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_applicant

TITLES = {
    "kompilasi_produk_administrasi": "Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    "survei": "Survei Kepuasan Masyarakat Pelayanan Kependudukan dan Pencatatan Sipil Kabupaten Mempawah",
}


@pytest.fixture
def two(db):
    """Two recommended activities, the survey the newer."""
    return [a_submission(Status.ISSUED, method=method) for method in TITLES]


def titles_on(page) -> list[str]:
    return [link.text for link in page.html.select("#activities th a")]


def test_what_was_recommended_is_listed_newest_first(anyone, two):
    assert titles_on(anyone.get("/katalog")) == [TITLES["survei"], TITLES["kompilasi_produk_administrasi"]]


@pytest.mark.parametrize(
    "query",
    [
        "cari=melayani+puas",
        "cara=survei",
        "instansi=pencatatan+sipil",
        "cari=V-26.6104.002",
        "cari=kepuasan&tahun=2027&wilayah=mempawah",
        "sektor=sektor_publik_perpajakan_dan_regulasi_pasar",
    ],
)
def test_each_filter_finds_the_survey_alone(anyone, two, query):
    assert titles_on(anyone.get(f"/katalog?{query}")) == [TITLES["survei"]]


def test_a_search_says_how_many_it_found_and_else_shows_the_nearest(anyone, two):
    fits, nearest = anyone.get("/katalog?cari=stuntng"), anyone.get("/katalog?cari=stunting+gajah+afrika")

    assert "Ditemukan 1 kegiatan" in fits.text
    assert "Yang paling dekat" in nearest.text
    assert titles_on(fits) == titles_on(nearest) == [TITLES["kompilasi_produk_administrasi"]]
    assert anyone.get("/katalog.json?cari=stunting+gajah+afrika").json == []


def test_an_activity_leads_to_its_other_years_its_results_and_a_form_that_begins_as_it_was_designed(two, browse):
    survey = two[1]
    named = {"title": f"{TITLES['survei']} 2024", "agency": survey.answers["instansi_penyelenggara"]}
    earlier = Activity.create(number="KAT-00001", **named, year=2024, method="survei")
    with write():
        index_activity(earlier)
    Duty.update(link="https://data.contoh.test/skm", confirmed_at=WHEN).where(Duty.submission == survey.id).execute()
    applicant = browse(an_applicant())

    page = applicant.get(f"/katalog/{survey.number}")
    assert [link["href"] for link in page.html.select("#editions a")] == ["/katalog/KAT-00001"]
    assert page.html.select_one('a[href="https://data.contoh.test/skm"]')
    assert "Pengumpulan data: 1 Februari 2027 sampai 31 Maret 2027" in page
    page.click("mulai dari rancangan ini").forms["start"].submit(status=303)

    draft = Submission.select().order_by(Submission.id.desc()).get()
    copied, own = ("metode_pemilihan", "variabel"), ("judul_kegiatan", "pj_nama", "jadwal")
    assert all(draft.answers[code] == survey.answers[code] for code in copied)
    assert not any(draft.answers.get(code) == survey.answers[code] for code in own)


def test_words_are_found_whatever_stands_between_them(anyone, two):
    assert titles_on(anyone.get("/katalog", {"cari": '("stunting")'})) == [TITLES["kompilasi_produk_administrasi"]]


def test_files_hold_the_same_rows_as_the_page(anyone, two):
    page = anyone.get("/katalog?cara=survei")

    rows = list(
        csv.DictReader(io.StringIO(anyone.get(page.html.find("a", string="CSV")["href"]).body.decode("utf-8-sig")))
    )
    objects = anyone.get(page.html.find("a", string="JSON")["href"]).json

    assert [row["judul"] for row in rows] == [entry["judul"] for entry in objects] == titles_on(page)
    assert objects[0]["identitas_rekomendasi"] == "V-26.6104.002"
    assert anyone.get("/katalog.json?tahun=1999").json == []


def test_the_page_of_an_activity_tells_purpose_and_variables_and_no_person(anyone, two):
    page = anyone.get("/katalog").click("Kompilasi Data Kasus Stunting")

    for expected in ("K-26.6104.001", "menyediakan data kasus stunting", "Jumlah balita pendek", "23 November 2026"):
        assert expected in page.text
    assert not any(private in page.text for private in ("Hendra Rekaan", "Ratna", "0812"))
    anyone.get("/katalog/REK-6104-2026-9999", status=404)


def test_the_page_of_an_activity_tells_programs_what_it_is(anyone, two):
    page = anyone.get("/katalog").click("Kompilasi Data Kasus Stunting")

    told = json.loads(page.html.find("script", type="application/ld+json").string)
    others = {link["type"]: link["href"] for link in page.html.select("link[rel=alternate]")}

    assert told["name"] == TITLES["kompilasi_produk_administrasi"]
    assert {kind: anyone.get(address).status_int for kind, address in others.items()} == {
        "application/xml": 200,
        "application/json": 200,
    }


def test_an_empty_catalogue_says_when_it_will_fill(anyone):
    assert "Katalog masih kosong" in anyone.get("/katalog").text
    assert "Tidak ada kegiatan yang cocok" in anyone.get("/katalog?cari=apa").text


def test_an_activity_is_taken_away_as_a_codebook(anyone, two):
    book = anyone.get("/katalog").click("Kompilasi Data Kasus Stunting").click("DDI-Codebook")

    assert book.content_type.startswith("application/xml")
    assert (book.xml.tag, "Jumlah balita pendek" in book) == ("{ddi:codebook:2_5}codeBook", True)
    anyone.get("/katalog/REK-6104-2026-9999.ddi.xml", status=404)


def test_the_metadata_of_an_activity_are_taken_away_without_its_contacts(anyone, two):
    book = anyone.get("/katalog").click("Kompilasi Data Kasus Stunting").click("Metadata MS-Keg")

    sheets = load_workbook(io.BytesIO(book.body))
    assert sheets.sheetnames == ["MS-Keg", "MS-Var", "MS-Ind"]
    assert "0812" not in repr([list(sheet.values) for sheet in sheets])
