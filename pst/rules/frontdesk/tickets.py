"""The queue at the counter: its services, the states of a ticket, who is next, and how numbers are written and said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pst.rules import steps
from pst.rules.refusals import Refusal
from pst.rules.steps import Step
from pst.rules.undoing import may_undo


@dataclass(frozen=True)
class Service:
    """One of the queues: the letter on the ticket, its name, and what a visitor is told it is for."""

    letter: str
    label: str
    about: str

    @property
    def lettered(self) -> str:
        """K: Konsultasi statistik; what the letter of a number stands for."""
        return f"{self.letter}: {self.label}"


SERVICES: tuple[Service, ...] = (
    Service("R", "Rekomendasi kegiatan statistik", "Mengajukan, menanyakan, atau mengambil surat"),
    Service("K", "Konsultasi statistik", "Bertanya tentang data, konsep, atau metode statistik"),
    Service("P", "Perpustakaan", "Membaca atau mencari publikasi dan data"),
    Service("J", "Penjualan produk statistik", "Publikasi, data mikro, atau peta digital"),
    Service("A", "Pengaduan dan keperluan lain", "Pengaduan, saran, surat, atau keperluan umum"),
)
"""The four services of PST in the published standard, and one for everything else."""

LETTERS = tuple(service.letter for service in SERVICES)
SERVICE_LABELS = {service.letter: service.label for service in SERVICES}
SERVICES_LETTERED = {service.letter: service.lettered for service in SERVICES}


class TicketState(StrEnum):
    """Where a ticket stands. The words people read are in `STATE_LABELS`."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    NO_SHOW = "no_show"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"


S = TicketState

STATE_LABELS: dict[str, str] = {
    S.WAITING: "Menunggu", S.CALLED: "Dipanggil", S.SERVING: "Dilayani", S.HELD: "Ditunda", S.DONE: "Selesai",
    S.NO_SHOW: "Tidak hadir", S.TRANSFERRED: "Dialihkan", S.CANCELLED: "Batal",
}  # fmt: skip
STATE_TONES: dict[str, str] = {
    S.WAITING: "neutral", S.CALLED: "warning", S.SERVING: "info", S.HELD: "warning", S.DONE: "success",
    S.NO_SHOW: "neutral", S.TRANSFERRED: "neutral", S.CANCELLED: "neutral",
}  # fmt: skip

PLACE_WORDS: dict[str, tuple[str, str, str]] = {
    S.CALLED: ("warning", "Silakan menuju loket {counter}", "Nomor Anda sedang dipanggil."),
    S.SERVING: ("info", "", "Anda sedang dilayani di loket {counter}."),
    S.HELD: ("info", "", "Nomor Anda ditunda sebentar. Tunggu panggilan, atau tanyakan kepada petugas."),
    S.DONE: ("success", "", "Pelayanan untuk nomor ini sudah selesai. Terima kasih atas kunjungan Anda."),
    S.NO_SHOW: ("warning", "Anda belum datang saat dipanggil",
                "Beri tahu petugas: nomor Anda dapat dikembalikan ke antrean."),
    S.TRANSFERRED: ("info", "", "Anda dialihkan ke layanan lain. Tanyakan nomor barunya kepada petugas."),
    S.CANCELLED: ("warning", "Nomor ini tidak berlaku lagi", "Ambil nomor baru di buku tamu, atau hubungi petugas."),
}  # fmt: skip
"""What the visitor reads on the own phone, as (tone, title, sentence), once the number no longer waits."""


def place_words(state: "TicketState | str", counter: int | None) -> tuple[str, str, str] | None:
    """The same with the counter filled in; None while the number waits."""
    words = PLACE_WORDS.get(state)
    return (words[0], words[1].format(counter=counter), words[2].format(counter=counter)) if words else None


AT_COUNTER = frozenset({S.CALLED, S.SERVING})
"""A counter has this visitor before it, or is waiting for the visitor to come."""
IN_QUEUE = frozenset({S.WAITING, S.HELD})
OPEN = AT_COUNTER | IN_QUEUE


COUNTER = "counter"
"""Whoever sits at a counter; the queue knows no other hats."""


@dataclass(frozen=True)
class TicketStep(Step):
    """A step of a number in the queue."""

    news: str = ""
    """What the counter reads once it was taken."""


class TicketRefused(Refusal):
    """This cannot be done with the ticket now; the message says why, in Indonesian."""


def _step(
    verb: str, label: str, past: str, sources: Iterable[TicketState], target: TicketState, news: str, **more: Any
) -> TicketStep:
    return TicketStep(verb, label, past, frozenset(sources), target, frozenset({COUNTER}), news=news, **more)


STEPS: tuple[TicketStep, ...] = (
    _step("serve", "Mulai layani", "Mulai dilayani", [S.CALLED], S.SERVING,
          "Nomor {number} mulai dilayani.", at_once=True, forward=True),
    _step("finish", "Selesai", "Selesai dilayani", [S.SERVING], S.DONE,
          "Nomor {number} selesai: {result}."),
    _step("undo", "Urungkan", "Selesai diurungkan", [S.DONE], S.SERVING,
          "Nomor {number} dilayani lagi."),
    _step("call_again", "Panggil lagi", "Dipanggil lagi", [S.CALLED], S.CALLED,
          "Nomor {number} dipanggil lagi.", at_once=True),
    _step("call", "Panggil", "Dipanggil", [S.WAITING, S.HELD], S.CALLED,
          "Nomor {number} dipanggil ke loket {counter}.", forward=True),
    _step("hold", "Tunda", "Ditunda", [S.CALLED, S.SERVING], S.HELD,
          "Nomor {number} ditunda; dapat dipanggil lagi dari daftar.", at_once=True),
    _step("no_show", "Tidak hadir", "Tidak hadir", [S.CALLED, S.HELD], S.NO_SHOW,
          "Nomor {number} dicatat tidak hadir.", at_once=True),
    _step("transfer", "Alihkan", "Dialihkan ke layanan lain", [S.CALLED, S.SERVING, S.HELD], S.TRANSFERRED,
          "Nomor {before} menjadi {number} ({service})."),
    _step("cancel", "Batalkan", "Antrean dibatalkan", [S.WAITING, S.CALLED, S.HELD], S.CANCELLED,
          "Nomor {number} dibatalkan.", at_once=True),
    _step("return", "Kembalikan ke antrean", "Kembali ke antrean", [S.NO_SHOW], S.WAITING,
          "Nomor {number} kembali ke antrean pada urutannya semula.", at_once=True),
)  # fmt: skip


def may_serve_on(state: TicketState | str, ended_at: datetime | None, at: datetime) -> bool:
    """The service ended a moment ago, and can still go on."""
    return state == S.DONE and may_undo(ended_at, at)


AT_ONCE = frozenset(step.verb for step in STEPS if step.at_once)
"""Taken by one press of their button; the others need a counter, a result or another queue."""


def news_of(verb: str, **facts: object) -> str:
    """What is said once this step was taken."""
    return next(step.news for step in STEPS if step.verb == verb).format(**facts)


RESULTS: tuple[tuple[str, str], ...] = (
    ("selesai", "Keperluan selesai dilayani"),
    ("menunggu_surat", "Menunggu surat resmi dari pengunjung"),
    ("diteruskan", "Diteruskan ke unit atau instansi lain"),
    ("lain_waktu", "Dilanjutkan lain waktu"),
    ("tidak_dapat_dipenuhi", "Tidak dapat dipenuhi"),
)
"""How a visit may end, as other offices of BPS record it."""
RESULT_LABELS = dict(RESULTS)


def find_step(state: TicketState | str, verb: str) -> TicketStep:
    """The step for `verb`, or `TicketRefused` saying whether the verb or the moment is wrong."""
    step = next((step for step in STEPS if step.verb == verb), None)
    if step is None:
        raise TicketRefused("Tindakan itu tidak dikenal.")
    if state not in step.sources:
        raise TicketRefused(
            f"Nomor ini sudah “{STATE_LABELS[state].lower()}”, mungkin oleh loket lain. Lihat keadaan terbarunya."
        )
    return step


def open_steps(state: TicketState | str) -> list[TicketStep]:
    """What can be done with a ticket in this state, in the order of the table."""
    return steps.open_steps(STEPS, state, [COUNTER])


def may_return(state: TicketState | str) -> bool:
    """Whoever did not come when called can still be given the old place."""
    return "return" in {step.verb for step in open_steps(state)}


@dataclass(frozen=True)
class InQueue:
    """A ticket that waits, as the rule of who is next sees it; `since` is when its visitor began to wait."""

    id: int
    since: datetime
    priority: bool = False


def next_of(waiting: Iterable[InQueue], last_calls: Sequence[bool] = (), run: int = 3) -> InQueue | None:
    """Who is called next, or None when nobody waits.

    Elderly, pregnant and disabled visitors come first (UU 25/2009, Pasal 29), each kind by its time of waiting. So
    that nobody waits for ever, after `run` priority calls in a row one of the others is called; `last_calls` tells
    of the latest calls, the newest first, whether they were priority. With `run` 0 priority always comes first.
    """
    ordered = sorted(waiting, key=lambda ticket: (ticket.since, ticket.id))
    priority = [ticket for ticket in ordered if ticket.priority]
    others = [ticket for ticket in ordered if not ticket.priority]
    had_their_run = 0 < run <= len(last_calls) and all(last_calls[:run])
    if priority and not (others and had_their_run):
        return priority[0]
    return others[0] if others else None


def ahead_of(mine: InQueue, waiting: Iterable[InQueue]) -> int:
    """How many people are called before this one, as the queue stands now."""
    place = (not mine.priority, mine.since, mine.id)
    return sum((not other.priority, other.since, other.id) < place for other in waiting)


SERVED_LATE = timedelta(minutes=30)
"""So long after the last call nobody is served any more who came while the desk was open."""


def rests(is_open: bool, last_call: datetime | None, at: datetime) -> bool:
    """Does the board say that the desk is closed, instead of the numbers?"""
    return not is_open and (last_call is None or at - last_call >= SERVED_LATE)


def ticket_number(letter: str, sequence: int) -> str:
    """R-001: letter of the service and running number of the day."""
    return f"{letter}-{sequence:03d}"


DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spoken_call(number: str, counter: int) -> str:
    """What the board says aloud: "Nomor antrean R, nol, nol, satu. Silakan menuju loket dua."."""
    letter, _, digits = number.partition("-")
    aloud = ", ".join(DIGITS[int(digit)] for digit in digits)
    at_counter = " ".join(DIGITS[int(digit)] for digit in str(counter))
    return f"Nomor antrean {letter}, {aloud}. Silakan menuju loket {at_counter}."
