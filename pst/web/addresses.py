"""Numbers inside addresses."""

from flask import Flask
from werkzeug.routing import IntegerConverter


class Key(IntegerConverter):
    """The key of a row: plain digits, and no more of them than a database can hold. Anything else is no address."""

    regex = "[0-9]{1,15}"


def register(app: Flask) -> None:
    """Read every `<int:…>` so; before the addresses themselves are registered."""
    app.url_map.converters["int"] = Key
