"""The Indonesian for complaints: statuses, classes, topics, verbs; and what comes next for whom."""

from pst.rules.complaints.complaints import STEPS, Kind, Privacy, Status
from pst.rules.steps import past_words

S = Status

STATUS_LABELS: dict[str, str] = {
    S.RECEIVED: "Diterima – menunggu verifikasi",
    S.INCOMPLETE: "Menunggu kelengkapan dari pelapor",
    S.IN_PROGRESS: "Ditindaklanjuti",
    S.ESCALATED: "Dinaikkan ke jenjang berikut",
    S.ANSWERED: "Dijawab – menunggu tanggapan pelapor",
    S.REOPENED: "Dibuka kembali",
    S.CLOSED: "Selesai",
    S.PASSED_ON: "Disalurkan ke instansi lain",
    S.REFUSED: "Tidak dapat ditindaklanjuti",
    S.DUPLICATE: "Digabung dengan pengaduan lain",
    S.WITHDRAWN: "Ditarik",
}

STATUS_TONES: dict[str, str] = {
    S.RECEIVED: "info", S.INCOMPLETE: "warning", S.IN_PROGRESS: "info", S.ESCALATED: "warning", S.ANSWERED: "success",
    S.REOPENED: "warning", S.CLOSED: "success", S.PASSED_ON: "neutral", S.REFUSED: "neutral", S.DUPLICATE: "neutral",
    S.WITHDRAWN: "neutral",
}  # fmt: skip

NEXT_FOR_COMPLAINANT: dict[str, str] = {
    S.RECEIVED: "Petugas memeriksa apakah pengaduan Anda lengkap dan menentukan siapa yang menanganinya.",
    S.INCOMPLETE: "Petugas memerlukan keterangan tambahan. Tulis balasan Anda di bawah.",
    S.IN_PROGRESS: "Pengaduan Anda sedang ditindaklanjuti. Anda boleh menambah keterangan kapan saja.",
    S.ESCALATED: "Pengaduan Anda dinaikkan ke pejabat yang lebih tinggi atau instansi pengawas.",
    S.ANSWERED: "Baca jawabannya, lalu beri tahu kami: sudah selesai, atau belum.",
    S.REOPENED: "Pengaduan Anda dibuka kembali dan akan ditindaklanjuti lagi.",
    S.CLOSED: "Pengaduan ini selesai. Bila ternyata belum, Anda dapat membukanya kembali.",
    S.PASSED_ON: "Pengaduan Anda disalurkan kepada instansi yang berwenang; lihat pesan di bawah.",
    S.REFUSED: "Pengaduan tidak dapat ditindaklanjuti; alasannya ada pada pesan di bawah.",
    S.DUPLICATE: "Pengaduan yang sama sudah ditangani; lihat pesan di bawah.",
    S.WITHDRAWN: "Pengaduan ditarik; tidak ada langkah lagi.",
}

BOARD_LABELS: dict[str, str] = {
    **dict.fromkeys((S.RECEIVED, S.IN_PROGRESS, S.ESCALATED, S.REOPENED), "Sedang ditangani"),
    S.INCOMPLETE: "Perlu keterangan: hubungi meja PST",
    **dict.fromkeys((S.ANSWERED, S.CLOSED, S.PASSED_ON, S.REFUSED, S.DUPLICATE, S.WITHDRAWN), "Sudah ada jawaban"),
}
"""Neutral words for the notice board, which tell nothing of the content."""

KIND_LABELS: dict[str, str] = {
    Kind.COMPLAINT: "Pengaduan",
    Kind.ORDINARY: "Pengaduan tidak berkadar pengawasan",
    Kind.OVERSIGHT: "Pengaduan berkadar pengawasan",
    Kind.INFORMATION: "Permintaan informasi",
    Kind.ASPIRATION: "Aspirasi atau saran",
}

KIND_HINTS: dict[str, str] = {
    Kind.COMPLAINT: "Ada yang tidak sesuai, merugikan, atau mengecewakan.",
    Kind.ASPIRATION: "Usul, saran, atau harapan untuk layanan kami.",
    Kind.INFORMATION: "Bertanya tentang layanan kami.",
    Kind.ORDINARY: "Tentang mutu layanan: waktu, prosedur, sarana, sikap.",
    Kind.OVERSIGHT: "Dugaan pelanggaran, pungutan liar, korupsi, atau penyalahgunaan wewenang.",
}

TOPIC_LABELS: dict[str, str] = {
    "requirements": "Persyaratan",
    "procedure": "Prosedur",
    "time": "Waktu layanan",
    "cost": "Biaya atau pungutan liar",
    "product": "Produk dan mutu data",
    "competence": "Kemampuan petugas",
    "conduct": "Sikap petugas",
    "facilities": "Sarana",
    "application": "Aplikasi",
    "fraud": "Gratifikasi, kecurangan, percaloan",
    "discrimination": "Diskriminasi",
    "other": "Lainnya",
}

PRIVACY_LABELS: dict[str, str] = {
    Privacy.CONFIDENTIAL: "Rahasia",
    Privacy.NAMED: "Dengan nama",
    Privacy.ANONYMOUS: "Tanpa identitas",
}

PRIVACY_HINTS: dict[str, str] = {
    Privacy.CONFIDENTIAL: "Identitas Anda disegel. Hanya petugas yang menangani yang dapat membukanya, dengan alasan "
    "tertulis yang dapat Anda baca.",
    Privacy.NAMED: "Petugas pengaduan dapat melihat identitas Anda, dengan alasan tertulis yang dapat Anda baca.",
    Privacy.ANONYMOUS: "Kami tidak menanyakan dan tidak menyimpan apa pun tentang Anda.",
}

ABOUT_LABELS: dict[str, str] = {
    "nobody": "Bukan tentang orang tertentu",
    "officer": "Tentang petugas kantor ini",
    "head": "Tentang kepala kantor ini",
    "unsure": "Tidak tahu",
}

STAGE_LIMIT_LABELS: dict[str, str] = {
    S.RECEIVED: "Diverifikasi paling lambat",
    S.INCOMPLETE: "Kelengkapan kami tunggu sampai",
    S.IN_PROGRESS: "Tindak lanjut pertama paling lambat",
    S.REOPENED: "Tindak lanjut pertama paling lambat",
    S.ANSWERED: "Tanggapan Anda kami tunggu sampai",
}
"""What the last day of a stage is called towards the complainant."""

SIDE_NAMES: dict[str, str] = {"complainant": "Anda", "office": "Petugas"}
"""Who speaks, as the complainant reads it."""

SIDE_LABELS: dict[str, str] = {"complainant": "Pelapor", "office": "Petugas", "internal": "Catatan internal"}

ESCALATION_LABELS: dict[str, str] = {
    "manager": "Pengelola pengaduan",
    "head": "Kepala BPS Kabupaten",
    "province": "BPS Provinsi Kalimantan Barat",
    "inspectorate": "Inspektorat Utama BPS",
}

VERB_LABELS: dict[str, str] = {
    "file": "Pengaduan diterima",
    **past_words(STEPS),
    "assign": "Petugas ditunjuk",
    "name_subjects": "Akses dibatasi",
    "open_identity": "Identitas dibuka",
    "forget_identity": "Identitas dihapus atas permintaan pelapor",
    "ask_code": "Kode baru diminta",
    "reissue_code": "Kode baru dibenarkan dan diberikan",
    "ask_letter": "Surat diminta",
    "issue_answer": "Surat jawaban terbit",
    "issue_referral": "Surat penerusan terbit",
    "redact_file": "Salinan bersensor dibuat",
    "withdraw_message": "Pesan ditarik petugas",
    "post_on_board": "Dipasang pada papan pengumuman",
    "prepare": "Naskah publikasi disiapkan",
    "publish": "Dipublikasikan",
    "unpublish": "Publikasi ditarik",
}


def verb_label(verb: str) -> str:
    """How an event reads in a history; an unknown verb reads as itself."""
    return VERB_LABELS.get(verb, verb.replace("_", " "))
