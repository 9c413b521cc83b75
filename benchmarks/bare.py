"""A bare Flask page: what every ratio is against."""

import sys

import waitress
from flask import Flask, render_template
from jinja2 import DictLoader

PAGE = """<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<ul>
{%- for word in words %}
<li>{{ word }}</li>
{%- endfor %}
</ul>
</body>
</html>"""


def bare_app() -> Flask:
    """An application with one page of ten lines: no database, no session, no forms."""
    app = Flask("bare")
    app.jinja_loader = DictLoader({"page.html": PAGE})

    @app.get("/")
    def page() -> str:
        return render_template("page.html", title="Halaman", words=[f"baris {n}" for n in range(10)])

    return app


def main() -> None:
    """Serve it as the site is served."""
    waitress.serve(bare_app(), host="127.0.0.1", port=int(sys.argv[1]), threads=8, ident=None)


if __name__ == "__main__":
    main()
