"""What must not be readable in the database: sealed under the instance's identity key."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pst.rules.refusals import Refusal

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class Unreadable(Refusal):
    """Sealed with a key this instance does not have."""

    def __init__(self) -> None:
        super().__init__("Data ini disegel dengan kunci yang tidak ada di sini. Hubungi administrator.")


@dataclass(frozen=True)
class Vault:
    """Seals and opens with these keys; the first seals, all can open."""

    keys: tuple[str, ...]

    def seal(self, said: Mapping[str, str]) -> str:
        """What is said as text that only the key can read."""
        return self._box().encrypt(json.dumps(dict(said), ensure_ascii=False).encode()).decode()

    def open(self, sealed: str) -> dict[str, str]:
        """What was sealed. Raises `Unreadable`."""
        from cryptography.fernet import InvalidToken

        try:
            return json.loads(self._box().decrypt(sealed.encode()))
        except InvalidToken:
            raise Unreadable from None

    def renew(self, sealed: str) -> str:
        """The same, sealed with the first key. Raises `Unreadable`."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box().rotate(sealed.encode()).decode()
        except InvalidToken:
            raise Unreadable from None

    def _box(self) -> "MultiFernet":
        from cryptography.fernet import Fernet, MultiFernet

        return MultiFernet([Fernet(key) for key in self.keys])
