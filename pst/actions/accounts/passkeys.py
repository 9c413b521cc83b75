"""Passkeys beside the authenticator: a key in a device signs what only this site asked, and only now (WebAuthn)."""

import json
import struct
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fido2.cbor import decode, encode
from fido2.cose import CoseKey, UnsupportedKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from pst.actions.accounts import second_factor
from pst.actions.accounts.security_log import note
from pst.actions.accounts.sessions import end_sessions
from pst.models.accounts.users import Passkey, User
from pst.models.base import write
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.passkeys import CHALLENGE_LASTS, MOST, Place, is_copy
from pst.rules.refusals import Refusal

Asked = dict[str, Any]
"""What a page asked a device to sign: the challenge, of whom and when; it comes back signed by the site."""
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError, struct.error)
"""What reading the answer of a program that is no browser may raise, deep in the library."""


class PasskeyRefused(Refusal):
    """The device's answer opens nothing; the message says what would do."""

    def __init__(self, message: str = ""):
        super().__init__(
            message or "Kunci sandi itu tidak cocok, atau jawabannya terlambat. Coba sekali lagi, atau ketik kode.",
            "code",
        )


def ask_new(user: User, place: Place, at: datetime) -> tuple[dict[str, Any], Asked]:
    """What a browser is told to make a new key with, and what is to come back."""
    options, state = _server(place).register_begin(
        PublicKeyCredentialUserEntity(id=str(user.id).encode(), name=user.email, display_name=user.name),
        [_credential(row) for row in Passkey.of(user.id)],
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options.public_key), _asked(state, user, at)


def add(user: User, place: Place, asked: Asked, answer: str, name: str, at: datetime) -> list[str]:
    """Keep the new key; where it is the account's first second factor, returns the recovery codes.

    Other devices are signed out. Raises `PasskeyRefused`.
    """
    _refuse_stale(asked, user, at)
    try:
        made = _server(place).register_complete(asked, json.loads(answer))
        credential = made.credential_data
        if credential is None or isinstance(credential.public_key, UnsupportedKey):
            raise PasskeyRefused
    except MALFORMED as error:
        raise PasskeyRefused("Kunci sandi ini tidak dapat dibaca, atau jawabannya terlambat. Coba lagi.") from error
    with write():
        first = not User.get_by_id(user.id).has_factor
        if Passkey.of(user.id).count() >= MOST:
            raise PasskeyRefused(f"Paling banyak {MOST} kunci sandi. Hapus dahulu yang tidak dipakai lagi.")
        key_id = websafe_encode(credential.credential_id)
        if Passkey.select().where(Passkey.credential_id == key_id).exists():
            raise PasskeyRefused("Kunci sandi ini sudah terdaftar.")
        Passkey.create(
            user=user,
            name=name,
            credential_id=key_id,
            public_key=websafe_encode(encode(dict(credential.public_key))),
            sign_count=made.counter,
            created_at=at,
        )
        end_sessions(user, but=user.session_token)
        second_factor.tell(user, user, "add_passkey", at)
        return second_factor.new_codes(user) if first else []


def remove(user: User, key: int, at: datetime) -> bool:
    """Take one of the person's keys off; whether there was one."""
    with write():
        removed = Passkey.delete().where(Passkey.user == user.id, Passkey.id == key).execute()
        if removed:
            second_factor.tell(user, user, "remove_passkey", at)
            second_factor.drop_idle_codes(user)
    return bool(removed)


def ask_proof(user: User, place: Place, at: datetime) -> tuple[dict[str, Any], Asked] | None:
    """What a browser is told to show one of the person's keys with, and what is to come back; None without keys."""
    keys = [_credential(row) for row in Passkey.of(user.id)]
    if not keys:
        return None
    options, state = _server(place).authenticate_begin(keys, UserVerificationRequirement.PREFERRED)
    return dict(options.public_key), _asked(state, user, at)


def prove(user: User, place: Place, asked: Asked, answer: str, asker: Asker, at: datetime) -> None:
    """One of the person's keys signed what was asked. Raises `PasskeyRefused`, `TooManyTries`."""
    if not second_factor.is_shown(user, lambda: _is_signed(user, place, asked, answer, at), asker, at):
        raise PasskeyRefused


def _is_signed(user: User, place: Place, asked: Asked, answer: str, at: datetime) -> bool:
    """Each question is answered once: one that a key has answered since it was asked opens nothing."""
    keys = {row.credential_id: row for row in Passkey.of(user.id)}
    try:
        _refuse_stale(asked, user, at)
        given = AuthenticationResponse.from_dict(json.loads(answer))
        shown = _server(place).authenticate_complete(asked, list(map(_credential, keys.values())), given)
    except (PasskeyRefused, *MALFORMED):
        return False
    row, count = keys[websafe_encode(shown.credential_id)], given.response.authenticator_data.counter
    if row.used_at is not None and row.used_at >= datetime.fromisoformat(asked["at"]):
        return False
    if is_copy(row.sign_count, count):
        note("copied_key", user, at)
        return False
    Passkey.update(sign_count=count, used_at=at).where(Passkey.id == row.id).execute()
    return True


def _asked(state: dict, user: User, at: datetime) -> Asked:
    return {**state, "user": user.id, "at": at.isoformat()}


def _refuse_stale(asked: Asked, user: User, at: datetime) -> None:
    if asked.get("user") != user.id or at - datetime.fromisoformat(asked["at"]) > CHALLENGE_LASTS:
        raise PasskeyRefused


def _server(place: Place) -> Fido2Server:
    """What checks answers for this site alone: a page on another name or port of the same host is another one."""
    site = PublicKeyCredentialRpEntity(id=place.host, name=second_factor.ISSUER)
    return Fido2Server(site, verify_origin=lambda origin: origin == place.origin)


def _credential(row: Passkey) -> AttestedCredentialData:
    kept = decode(websafe_decode(row.public_key))
    if not isinstance(kept, Mapping):
        raise PasskeyRefused
    key = CoseKey.parse(kept)
    return AttestedCredentialData.create(Aaguid(bytes(16)), websafe_decode(row.credential_id), key)
