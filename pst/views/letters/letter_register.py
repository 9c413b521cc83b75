"""The register of letters, described: what its files hold, on the page and from the console."""

from pst import clock
from pst.models.letters.book_entries import FILTERS, SORTS, BookEntry
from pst.rules.letters.numbering import ENTRIES, place_in_words
from pst.rules.letters.signing import way_label
from pst.rules.letters.validity import STATES, state_on
from pst.rules.review import labels
from pst.web.registers import Column, Register

REGISTER = Register(
    address="letter_register.index",
    filters=FILTERS,
    sorts=SORTS,
    page=BookEntry.page,
    rows=BookEntry.rows,
    columns=(
        Column("nomor", "number"),
        Column("tahun", "year"),
        Column("nomor_urut", lambda row: place_in_words(row.sequence, row.inserted, row.last)),
        Column("tanggal", "dated"),
        Column("tujuan", "recipient"),
        Column("perihal", "subject"),
        Column("klasifikasi", "classification"),
        Column("jenis", lambda row: ENTRIES[row.kind]),
        Column("alasan", "reason"),
        Column("berlaku_sampai", "valid_until"),
        Column("keadaan", lambda row: STATES[state_on(row, clock.today())] if row.letter_id else ""),
        Column("penandatanganan", lambda row: way_label(row.state, row.way) if row.letter_id else ""),
        Column("hasil", lambda row: labels.outcome_label(row.outcome) if row.letter_id else ""),
        Column("identitas_rekomendasi", "identity_number"),
        Column("permohonan", "submission_number"),
        Column("judul", "title"),
        Column("instansi", "agency"),
        Column("penanda_tangan", "signatory"),
        Column("nomor_diambil_oleh", lambda row: row.number_by or ("Sistem" if row.letter_id else row.by)),
        Column("sha256", "sha256"),
    ),
    title="Register surat",
    files="letter_register.as_file",
    file_name="register-surat",
)
