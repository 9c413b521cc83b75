"""The picture at the head of the office's papers: its own, or none; nothing is invented."""

from base64 import b64encode
from datetime import datetime

from pst.actions import audit
from pst.exchange.uploads import small_picture
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.settings import LOGO, Setting

DOTS = 600
"""Of its longer side: more than a printer shows at its size on paper."""


def keep_logo(name: str, content: bytes, actor: User, at: datetime) -> None:
    """Put this picture, drawn anew, at the head of every paper from now on. Raises `UploadRefused`."""
    picture = small_picture(name, content, DOTS)
    with write():
        Setting.put(key=LOGO, value=b64encode(picture).decode(), changed_at=at, changed_by=actor.name)
        audit.record("setting", LOGO, "change", actor, at, facts={"file": name})


def drop_logo(actor: User, at: datetime) -> None:
    """No picture any more; letters that were issued keep theirs."""
    with write():
        if Setting.delete().where(Setting.key == LOGO).execute():
            audit.record("setting", LOGO, "remove", actor, at)
