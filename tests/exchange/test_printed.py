"""The printed form, filled in as a workbook or a document, becomes a draft; what it does not say is not made up."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from pst.exchange.romantik import BadRecord, read_record

ROWS = [
    ["FORMULIR REKOMENDASI KEGIATAN STATISTIK"],
    ["Judul Kegiatan", ":", "Kompilasi Data Keramba"],
    ["Tahun Kegiatan", ":", 2026],
    ["Cara Pengumpulan Data", ":", "☐ Survei ☒ Kompilasi Produk Administrasi"],
    ["1.1", "Instansi Penyelenggara", ":", "Dinas Contoh"],
    ["Telepon", "0561"],
    ["2.1", "Unit Eselon Penanggung Jawab"],
    ["", "Eselon 2", "Kepala Dinas"],
    ["Penanggung Jawab Teknis (setingkat Eselon 3)"],
    ["Telepon", "0812"],
    ["3.1 Latar Belakang Kegiatan"],
    ["Alasan pertama."],
    ["Alasan kedua."],
    ["3.3 Rencana Jadwal Kegiatan"],
    ["Tahap", "Tanggal mulai", "Tanggal selesai"],
    ["Perencanaan", "4 Januari 2026", "30-01-2026"],
    ["Pengumpulan Data", "2 Februari – 27 Februari 2026"],
    ["3.4 Variabel yang Dikumpulkan"],
    ["No", "Nama Variabel", "Konsep", "Definisi", "Referensi Waktu"],
    [1, "Jumlah keramba", "Sarana", "Banyaknya keramba.", "2025"],
    [2, "Produksi", "Hasil", "Ikan yang dipanen.", "2025"],
    ["4.1", "Kegiatan Ini Dilakukan", "Berulang"],
    ["Warna kesukaan", "biru"],
]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def a_workbook(rows) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def a_document(*blocks: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        kinds = f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/>'
        archive.writestr("[Content_Types].xml", f"<Types>{kinds}</Types>")
        archive.writestr("_rels/.rels", "<Relationships/>")
        body = "".join(blocks)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_labels_of_a_workbook_are_read_and_what_finds_no_place_is_named():
    record = read_record(a_workbook(ROWS))

    plain = {code: value for code, value in record.answers.items() if isinstance(value, (str, int)) and value}
    assert plain == {
        "judul_kegiatan": "Kompilasi Data Keramba",
        "tahun_kegiatan": 2026,
        "cara_pengumpulan_data": "kompilasi_produk_administrasi",
        "instansi_penyelenggara": "Dinas Contoh",
        "telepon": "0561",
        "unit_eselon2": "Kepala Dinas",
        "pj_telepon": "0812",
        "latar_belakang_kegiatan": "Alasan pertama.\nAlasan kedua.",
        "kegiatan_ini_dilakukan": "berulang",
    }
    stages = {row["tahap"]: (row["awal"], row["akhir"]) for row in record.answers["jadwal"] if row["awal"]}
    assert stages == {
        "perencanaan_kegiatan": ("2026-01-04", "2026-01-30"),
        "pengumpulan_data": ("2026-02-02", "2026-02-27"),
    }
    assert [row["nama"] for row in record.answers["variabel"]] == ["Jumlah keramba", "Produksi"]
    assert record.left_over == (("Warna kesukaan", "biru"),)


def test_a_document_is_read_as_a_workbook_is():
    record = read_record(
        a_document(
            paragraph("Judul Kegiatan: Survei Keramba"),
            table(("Tahun Kegiatan", "2026"), ("Cara Pengumpulan Data", "☑ Survei ☐ Pencacahan Lengkap")),
            paragraph("3.2 Tujuan Kegiatan"),
            paragraph("Umum."),
            paragraph("Khusus."),
        )
    )

    assert (record.title, record.answers["cara_pengumpulan_data"]) == ("Survei Keramba", "survei")
    assert record.answers["tujuan_kegiatan"] == "Umum.\nKhusus."
    assert "uji_coba" not in record.answers


def test_another_file_is_refused_with_the_reason():
    with pytest.raises(BadRecord, match="Judul Kegiatan"):
        read_record(a_workbook([["Daftar belanja", "beras"]]))
