"""Is the process alive, and can it do its work?"""

import shutil

from flask import Blueprint, Response, jsonify
from peewee import PeeweeException

from pst import clock
from pst.actions.office.backup import last_made
from pst.models import schema
from pst.models.audit import Event
from pst.models.base import FormKey
from pst.models.emails import Email
from pst.web.access import public
from pst.web.instance import the_config

blueprint = Blueprint("health", __name__)

LEAST_DISK = 200 * 1024 * 1024
MOST_MAIL = 500


@blueprint.get("/healthz")
@public
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
@public
def ready() -> tuple[Response, int]:
    """Database (written to), migrations, clock, disk, backup, mail backlog; 503 when one is not as it should be."""
    checks = {**_database(), "disk": shutil.disk_usage(the_config().folder).free > LEAST_DISK}
    return jsonify(ready=all(checks.values()), backup_age_hours=_backup_age(), **checks), 200 if all(
        checks.values()
    ) else 503


def _database() -> dict[str, bool]:
    now = clock.now()
    try:
        FormKey.try_writing()
        return {
            "database": True,
            "migrations": not schema.pending(),
            "mail": Email.backlog(now) < MOST_MAIL,
            "clock": Event.none_after(now),
        }
    except PeeweeException:
        return dict.fromkeys(("database", "migrations", "mail", "clock"), False)


def _backup_age() -> float | None:
    """Hours since the last backup, None when there was none."""
    made_at = last_made(the_config().folder)
    return None if made_at is None else round((clock.now() - made_at).total_seconds() / 3600, 1)
