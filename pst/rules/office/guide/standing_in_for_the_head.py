"""For the head: who signs in their place."""

from pst.rules.office.guide.page import HEAD, Page, Step

PAGE = Page(
    "pelaksana-harian",
    "Menunjuk Plh. atau Plt.",
    HEAD,
    "Selalu ada satu penanda tangan yang berlaku, dan pelaksana selalu punya hari terakhir.",
    (
        Step("Tekan “Tetapkan Plh. atau Plt.” pada register surat; akunnya berperan Kepala.", "/petugas/surat"),
        Step("Isi jenis, dasar penunjukan, dan hari terakhirnya, lalu “Tetapkan”.", "/petugas/surat/pelaksana"),
        Step("Mulai hari ini ia mengesahkan surat; sesudah hari terakhirnya kembali Anda, tanpa langkah apa pun."),
        Step("Penunjukan untuk hari yang akan datang dicatat administrator pada “Penanda tangan”."),
    ),
    rooms=("standing_in",),
)
