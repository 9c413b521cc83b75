"""The application, and a server for it: `python wsgi.py`."""

from pst import create_app

app = create_app()

if __name__ == "__main__":
    from pst.serve import serve

    serve(app)
