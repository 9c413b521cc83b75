"""Metadata of variables (MS-Var) and of indicators (MS-Ind), as INDAH keeps them beside those of the activity (MS-Keg).

The columns are those of Peraturan BPS 5/2020, in their order: the form on the site, the workbook and the files for
INDAH are all made of this one declaration. What may be left blank stands in those files as the column's `default`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pst.questionnaires.choices import NO, YES, Choice, Option
from pst.questionnaires.kinds import Block, LongText, Questionnaire, Table, Text
from pst.questionnaires.tables import MAX_CELL, Column, Row

NOTHING, MUST_BE_FILLED = "-", "HARUS TERISI"
YES_OR_NO = (YES, NO)
DATA_TYPES = tuple(
    Option(name.casefold(), name, str(number), name.upper())
    for number, name in enumerate(("Integer", "Float", "Char", "Date", "Boolean"), 1)
)


def _text(code: str, label: str, about: str, default: str | None = None) -> Text:
    return Text(code, "", label, about, required=default is None, default=default, max_length=MAX_CELL)


def _long(code: str, label: str, about: str, default: str | None = None) -> LongText:
    return LongText(code, "", label, about, required=default is None, default=default, max_length=MAX_CELL)


def _yes_no(code: str, label: str, about: str) -> Choice:
    return Choice(code, "", label, about, options=YES_OR_NO)


VARIABLES = Table(
    "ms_var",
    "MS-Var",
    "Variabel",
    "Satu variabel satu baris; nama, konsep, definisi, dan referensi waktunya diambil dari 3.4 pada permohonan.",
    columns=(
        _text("nama", "Nama Variabel", "Sama dengan nama pada 3.4."),
        _text("alias", "Alias", "Nama lain, atau nama kolom pada basis data.", NOTHING),
        _long("konsep", "Konsep", "Ide dasar yang diukur variabel."),
        _long("definisi", "Definisi", "Batas dan cakupan variabel."),
        _text(
            "referensi_pemilihan",
            "Referensi Pemilihan",
            "Rujukan mengapa variabel ini dipilih, misalnya peraturan atau standar internasional.",
            NOTHING,
        ),
        _text("referensi_waktu", "Referensi Waktu", "Kurun waktu yang digambarkan."),
        _text("ukuran", "Ukuran", "Hal yang diukur, misalnya jumlah atau persentase.", NOTHING),
        _text("satuan", "Satuan", "Satuan nilai, misalnya orang atau hektare.", NOTHING),
        Choice("tipe_data", "", "Tipe Data", "Jenis nilai yang disimpan.", options=DATA_TYPES),
        _long(
            "klasifikasi_isian",
            "Klasifikasi Isian",
            "Daftar kode jawaban, satu kode satu baris, misalnya 1 Laki-laki lalu 2 Perempuan.",
            NOTHING,
        ),
        _long("aturan_validasi", "Aturan Validasi", "Syarat isian sah, misalnya 0–98.", MUST_BE_FILLED),
        _long(
            "kalimat_pertanyaan",
            "Kalimat Pertanyaan",
            "Bunyi pertanyaan pada kuesioner; dikosongkan untuk kompilasi.",
            NOTHING,
        ),
        _yes_no(
            "dapat_diakses",
            "Apakah Variabel Dapat Diakses Umum",
            "Apakah nilai variabel boleh dibuka kepada masyarakat.",
        ),
    ),
    row_name="variabel",
)


@dataclass(frozen=True)
class IndicatorTable(Table):
    """Indicators: a composite one names the indicators it is built of, any other the variables."""

    built_of: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Answer to `komposit`, and the columns that go with it."""

    def row_lacks(self, row: Row, metadata: bool = True) -> list[str]:
        due = dict(self.built_of).get(str(row.get("komposit")), ())
        also = [self.column(code) for code in due]
        return super().row_lacks(row, metadata) + [c.label for c in also if c.is_blank(row.get(c.code))]

    def problem_between_cells(self, number: int, row: Row) -> str | None:
        """What belongs to the other answer stays empty."""
        answer = row.get("komposit")
        idle = [code for other, codes in self.built_of if answer and other != answer for code in codes]
        for column in map(self.column, idle):
            if not column.is_blank(row.get(column.code)):
                return (
                    f"{self.row_title(number, row)}, {column.label}: kosongkan, atau ubah jawaban indikator komposit."
                )
        return None


INDICATORS = IndicatorTable(
    "ms_ind",
    "MS-Ind",
    "Indikator",
    "Satu indikator satu baris: ukuran yang dihasilkan kegiatan ini.",
    columns=(
        _text("nama", "Nama Indikator", "Nama ukuran yang dihasilkan, misalnya Prevalensi Stunting."),
        _long("konsep", "Konsep", "Ide dasar indikator."),
        _long("definisi", "Definisi", "Pengertian dan batasannya."),
        _long("interpretasi", "Interpretasi", "Cara membaca nilainya: makin tinggi berarti apa."),
        _long("rumus", "Metode/Rumus Penghitungan", "Rumus dan keterangan lambangnya."),
        _text("ukuran", "Ukuran", "Bentuknya: jumlah, persentase, rasio, indeks."),
        _text("satuan", "Satuan", "Orang, persen, poin."),
        _long("klasifikasi_penyajian", "Klasifikasi Penyajian", "Rincian penyajian: kecamatan, jenis kelamin."),
        _yes_no("komposit", "Apakah Indikator Komposit", "Komposit dibangun dari indikator lain."),
        _text(
            "indikator_publikasi",
            "Indikator Pembangun: Publikasi Ketersediaan",
            "Publikasi tempat indikator pembangun tersedia; hanya bila komposit.",
            NOTHING,
        ),
        _text("indikator_nama", "Indikator Pembangun: Nama", "Nama indikator pembangun; hanya bila komposit.", NOTHING),
        _text(
            "variabel_kegiatan",
            "Variabel Pembangun: Kegiatan Penghasil",
            "Kegiatan yang menghasilkan variabelnya; hanya bila tidak komposit.",
            NOTHING,
        ),
        _text("variabel_kode", "Variabel Pembangun: Kode Kegiatan", "Diisi petugas; boleh dikosongkan.", NOTHING),
        _text(
            "variabel_nama", "Variabel Pembangun: Nama", "Nama variabel pembangun; hanya bila tidak komposit.", NOTHING
        ),
        _text("level_estimasi", "Level Estimasi", "Tingkat wilayah terkecil yang masih sah."),
        _yes_no(
            "dapat_diakses",
            "Apakah Indikator Dapat Diakses Umum",
            "Apakah nilai indikator boleh dibuka kepada masyarakat.",
        ),
    ),
    built_of=((YES.code, ("indikator_publikasi", "indikator_nama")), (NO.code, ("variabel_kegiatan", "variabel_nama"))),
    row_name="indikator",
)

METADATA = Questionnaire(
    name="metadata_2020",
    title="Metadata Statistik: Variabel (MS-Var) dan Indikator (MS-Ind)",
    blocks=(
        Block(0, "variabel", "MS-Var. Metadata Statistik Variabel", "Tampil di katalog bagi semua.", (VARIABLES,)),
        Block(1, "indikator", "MS-Ind. Metadata Statistik Indikator", "Tampil di katalog bagi semua.", (INDICATORS,)),
    ),
    purpose="Metadata menjelaskan data kepada pemakainya: tampil di katalog kegiatan, dan disalin instansi ke INDAH.",
)
TABLES = (VARIABLES, INDICATORS)
CARRIED = ("nama", "konsep", "definisi", "referensi_waktu")
"""What the form (3.4) has asked of each variable already."""


def begun(variables: Table, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata before anybody wrote any: a row for each variable of the form, whose `variables` these are."""
    named = variables.filled_rows(answers.get(variables.code))
    rows = [VARIABLES.blank_row() | {code: row.get(code) or "" for code in CARRIED} for _, row in named]
    return {VARIABLES.code: rows}


def cell_text(column: Column, value: Any) -> str:
    """What the files for INDAH say in a cell: what was left blank is said by its default."""
    return column.show(value) or str(column.default or "")
