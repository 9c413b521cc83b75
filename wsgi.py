"""The application, and a server for it: `python wsgi.py`."""

from pst import create_app
from pst.config import ConfigRefused

try:
    app = create_app()
    if __name__ == "__main__":
        from pst.serve import serve

        serve(app)
except ConfigRefused as refusal:  # whoever wrote the setting needs the sentence, not the trace
    raise SystemExit(f"Setelan keliru. {refusal}") from None
