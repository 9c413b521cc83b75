"""The pages that explain the service."""

from dataclasses import replace
from pathlib import Path

import pytest

from pst import create_app
from pst.models.base import write
from pst.models.office.settings import Setting
from pst.rules.privacy import NOTICE_VERSION
from tests.browsing import Browsing
from tests.factories import WHEN


@pytest.mark.parametrize("path", ["/", "/standar-pelayanan", "/privasi", "/aksesibilitas"])
def test_everybody_may_read_them(path, anyone):
    assert anyone.get(path).status_int == 200


def test_the_first_page_says_how_long_it_takes_and_that_it_is_free(anyone):
    page = anyone.get("/")

    assert "14 hari kerja" in page
    assert "Tidak dipungut biaya" in page
    assert "sandi-" not in page


def test_the_privacy_notice_says_who_why_what_how_long_and_how_to_object_as_the_office_has_set_it(anyone):
    with write():
        Setting.create(key="visit_retention_months", value=12, changed_at=WHEN)
        Setting.create(key="draft_retention_months", value=3, changed_at=WHEN)

    page = anyone.get("/privasi").html

    assert [heading.get_text() for heading in page.select("main h2")] == [
        "Pengendali data",
        "Dasar",
        "Yang disimpan, untuk apa, dan berapa lama",
        "Pengaduan tanpa identitas",
        "Siapa yang melihat",
        "Hak Anda",
        "Yang tidak dapat dihapus",
        "Di peramban Anda",
    ]
    kept = {row.th.get_text(): row.select("td")[-1].get_text() for row in page.select("main tbody tr")}
    assert kept["Buku tamu"] == "12 bulan; sesudahnya nama, kontak, dan keperluan dihapus."
    assert "pernah dikirim 3 bulan" in kept["Permohonan"]
    assert NOTICE_VERSION in page.main.get_text()


def test_a_changed_promise_is_shown_at_once(anyone):
    with write():
        Setting.create(key="promise_days", value=10, changed_at=WHEN)

    assert "10 hari kerja" in anyone.get("/standar-pelayanan")


PUBLISHED = Path(__file__).with_name("published_standard.txt").read_text().splitlines()


def test_the_standard_stands_there_word_for_word(anyone):
    text = " ".join(anyone.get("/standar-pelayanan").html.get_text(" ").split())

    assert [sentence for sentence in PUBLISHED if sentence not in text] == []
    assert text.count("Petugas melakukan pemeriksaan rancangan kegiatan statistik") == 2


def test_the_pledge_of_the_office_stands_there_once_there_is_one(anyone):
    assert "Maklumat pelayanan" not in anyone.get("/standar-pelayanan")

    with write():
        Setting.create(key="service_pledge", value="Kami melayani dengan hati.", changed_at=WHEN)

    assert "Kami melayani dengan hati." in anyone.get("/standar-pelayanan")


def test_only_a_demo_lists_its_accounts(db, config):
    demo = Browsing(create_app(replace(config, demo=True)))

    assert "petugas@contoh.test" in demo.get("/")
