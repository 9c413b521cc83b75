"""The register of letters, described: what its files hold, on the page and from the console."""

from pst import clock
from pst.models.letters.letters import FILTERS, Letter
from pst.rules.letters.signing import way_label
from pst.rules.letters.validity import STATES, state_on
from pst.rules.review import labels
from pst.web.registers import Column, Register

REGISTER = Register(
    address="letter_register.index",
    filters=FILTERS,
    page=Letter.register_page,
    rows=Letter.register_rows,
    columns=(
        Column("nomor", "number"),
        Column("tahun", "year"),
        Column("nomor_urut", "sequence"),
        Column("tanggal", "issued_on"),
        Column("berlaku_sampai", "valid_until"),
        Column("keadaan", lambda row: STATES[state_on(row, clock.today())]),
        Column("penandatanganan", lambda row: way_label(row.state, row.way)),
        Column("hasil", lambda row: labels.outcome_label(row.outcome)),
        Column("identitas_rekomendasi", "identity_number"),
        Column("permohonan", "submission_number"),
        Column("judul", "title"),
        Column("instansi", "agency"),
        Column("penanda_tangan", "signatory"),
        Column("nomor_diambil_oleh", lambda row: row.number_by or "Sistem"),
        Column("sha256", "sha256"),
    ),
    title="Register surat",
    files="letter_register.as_file",
    file_name="register-surat",
)
