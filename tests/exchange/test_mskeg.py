"""MS-Keg by its labels becomes the same draft as a record of ROMANTIK."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.romantik import read_record, write_record
from pst.exchange.romantik.mskeg import read_mskeg

LABELS = json.loads(Path(__file__).with_name("mskeg-labels.json").read_text("utf-8"))


def test_labels_and_values_as_people_write_them_are_read():
    answers, left = read_mskeg(LABELS)

    stages = {row["tahap"]: (row["awal"], row["akhir"]) for row in answers["jadwal"] if row["awal"]}
    assert stages == {
        "perencanaan_kegiatan": ("2026-01-04", "2026-01-30"),
        "pengumpulan_data": ("2026-02-02", "2026-02-27"),
        "evaluasi": ("2026-06-01", "2026-06-10"),
    }
    assert {
        code: answers[code] for code in ("tahun_kegiatan", "cara_pengumpulan_data", "unit_eselon2", "uji_coba")
    } == {
        "tahun_kegiatan": 2026,
        "cara_pengumpulan_data": "kompilasi_produk_administrasi",
        "unit_eselon2": "Kepala Dinas Contoh",
        "uji_coba": "tidak",
    }
    assert answers["sarana_pengumpulan_data"] == ["papi", "lainnya"]
    assert answers["sarana_pengumpulan_data_lainnya"] == "lembar kerja"
    assert answers["variabel"][0]["konsep"] == "Sarana budidaya"
    assert "identitas_rekomendasi" not in answers
    assert left == []


def test_what_no_question_takes_is_named_and_kept_and_does_not_go_out():
    more = {**LABELS, "Warna": "biru", "Sektor Kegiatan": "99", "Sarana Pengumpulan Data": "PAPI, merpati"}

    record = read_record(json.dumps(more))

    assert record.left_over == (
        ("Sektor Kegiatan", "99"),
        ("Sarana Pengumpulan Data merpati", "PAPI, merpati"),
        ("Warna", "biru"),
    )
    assert record.answers.items() >= {"frekuensi": "tahunan", "judul_kegiatan": LABELS["Judul Kegiatan"]}.items()
    again = write_record(record.answers, original=record.original)
    assert "mskeg" not in again
    assert read_record(json.dumps({**again, "mskeg": [1]})).left_over == ()
    assert read_record(json.dumps(again)).answers.items() >= record.answers.items()  # theirs says "no" besides


@given(
    st.dictionaries(
        st.sampled_from([*LABELS, "x"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
            max_leaves=6,
        ),
    )
)
def test_whatever_stands_under_the_labels_it_is_read(record):
    read_mskeg(record)
