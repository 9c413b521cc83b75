"""Serving with waitress, and doing every minute what is due."""

import logging
import signal
import sys
import threading

import waitress
from flask import Flask

from pst import clock, logs
from pst.actions.accounts.accounts import first_admin_link
from pst.config import make_keys
from pst.jobs import do_minute_jobs
from pst.models import schema

log = logging.getLogger("pst")

MOST_READ = 100 * 1024 * 1024
"""Octets of a form that are read although it is refused above 25 MB: cut off while sending, a browser shows no page."""


def serve(app: Flask) -> None:
    """Serve until told to stop; the minute jobs run beside it unless a timer does them."""
    config = app.extensions["pst_config"]
    logs.to_stderr()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # waitress then finishes what is in flight
    if schema.pending():
        sys.exit("Basis data belum mutakhir. Jalankan dahulu: flask --app wsgi upgrade")
    told = make_keys(config)
    if config.minute_jobs:
        threading.Thread(target=_every_minute, args=(app,), daemon=True, name="minute").start()
    print(f"PST Mempawah melayani di {config.site}", flush=True)
    if path := first_admin_link(clock.now()):
        print(f"Buat administrator pertama (tautan sekali pakai): {config.site}{path}", flush=True)
    for line in told:
        print(line, flush=True)
    waitress.serve(
        app,
        host=config.host,
        port=config.port,
        threads=config.threads,
        ident=None,
        clear_untrusted_proxy_headers=not config.proxies,  # ProxyFix reads them; else they reach nobody
        max_request_body_size=MOST_READ,
        channel_timeout=120,
        connection_limit=1000,
        asyncore_use_poll=True,  # browsers keep several connections open while people read
    )


def _every_minute(app: Flask) -> None:
    pause = threading.Event()
    while True:
        try:
            with app.app_context():
                do_minute_jobs(app, clock.now())
        except Exception:
            log.exception("minute jobs")
        pause.wait(60)
