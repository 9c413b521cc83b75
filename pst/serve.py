"""Serving with waitress, and doing every minute what is due."""

import logging
import signal
import sys
import threading
import time
from typing import Any

import waitress
from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel

from pst import clock, logs
from pst.actions.accounts.accounts import first_admin_link
from pst.config import make_keys
from pst.jobs import do_minute_jobs
from pst.models import schema

log = logging.getLogger("pst")

LAST_SECONDS = 15
"""How long requests in flight may still take once the server was told to stop."""
MOST_READ = 100 * 1024 * 1024
"""Octets of a form that are read although it is refused above 25 MB: cut off while sending, a browser shows no page."""


NEWER = "Basis data ini sudah dipakai program yang lebih baru. Pasang program itu, atau pulihkan cadangan lama."


def serve(app: Flask) -> None:
    """Serve until told to stop; the minute jobs run beside it unless a timer does them."""
    config = app.extensions["pst_config"]
    logs.to_stderr()
    if schema.pending():
        sys.exit("Basis data belum mutakhir. Jalankan dahulu: flask --app wsgi upgrade")
    if schema.unknown():
        sys.exit(NEWER)
    told = make_keys(config)
    if config.minute_jobs:
        threading.Thread(target=_every_minute, args=(app,), daemon=True, name="minute").start()
    print(f"PST Mempawah melayani di {config.site}", flush=True)
    if path := first_admin_link(clock.now()):
        print(f"Buat administrator pertama (tautan sekali pakai): {config.site}{path}", flush=True)
    for line in told:
        print(line, flush=True)
    lines: dict[int, Any] = {}
    server = waitress.create_server(
        app,
        map=lines,
        host=config.host,
        port=config.port,
        threads=config.threads,
        ident=None,
        clear_untrusted_proxy_headers=not config.proxies,  # ProxyFix reads them; else they reach nobody
        max_request_body_size=MOST_READ,
        channel_timeout=120,
        connection_limit=1000,
    )
    _answer_until_told_to_stop(lines)
    server.task_dispatcher.shutdown()


def _answer_until_told_to_stop(lines: dict[int, Any]) -> None:
    """Then nobody new is let in, and what is being read, done or sent is finished: whatever was kept was answered.

    `lines` are waitress's: the doors it listens at, and one for each connection. What arrives on a connection is
    read here alone, so that between the last look and the end nothing begins.
    """
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    while not told.is_set():
        _exchange(lines)
    for door in [line for line in lines.values() if line.accepting]:
        door.del_channel()
        door.socket.close()
    until = time.monotonic() + LAST_SECONDS
    while any(_is_busy(line) for line in lines.values()) and time.monotonic() < until:
        _exchange(lines)


def _exchange(lines: dict[int, Any]) -> None:
    """Read and send whatever can be now; browsers keep several connections open while people read, hence `poll`."""
    wasyncore.loop(timeout=0.5, use_poll=True, map=lines, count=1)


def _is_busy(line: Any) -> bool:
    """A request on this connection is being read or done, or its answer is on its way."""
    return isinstance(line, HTTPChannel) and bool(line.request or line.requests or line.total_outbufs_len)


def _every_minute(app: Flask) -> None:
    pause = threading.Event()
    while True:
        try:
            with app.app_context():
                do_minute_jobs(app, clock.now())
        except Exception:
            log.exception("minute jobs")
        pause.wait(60)
