"""Pages travel compressed, except where their size could give something away."""

from flask import Flask, Response, current_app, request
from flask_compress import Compress

OWN = ("same-origin", "none")
"""Asked for from one of our own pages, or by somebody who typed the address."""

compress = Compress()


def register(app: Flask) -> None:
    """Compress every answer that may be, after everything else has been done to it: register this first."""
    app.config.update(
        COMPRESS_REGISTER=False,
        COMPRESS_MIMETYPES=["text/html", "application/json"],
        COMPRESS_ALGORITHM=["zstd", "gzip"],
        COMPRESS_LEVEL=2,  # a page is small and is drawn anew each time
        COMPRESS_MIN_SIZE=1_000,  # below that it fits into one packet anyway
        COMPRESS_STREAMS=False,
    )
    compress.init_app(app)
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    return compress.after_request(response) if _gives_nothing_away() else response


def _gives_nothing_away() -> bool:
    """Whether nobody can learn what stands on the page from how many octets travel (the attack called BREACH).

    A stranger's page may make a signed-in browser ask for ours with words of the stranger's choice; where the answer
    repeats them beside something secret, it grows shorter with every letter guessed right, which is seen on the wire
    in spite of HTTPS. So a page for somebody with our cookie is compressed only when no stranger's page has asked for
    it. Without HTTPS the wire shows everything anyway.
    """
    if not (request.is_secure or current_app.config["SESSION_COOKIE_SECURE"]):
        return True
    if current_app.config["SESSION_COOKIE_NAME"] not in request.cookies:
        return True
    return request.headers.get("Sec-Fetch-Site") in OWN
