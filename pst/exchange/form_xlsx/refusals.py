"""Why a workbook is not taken at all; each says what happened and what to do, in Indonesian."""

from collections.abc import Sequence

from pst.rules.refusals import Refusal

NEW_COPY = "Unduh formulir yang baru dari situs ini, salin jawaban Anda ke sana, lalu unggah."
SAVE_AS_XLSX = "Simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu unggah lagi."


class FormFileRefused(Refusal):
    """The file is not taken, and nothing of it is; the message says why and what to do."""

    field = "workbook"


def too_large(limit: int) -> FormFileRefused:
    return FormFileRefused(
        f"Berkas ini lebih besar dari {limit // (1024 * 1024)} MB, padahal formulir yang terisi penuh jauh "
        "lebih kecil. Hapus gambar atau lembar tambahan, lalu unggah lagi."
    )


def empty() -> FormFileRefused:
    return FormFileRefused("Berkas ini kosong. Pilih formulir XLSX yang sudah Anda isi.")


def not_a_workbook() -> FormFileRefused:
    return FormFileRefused(
        "Isi berkas ini bukan buku kerja XLSX; mengganti nama berkas tidak mengubah isinya. "
        "Pilih formulir XLSX yang diunduh dari situs ini."
    )


def old_format() -> FormFileRefused:
    return FormFileRefused(f"Berkas ini berbentuk XLS (Excel lama). {SAVE_AS_XLSX}")


def open_document() -> FormFileRefused:
    return FormFileRefused(f"Berkas ini berbentuk ODS. {SAVE_AS_XLSX}")


def locked_by_password() -> FormFileRefused:
    return FormFileRefused(
        "Berkas ini dikunci dengan kata sandi. Buka kuncinya di Excel atau LibreOffice, simpan, lalu unggah lagi."
    )


def has_macros() -> FormFileRefused:
    return FormFileRefused(f"Berkas ini berisi makro atau isi lain yang dapat dijalankan. {SAVE_AS_XLSX}")


def unpacks_too_large() -> FormFileRefused:
    return FormFileRefused(
        "Isi berkas ini terlalu besar setelah dibuka: baris atau lembarnya jauh lebih banyak daripada "
        f"formulir. {NEW_COPY}"
    )


def broken() -> FormFileRefused:
    return FormFileRefused(
        "Berkas ini rusak atau tidak dapat dibaca. Buka di Excel atau LibreOffice, simpan ulang, lalu unggah lagi."
    )


def not_our_form() -> FormFileRefused:
    return FormFileRefused(
        f"Buku kerja ini bukan formulir permohonan dari situs ini, atau lembar keterangannya hilang. {NEW_COPY}"
    )


def wrong_version(name: str) -> FormFileRefused:
    said = f" (“{name[:60]}”)" if name else ""
    return FormFileRefused(f"Formulir ini dari versi lain{said} yang tidak dipakai lagi di sini. {NEW_COPY}")


def sheets_changed(missing: Sequence[str], extra: Sequence[str]) -> FormFileRefused:
    said = [
        f"lembar {_quoted(missing)} hilang atau berganti nama" if missing else "",
        f"lembar {_quoted(extra)} bukan bagian formulir" if extra else "",
    ]
    return FormFileRefused(f"Susunan lembar berubah: {'; '.join(filter(None, said))}. {NEW_COPY}")


def rows_moved(sheet: str, cell: str) -> FormFileRefused:
    return FormFileRefused(
        f"Susunan baris berubah pada lembar “{sheet}”, mulai sel {cell}: ada baris atau kolom yang digeser, "
        f"disisipkan, atau dihapus. {NEW_COPY}"
    )


def words_changed(sheet: str, cell: str) -> FormFileRefused:
    where = f" pada lembar “{sheet}”, sel {cell}" if sheet else ""
    return FormFileRefused(
        f"Tulisan pertanyaan diubah{where}, sehingga jawabannya tidak dapat dipastikan milik pertanyaan "
        f"mana. {NEW_COPY}"
    )


def has_formulas(places: Sequence[str], total: int) -> FormFileRefused:
    more = f" dan {total - len(places)} sel lain" if total > len(places) else ""
    return FormFileRefused(
        f"Ada rumus pada {'; '.join(places)}{more}. Formulir hanya menerima isian biasa: salin sel itu, lalu "
        "tempel sebagai nilai (Tempel Khusus, Nilai), dan unggah lagi."
    )


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name[:40]}”" for name in names)
