"""The cover: title, year, kind, way of collection."""

import re
from collections.abc import Callable

from pst.rules.catalogue.design_checks.design import COMPILATION, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning
from pst.rules.stems import words

PLACES = {"kabupaten", "kota", "provinsi", "kecamatan", "desa", "kelurahan", "kalimantan", "indonesia", "nasional"}


def _other_way_in_title(design: Design) -> Wrong:
    chosen = design.text("cara_pengumpulan_data")
    if not chosen or not design.text("judul_kegiatan"):
        return None
    return design.method_of_title not in ("", chosen)


def _compilation_unsaid(design: Design) -> Wrong:
    if not design.method or not design.text("judul_kegiatan"):
        return None
    return design.method == COMPILATION and "kompilasi" not in words(design.text("judul_kegiatan"))


def _year_in_title(design: Design) -> Wrong:
    title = design.text("judul_kegiatan")
    return re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title) if title else None


def _other_year(design: Design) -> Wrong:
    year, collection = design.number("tahun_kegiatan"), design.collection
    if year is None or collection is None:
        return None
    return not collection[0].year <= year <= collection[1].year


def _not_eligible(kind: str) -> Callable[[Design], Wrong]:
    def wrong(design: Design) -> Wrong:
        chosen = design.text("jenis_statistik")
        return chosen == kind if chosen else None

    return wrong


def _no_place_in_title(design: Design) -> Wrong:
    title = words(design.text("judul_kegiatan"))
    if not title or not design.text("cakupan_wilayah"):
        return None
    named = {word for row in design.rows("wilayah") for word in words(row.get("kabupaten_kota", ""))}
    return design.text("cakupan_wilayah") == "sebagian_wilayah_indonesia" and not (PLACES | named) & set(title)


def abbreviations(text: str) -> list[str]:
    """Words in capitals among others that are not; a Roman number is none."""
    found = re.findall(r"\b[A-Z]{2,8}\b", text)
    shouted = text.isupper()
    return [] if shouted else [word for word in found if not re.fullmatch("[IVX]+", word)]


def _abbreviated_title(design: Design) -> Wrong:
    title = design.text("judul_kegiatan")
    return abbreviations(title) if title else None


RULES = (
    error(
        "D-ID-01",
        0,
        "jenis_statistik",
        _not_eligible("statistik_khusus"),
        "Statistik khusus tidak mendapat rekomendasi: rekomendasi BPS hanya untuk statistik sektoral, yang dilakukan "
        "instansi pemerintah untuk tugas pokoknya. Bila kegiatan ini termasuk tugas pokok instansi, pilih Statistik "
        "Sektoral; bila tidak, permohonan tidak perlu dikirim.",
    ),
    error(
        "D-ID-02",
        0,
        "jenis_statistik",
        _not_eligible("statistik_dasar"),
        "Statistik dasar diselenggarakan BPS sendiri. Kegiatan instansi untuk tugas pokoknya adalah statistik "
        "sektoral; betulkan jenisnya.",
    ),
    error(
        "R-ID-02A",
        0,
        "judul_kegiatan cara_pengumpulan_data",
        _other_way_in_title,
        "Judul menyebut cara pengumpulan yang lain daripada yang dipilih, sehingga rancangannya diragukan. Samakan "
        "judul dengan cara pengumpulan data, atau betulkan pilihannya.",
    ),
    warning(
        "R-ID-03",
        0,
        "judul_kegiatan cara_pengumpulan_data",
        _compilation_unsaid,
        "Judul kompilasi produk administrasi perlu memuat kata “Kompilasi” agar cara pengumpulannya langsung "
        "terbaca. Contoh: Kompilasi Data Kasus Stunting Kabupaten Mempawah.",
    ),
    warning(
        "R-ID-04A",
        0,
        "judul_kegiatan",
        _year_in_title,
        "Judul memuat tahun. Tahun sudah diisi tersendiri, dan judul tanpa tahun dapat dipakai untuk edisi "
        "berikutnya. Hapus tahunnya dari judul.",
    ),
    error(
        "R-ID-05A",
        0,
        "tahun_kegiatan jadwal",
        _other_year,
        "Tahun kegiatan tidak cocok dengan jadwal pengumpulan data. Isikan tahun saat data dikumpulkan, atau "
        "betulkan jadwal pada 3.3.",
    ),
    warning(
        "D-ID-03",
        0,
        "judul_kegiatan cakupan_wilayah wilayah",
        _no_place_in_title,
        "Judul belum menyebut cakupan wilayah, padahal kegiatan hanya untuk sebagian wilayah. Susunan yang "
        "diminta: cara pengumpulan data, pokok kegiatan, cakupan wilayah. Tambahkan nama wilayahnya.",
    ),
    warning(
        "D-ID-04",
        0,
        "judul_kegiatan",
        _abbreviated_title,
        "Judul memuat singkatan yang tidak dikenal pembaca di luar instansi. Tulis kepanjangannya.",
    ),
)
