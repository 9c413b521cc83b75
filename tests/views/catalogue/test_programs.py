"""The catalogue for the programs of other offices: page by page, the same rows as the files, refusals in words."""

import pytest

from pst.rules.review.workflow import Status
from pst.web.limits import limiter
from tests.factories import a_submission

LIST = "/api/v1/kegiatan"


@pytest.fixture
def three(db):
    """Three recommended activities, the last the newest."""
    return [a_submission(Status.ISSUED).number for _ in range(3)]


def numbers(answer) -> list[str]:
    return [each["nomor"] for each in answer.json["kegiatan"]]


def test_the_whole_catalogue_is_read_page_by_page(anyone, three):
    first = anyone.get(f"{LIST}?ukuran=2")
    second = anyone.get(first.json["berikutnya"])

    assert numbers(first) + numbers(second) == three[::-1]
    assert (first.json["sebelumnya"], second.json["berikutnya"]) == (None, None)
    assert first.json["kegiatan"][0].items() >= anyone.get("/katalog.json").json[0].items()


def test_who_knows_the_newest_key_asks_for_what_came_after(anyone, three):
    newest = anyone.get(LIST).json["kegiatan"][0]["kunci"]
    assert numbers(anyone.get(f"{LIST}?sesudah={newest}")) == []

    later = a_submission(Status.ISSUED).number

    assert numbers(anyone.get(f"{LIST}?sesudah={newest}")) == [later]


def test_one_activity_is_told_with_its_design(anyone, three):
    record = anyone.get(anyone.get(LIST).json["kegiatan"][0]["alamat"]).json

    assert record["nomor"] == three[-1]
    assert record["variabel"][0]["definisi"]
    assert record["rancangan"]["kegiatan_ini_dilakukan"] == "Berulang"
    assert anyone.get(record["ddi"]).content_type.startswith("application/xml")


def test_what_has_not_changed_is_not_sent_again(anyone, three):
    mark = anyone.get(LIST).headers["ETag"]

    anyone.get(LIST, headers={"If-None-Match": mark}, status=304)
    a_submission(Status.ISSUED)
    anyone.get(LIST, headers={"If-None-Match": mark}, status=200)

    changed = anyone.get(LIST).headers["Last-Modified"]
    for since, status in ((changed, 304), ("Sun, 01 Nov 2026 00:00:00 GMT", 200)):
        anyone.get(LIST, headers={"If-Modified-Since": since}, status=status)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("?tahun=dua", 422, "Tidak terbaca: tahun."),
        ("?halaman=2", 422, "Tidak terbaca: halaman."),
        ("?ukuran=-1", 422, "Tidak terbaca: ukuran."),
        ("/REK-6104-2026-9999", 404, "Alamat ini tidak ada"),
    ],
)
def test_a_question_that_is_not_understood_is_answered_in_words(anyone, db, query, status, said):
    answer = anyone.get(f"{LIST}{query}", status=status)

    assert answer.json["kesalahan"].startswith(said)


def test_who_asks_too_often_is_told_when_to_come_again(anyone, db, monkeypatch):
    monkeypatch.setitem(limiter.words, "usual", "2 per minute")

    answers = [anyone.get(f"{LIST}?tahun=1999", status="*") for _ in range(3)]

    assert [answer.status_int for answer in answers] == [200, 200, 429]
    assert "Retry-After" in answers[2].headers and "kesalahan" in answers[2].json


def test_the_page_about_it_names_every_filter(anyone):
    page = anyone.get("/api")

    assert {"cari", "tahun", "ukuran", "sesudah"} <= {cell.text for cell in page.html.select("#names th")}
