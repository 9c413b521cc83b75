"""Pages for what went wrong: in Indonesian, with a reference, never a trace."""

import errno
import logging
import secrets

from flask import Flask, Response, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from peewee import OperationalError
from werkzeug.exceptions import HTTPException

from pst.models.base import AlreadyDone, FormKey, database
from pst.rules.refusals import Refusal
from pst.web.access import offer_again, page_before
from pst.web.form_keys import is_being_answered
from pst.web.fragments import led_to, told

log = logging.getLogger("pst")

KIOSK, KIOSK_WAIT = "/buku-tamu", 20
"""Where nobody may be left standing before an error: after so many seconds the first page comes back."""

PROGRAMS = "/api/v1/"
"""Where programs ask: they are told in an object what went wrong."""

ANSWER_LOST = "Isian ini sudah tersimpan tadi; hanya jawabannya yang tidak sampai. Tidak perlu dikirim lagi."

# code: (title, what happened, what to do)
WORDS: dict[int, tuple[str, str, str]] = {
    400: (
        "Permintaan tidak dapat dibaca",
        "Isi permintaan tidak lengkap atau rusak.",
        "Kembali, lalu coba sekali lagi.",
    ),
    403: (
        "Tidak berwenang",
        "Halaman ini bukan untuk akun Anda.",
        "Masuk dengan akun lain atau hubungi administrator.",
    ),
    404: (
        "Halaman tidak ditemukan",
        "Alamat ini tidak ada atau tidak untuk akun Anda.",
        "Periksa alamatnya atau mulai dari beranda.",
    ),
    405: (
        "Cara membuka tidak sesuai",
        "Alamat ini hanya menerima isian dari formulirnya.",
        "Buka kembali halaman formulirnya.",
    ),
    408: ("Sambungan terlalu lambat", "Isian tidak sampai seluruhnya.", "Coba sekali lagi."),
    409: (
        "Formulir ini sedang disimpan",
        "Formulir yang sama baru saja Anda kirim dan sedang disimpan.",
        "Tunggu sebentar, lalu muat ulang halaman ini untuk melihat hasilnya.",
    ),
    413: (
        "Berkas atau isian terlalu besar",
        "Ukurannya melampaui batas.",
        "Paling besar 10 MB setiap berkas dan 25 MB sekali kirim; kembali, lalu kirim berkasnya satu per satu.",
    ),
    422: (
        "Isian belum dapat diterima",
        "Ada isian yang perlu diperbaiki.",
        "Kembali dan perbaiki isian yang ditandai.",
    ),
    429: (
        "Terlalu banyak percobaan",
        "Ada terlalu banyak percobaan dalam waktu singkat.",
        "Tunggu beberapa menit, lalu coba lagi.",
    ),
    500: (
        "Terjadi kesalahan pada sistem",
        "Yang sudah tersimpan tetap aman.",
        "Coba lagi; bila terulang, sebutkan kode rujukan di bawah kepada petugas.",
    ),
    503: (
        "Sistem sedang sibuk",
        "Penyimpanan sedang dipakai atau penuh; isian tadi belum tersimpan.",
        "Tunggu sebentar lalu kirim lagi; yang sudah tersimpan tetap aman.",
    ),
    507: (
        "Penyimpanan penuh",
        "Server kehabisan ruang; isian atau berkas tadi belum tersimpan.",
        "Beri tahu petugas; sesudah ruangnya ditambah, kirim lagi. Yang sudah tersimpan tetap aman.",
    ),
}


MISSING_FILE = (
    "Berkas ini tercatat, tetapi tidak ditemukan di penyimpanan. Beri tahu petugas agar dipulihkan dari cadangan."
)


def register(app: Flask) -> None:
    """Give every failure its page."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(AlreadyDone, _already_done)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(OSError, _storage)
    app.register_error_handler(Exception, _unforeseen)


def error_page(code: int, message: str = "") -> Response:
    """The page for one HTTP code; `message` replaces the usual explanation."""
    title, what, advice = WORDS.get(code, WORDS[400] if code < 500 else WORDS[500])
    reference = getattr(g, "request_id", "") or secrets.token_hex(4)
    if request.path.startswith(PROGRAMS):
        return make_response({"kesalahan": message or what, "rujukan": reference}, code)
    kiosk = KIOSK if request.path.startswith(KIOSK) else ""
    page = render_template(
        "errors/error.html",
        code=code,
        title=title,
        message=message or what,
        advice=advice,
        reference=reference,
        result="refused",
        kiosk=kiosk,
        plain=bool(kiosk),
        wait=KIOSK_WAIT,
    )
    return make_response(page, code)


def _refused(refusal: Refusal) -> Response:
    """A press of a button that carried no words: why it was refused, on the page where it was pressed."""
    return told(page_before() or "/", str(refusal))


def _already_done(error: AlreadyDone) -> Response:
    """The same form again is led where the first one led; its answer may still be on its way, or never came."""
    place = FormKey.result_of(error.key)
    if place is None:
        return error_page(409) if is_being_answered(error.key) else told(page_before() or "/", ANSWER_LOST)
    return led_to(place or page_before() or "/")


def _http(error: HTTPException) -> Response:
    if isinstance(error.response, Response):
        return error.response
    answer = error_page(error.code or 500)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            answer.headers[name] = value
    return answer


def _csrf(error: CSRFError) -> ResponseReturnValue:
    return offer_again() or error_page(
        400, "Halaman ini terbuka terlalu lama atau dikirim dari tempat lain, sehingga isiannya belum diterima."
    )


def _database(error: OperationalError) -> Response:
    log.exception("database")
    return error_page(507 if database.is_full(error) else 503)


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})


def _storage(error: OSError) -> Response:
    """The folder of files takes nothing, so the transaction that wanted it was rolled back; or it lost a file."""
    if isinstance(error, FileNotFoundError):
        log.exception("storage")
        return error_page(503, MISSING_FILE)
    if error.errno not in NO_ROOM | NOT_WRITABLE:
        return _unforeseen(error)
    log.exception("storage")
    return error_page(507 if error.errno in NO_ROOM else 503)


def _unforeseen(error: Exception) -> Response:
    log.exception("unforeseen")
    return error_page(500)
