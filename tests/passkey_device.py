"""A device with one passkey, as a browser speaks for it: makes the key, and signs what a page asked."""

import hashlib
import json
import struct
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """`origin` is the site that the browser shows; `count` how often the key has signed, where it `counts`."""

    origin: str = "http://localhost:8000"
    count: int = 0
    counts: bool = True
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    key_id: bytes = b"kunci-di-perangkat"

    def make(self, options: dict) -> str:
        """What `navigator.credentials.create` gives back, written as passkey.js writes it."""
        public = AttestedCredentialData.create(
            Aaguid(bytes(16)), self.key_id, ES256.from_cryptography_key(self.key.public_key())
        )
        seen = self._seen(options["rp"]["id"], PRESENT | VERIFIED | WITH_KEY, bytes(public))
        attested = AttestationObject.create("none", AuthenticatorData(seen), {})
        data = self._client_data("webauthn.create", options)
        return self._written(clientDataJSON=data, attestationObject=bytes(attested))

    def sign(self, options: dict) -> str:
        """What `navigator.credentials.get` gives back."""
        self.count += self.counts
        seen, data = self._seen(options["rpId"], PRESENT | VERIFIED), self._client_data("webauthn.get", options)
        signature = self.key.sign(seen + hashlib.sha256(data).digest(), ec.ECDSA(SHA256()))
        return self._written(clientDataJSON=data, authenticatorData=seen, signature=signature)

    def _client_data(self, kind: str, options: dict) -> bytes:
        said = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _seen(self, host: str, flags: int, more: bytes = b"") -> bytes:
        return hashlib.sha256(host.encode()).digest() + struct.pack(">BI", flags, self.count) + more

    def _written(self, **response: bytes) -> str:
        key_id = websafe_encode(self.key_id)
        signed = {name: websafe_encode(value) for name, value in response.items()}
        return json.dumps({"id": key_id, "rawId": key_id, "type": "public-key", "response": signed})
