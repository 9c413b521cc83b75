"""JSON from strangers: small enough, shallow enough, and sayable in UTF-8, or refused with a reason."""

import json
from typing import Any

from pst.exchange.uploads import LIMIT
from pst.rules.refusals import Refusal

MAX_DEPTH = 20


class BadRecord(Refusal):
    """What was handed in is no ROMANTIK record; the message, in Indonesian, tells the sender why."""

    field = "record"


def parsed(source: str | bytes, what: str) -> dict[str, Any]:
    """The one object in `source`; `what` names it in the message of `BadRecord`."""
    if len(source) > LIMIT:
        raise BadRecord(f"{what} terlalu besar: paling besar {LIMIT // 1_048_576} MB.")
    value = _loaded(source, what)
    if isinstance(value, list):
        raise BadRecord(f"{what} berisi daftar. Kirim satu catatan untuk setiap kali impor.")
    if not isinstance(value, dict):
        raise BadRecord(f"{what} bukan catatan ROMANTIK: bentuknya tidak dikenal.")
    return value


def dumped(value: Any) -> str:
    """As ROMANTIK writes it: one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def _loaded(source: str | bytes, what: str) -> Any:
    """The value, once it has been shown that it can be written again and walked through."""
    try:
        value = json.loads(source.decode("utf-8-sig") if isinstance(source, bytes) else source)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
        too_deep = _depth(value) > MAX_DEPTH
    except (ValueError, RecursionError):
        raise BadRecord(f"{what} tidak dapat dibaca sebagai JSON. Unduh ulang dari ROMANTIK lalu coba lagi.") from None
    if too_deep:
        raise BadRecord(f"{what} bukan catatan ROMANTIK: bentuknya terlalu bertingkat.")
    return value


def _depth(value: Any) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(each) for each in inside), default=0)
