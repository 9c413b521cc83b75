"""Commands for the office's console, cron, and checks from outside: `flask --app wsgi …`."""

import click
from flask import Flask

from pst.models import schema


def register(app: Flask) -> None:
    """Hang every command on the application."""
    for command in (upgrade,):
        app.cli.add_command(command)


@click.command("upgrade")
def upgrade() -> None:
    """Bring the database up to date."""
    names = schema.upgrade()
    click.echo("\n".join(f"Migrasi {name} dijalankan." for name in names) or "Basis data sudah mutakhir.")
