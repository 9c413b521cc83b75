"""Logs as JSON lines: what was asked and how it ended, by request id, and nothing about a person.

The address is logged as its pattern (`/lacak/<code>`), so that no code, number or name gets into a log. What the
complainants' pages answer is not logged at all unless it failed: the hour of a line could tell on somebody.
"""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Response, g, request

log = logging.getLogger("pst.requests")


class JsonLines(logging.Formatter):
    """One JSON object a line; a traceback is one of its fields, line breaks escaped."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def to_stderr() -> None:
    """Send all logs of this process to standard error, from now on."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def register(app: Flask) -> None:
    """Log every request when it is answered."""
    app.before_request(_start)
    app.after_request(_tell)


def _start() -> None:
    g.started = time.perf_counter()


def keep_quiet() -> None:
    """Leave this request out of the log, unless it fails."""
    g.quiet = True


def _tell(response: Response) -> Response:
    if g.get("quiet") and response.status_code < 500:
        return response
    facts = {
        "request": g.get("request_id", ""),
        "method": request.method,
        "address": request.url_rule.rule if request.url_rule else "(tidak dikenal)",
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.started) * 1000, 1) if "started" in g else None,
    }
    log.info("request", extra={"facts": facts})
    return response
