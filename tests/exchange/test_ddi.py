"""Codebooks: as the schema of the DDI Alliance asks, whatever is known of the activity.

`ddi/codebook.xsd` is an excerpt of that schema (LGPL 3, see its head): the elements we write, nothing wider than there.
"""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from pst.exchange.activity_facts import ActivityFacts, Answer
from pst.exchange.ddi import NAMESPACE, write_ddi

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "ddi" / "codebook.xsd"))
PLAIN = ActivityFacts("KAT-00001", "http://pst.test/katalog/KAT-00001", "Pendataan <Sawah> & Ladang", "Dinas", "BPS")
RICH = ActivityFacts(
    number="REK-6104-2026-0001",
    url="http://pst.test/katalog/REK-6104-2026-0001",
    title="Survei Kepuasan\x00 Masyarakat",
    agency="Dinas Rekaan",
    publisher="BPS Rekaan",
    year=2026,
    method="Survei",
    sector="Kesehatan",
    region="Mempawah (Kalimantan Barat)",
    identity_number="V-26.6104.002",
    purpose="Mengukur kepuasan.",
    issued_on=date(2026, 11, 23),  # Senin
    design={
        "frekuensi": Answer("Frekuensi", "Tahunan"),
        "unit_sampel": Answer("Unit sampel", "pengunjung"),
        "kerangka_sampel": Answer("Kerangka", "List frame"),
        "sampling_error": Answer("Sampling error", "5 persen"),
    },
    collected=((date(2027, 1, 4), date(2027, 1, 29)),),
    variables=(
        {
            "nama": "Jenis kelamin",
            "alias": "jk",
            "definisi": "Jenis kelamin pengunjung.",
            "konsep": "Jenis kelamin",
            "satuan": "-",
            "tipe_data": "Integer",
            "klasifikasi_isian": "1 Laki-laki\n2 = Perempuan\n-",
            "aturan_validasi": "HARUS TERISI",
            "kalimat_pertanyaan": "Apa jenis kelamin Anda?",
            "referensi_waktu": "saat pencacahan",
        },
        {"nama": "Umur\u00a0ibu", "satuan": "tahun\x01"},
    ),
)


@pytest.mark.parametrize("activity", [PLAIN, RICH], ids=["a row of a list", "a recommended survey"])
def test_a_codebook_is_valid(activity):
    SCHEMA.assertValid(etree.fromstring(write_ddi(activity)))


def test_a_codebook_says_what_is_known():
    book = etree.fromstring(write_ddi(RICH))

    def said(path: str) -> list[str]:
        return [element.text for element in book.iterfind(path, {None: NAMESPACE})]

    assert said(".//titl") == ["Survei Kepuasan Masyarakat"]
    assert said(".//IDNo") == ["REK-6104-2026-0001", "V-26.6104.002"]
    assert said(".//sampProc") == ["Kerangka: List frame; Unit sampel: pengunjung"]
    assert said(".//collDate") == ["2027-01-04", "2027-01-29"]
    assert said(".//catValu") == ["1", "2"]
    assert said(".//catgry/labl") == ["Laki-laki", "Perempuan"]
    assert [(each.get("name"), each.get("measUnit")) for each in book.iter(f"{{{NAMESPACE}}}var")] == [
        ("jk", None),
        ("Umur ibu", "tahun"),
    ]
