"""The example complaints: every channel, every state, two openings of the box. Names and events are invented."""

from datetime import datetime
from functools import partial

from pst.actions.complaints import boxes, reminders
from pst.actions.complaints.boxes import SheetEntry
from pst.actions.complaints.complaints import Filing
from pst.actions.office.office import change_settings
from pst.actions.vault import Vault
from pst.demo.case import World
from pst.demo.people import mailbox
from pst.demo.timeline import Deed, Moment, moments_of
from pst.demo.told import Told
from pst.rules.complaints.complaints import Kind, Privacy

MANAGER = "petugas2"
"""Manages complaints in the example office, and stands in for those about the head."""
CHAIRS = "Kipas tambahan dan delapan kursi sudah dipasang di ruang tunggu. Terima kasih atas masukannya."


def complaint_moments(world: World, vault: Vault) -> list[Moment]:
    """All that happens in all example complaints."""
    queue = _queue(world, vault)
    told = [moment for by, filing, deeds in STORIES for moment in moments_of(Told(world, vault, filing, by), deeds)]
    return [Moment(60, "08.00", partial(_appoint, world)), *_moments_of_queue(queue), *told,
            *_duplicate(world, vault, queue), *_box(world, vault), Moment(3, "07.10", reminders.end_silent)]  # fmt: skip


def _appoint(world: World, at: datetime) -> None:
    change_settings("complaints", {"complaint_manager": mailbox(MANAGER)}, world["admin"], at)


def _queue(world: World, vault: Vault) -> Told:
    """Nobody has looked at it yet."""
    return Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, topic="time", service="Permintaan data mikro",
        title="Menunggu dua jam tanpa nomor antrean",
        text="Saya datang pukul delapan dan baru dilayani pukul sepuluh. Layar antrean mati dan tidak ada yang memanggil.",
        hope="Layar diperbaiki, atau nomor dipanggil dengan suara.", name="Tuti Umpama", phone="0812 5555 0141",
    ))  # fmt: skip


def _moments_of_queue(told: Told) -> tuple[Moment, ...]:
    return (Moment(2, "10.20", told.file),)


def _duplicate(world: World, vault: Vault, same: Told) -> tuple[Moment, ...]:
    """The same event, told again over the telephone."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, channel="phone", topic="time",
        text="Layar antrean mati pada pagi yang sama, pengunjung menunggu lama tanpa dipanggil.",
    ), "petugas1")  # fmt: skip
    answer = "Kejadian ini sudah kami terima dan sedang ditangani. Terima kasih sudah memberi tahu."
    return (Moment(2, "14.05", told.file), Moment(1, "09.00", partial(told.mark_duplicate, "petugas1", same, answer)))


def _box(world: World, vault: Vault) -> tuple[Moment, ...]:
    """An empty box, then one with three sheets: a coded form, one without number, one that cannot be read."""
    witnesses = ("Mira Umpama", "Oki Umpama")

    def empty(at: datetime) -> None:
        boxes.close_opening(boxes.open_box(at, witnesses, 0, "", world["petugas1"], at), world["petugas1"], at)

    def full(at: datetime) -> None:
        forms = boxes.print_forms(10, world["petugas1"], at)
        opening = boxes.open_box(at, witnesses, 3, "Kunci kotak diganti.", world["petugas1"], at)
        for entry in (
            SheetEntry("Mohon sediakan contoh surat permintaan data di meja depan.", forms[0].number, Kind.ASPIRATION),
            SheetEntry("Pintu kamar kecil pengunjung tidak dapat dikunci.", kind=Kind.COMPLAINT, topic="facilities"),
            SheetEntry("", is_void=True),
        ):
            boxes.enter_sheet(opening, entry, world["petugas1"], at, world.store, vault)
        boxes.close_opening(opening, world["petugas1"], at)

    return (Moment(14, "15.30", empty), Moment(8, "15.30", full))


STORIES: tuple[tuple[str, Filing, tuple[Deed, ...]], ...] = (
    # Followed up, with a note between officers.
    ("petugas1", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.NAMED, channel="phone", topic="facilities",
        title="Telepon pelayanan tidak diangkat",
        text="Sudah tiga hari saya menelepon pada jam kerja dan tidak diangkat. Saya hanya ingin tahu jam buka.",
        name="Badu Umpama", phone="0812 5555 0142",
    ), (
        (6, "11.10", Told.file),
        (5, "09.15", Told.verify, "petugas1", Kind.ORDINARY, "facilities", "petugas1"),
        (4, "13.30", Told.note, "petugas1", "Kabel pesawat di ruang pelayanan longgar; teknisi datang besok."),
    )),
    # Asked for more.
    ("petugas1", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, channel="visit", topic="product",
        title="Angka jumlah penduduk desa berbeda antarpublikasi",
        text="Jumlah penduduk desa saya pada dua publikasi tidak sama. Mana yang benar?",
        name="Siti Umpama", email="siti@contoh.test",
    ), (
        (4, "10.00", Told.file),
        (3, "08.50", Told.take, "ask_more", "petugas1", "Mohon sebutkan desa, judul publikasi, dan tahunnya."),
    )),
    # Answered; the answer was not read yet.
    ("petugas1", Filing(
        kind=Kind.INFORMATION, privacy=Privacy.NAMED, channel="email", topic="product",
        title="Kapan data kemiskinan kabupaten terbit",
        text="Mohon informasi jadwal rilis data kemiskinan kabupaten tahun ini dan di mana dapat diunduh.",
        name="Wati Umpama", email="wati@contoh.test",
    ), (
        (9, "09.40", Told.file),
        (8, "10.00", Told.verify, "petugas1", Kind.INFORMATION, "product", "petugas1"),
        (7, "14.20", Told.take, "answer", "petugas1",
         "Data kemiskinan kabupaten terbit sesuai kalender rilis pada situs kami, dan dapat diunduh tanpa biaya."),
    )),
    # Resolved, rated, and published.
    ("petugas3", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, channel="whatsapp", topic="facilities",
        title="Ruang tunggu panas dan kursinya kurang",
        text="Pada siang hari ruang tunggu panas sekali dan sebagian orang berdiri karena kursinya kurang.",
    ), (
        (25, "13.10", Told.file),
        (24, "09.00", Told.verify, "petugas3", Kind.ORDINARY, "facilities", "petugas3"),
        (18, "15.00", Told.take, "answer", "petugas3", CHAIRS),
        (17, "10.00", Told.accept, 5, "Sekarang nyaman."),
        (15, "09.30", Told.publish, "petugas1", MANAGER, "Ruang tunggu panas dan kurang kursi",
         "Pengunjung mengeluhkan ruang tunggu yang panas dan kursi yang tidak cukup.", CHAIRS),
    )),
    # A suggestion; nobody reacted to the answer, so it was closed.
    (MANAGER, Filing(
        kind=Kind.ASPIRATION, privacy=Privacy.ANONYMOUS, channel="instagram", topic="application",
        title="Infografik bulanan untuk anak muda",
        text="Tolong buat infografik singkat setiap bulan supaya pelajar mudah memahami angka inflasi.",
    ), (
        (28, "16.00", Told.file),
        (27, "09.30", Told.verify, MANAGER, Kind.ASPIRATION, "application", "petugas1"),
        (20, "11.00", Told.take, "answer", "petugas1", "Kami terima; infografik bulanan dimulai bulan depan."),
    )),
    # Came through LAPOR!, answered, and opened again.
    (MANAGER, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, channel="lapor", outside_number="LPR-0000123", topic="procedure",
        title="Syarat permintaan data berubah-ubah",
        text="Kunjungan pertama diminta surat pengantar, kunjungan kedua diminta proposal. Mohon syaratnya dipastikan.",
        name="Anto Umpama", email="anto@contoh.test",
    ), (
        (16, "09.00", Told.file),
        (15, "10.10", Told.verify, MANAGER, Kind.ORDINARY, "procedure", "petugas1"),
        (10, "14.00", Told.take, "answer", "petugas1", "Syaratnya hanya surat pengantar; daftarnya dipasang."),
        (2, "09.20", Told.not_resolved, "Kemarin saya masih diminta proposal."),
    )),
    # About an officer, who meets nothing of it: with oversight content, for the manager.
    ("", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, topic="fraud", about="officer", who="Ibu Lestari di meja pelayanan",
        title="Diminta uang agar data cepat selesai",
        text="Petugas itu meminta seratus ribu rupiah supaya permintaan data saya didahulukan.",
        hope="Uangnya dikembalikan dan tidak terjadi lagi.",
    ), (
        (5, "12.00", Told.file),
        (4, "08.30", Told.verify, MANAGER, Kind.OVERSIGHT, "fraud", MANAGER),
        (4, "08.45", Told.take, "ask_more", MANAGER, "Tanggal berapa kejadiannya? Tidak perlu menyebut nama."),
        (3, "09.00", Told.say, "Hari Senin minggu lalu, sebelum istirahat siang."),
    )),
    # About the head: only who stands in knows of it, and it goes to the province.
    ("", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, about="head", topic="conduct",
        title="Undangan rapat hanya untuk instansi tertentu",
        text="Undangan pembinaan statistik sektoral tiga kali tidak dikirim kepada dinas kami tanpa penjelasan.",
        name="Rudi Umpama", email="rudi@contoh.test",
    ), (
        (12, "10.00", Told.file),
        (11, "09.00", Told.verify, MANAGER, Kind.ORDINARY, "conduct", MANAGER),
        (11, "09.30", Told.escalate, MANAGER, "province", "Menyangkut Kepala; diteruskan dengan surat."),
    )),
    # Passed on to where it belongs.
    ("petugas3", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.NAMED, channel="visit", topic="other",
        title="Tidak terdaftar sebagai penerima bantuan",
        text="Tetangga saya menerima bantuan sosial, sedangkan saya tidak. Kata orang datanya dari BPS.",
        name="Ijah Umpama", phone="0812 5555 0143",
    ), (
        (14, "10.30", Told.file),
        (13, "09.00", Told.take, "pass_on", "petugas3",
         "Penetapan penerima bantuan ada pada dinas sosial kabupaten. Berkas Anda kami antar hari ini."),
    )),
    ("", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, text="Beli pulsa murah, hubungi nomor di profil kami.",
    ), (
        (8, "02.00", Told.file),
        (7, "08.40", Told.take, "refuse", "petugas1", "Pesan ini iklan, tidak berkaitan dengan pelayanan kami."),
    )),
    ("", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, topic="application", title="Tidak dapat masuk ke akun",
        text="Sandi saya ditolak terus walaupun sudah diganti.", name="Nana Umpama", email="nana@contoh.test",
    ), (
        (19, "19.00", Told.file),
        (18, "20.10", Told.withdraw, "Sudah bisa masuk, ternyata tombol huruf besar menyala."),
    )),
    # Verification is overdue.
    ("", Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, topic="requirements",
        title="Formulir pada situs tidak dapat dicetak",
        text="Formulir yang diunduh terpotong di sisi kanan ketika dicetak pada kertas A4.",
    ), (
        (7, "21.30", Told.file),
    )),
)  # fmt: skip
"""Who wrote it down ("" for the site itself), what was told, and what is done by which verb of a complaint."""
