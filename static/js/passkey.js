/* Passkeys: the button makes a new key, or shows one that is there, and sends the form with what the device signed.
   Without script, or where the browser knows no passkeys, the button stays hidden and codes are typed. */
(() => {
  "use strict";

  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

  /* `user` is named only where a new key is to be made. */
  function ask(options) {
    const publicKey = { ...options, challenge: bytes(options.challenge) };
    if (!options.user) return navigator.credentials.get({ publicKey: { ...publicKey, allowCredentials: listed(options.allowCredentials) } });
    publicKey.user = { ...options.user, id: bytes(options.user.id) };
    publicKey.excludeCredentials = listed(options.excludeCredentials);
    return navigator.credentials.create({ publicKey });
  }

  function written(key) {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"]) {
      if (key.response[part]) response[part] = text(key.response[part]);
    }
    return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response });
  }

  const REASONS = {
    InvalidStateError: "Perangkat ini sudah punya kunci sandi untuk akun Anda.",
    SecurityError: "Kunci sandi tidak dapat dipakai di alamat ini. Buka situs dengan alamat resminya.",
  };

  for (const box of document.querySelectorAll("[data-passkey]")) {
    const form = box.closest("form");
    const button = box.querySelector("button");
    const said = box.querySelector("[role=alert]");
    const options = JSON.parse(box.dataset.passkey);
    box.hidden = false;
    form.addEventListener("submit", (event) => {
      if (!options.user || form.elements.passkey.value) return;
      event.preventDefault();
      button.click();
    });
    button.addEventListener("click", async () => {
      button.disabled = true;
      said.textContent = "";
      try {
        form.elements.passkey.value = written(await ask(options));
        form.requestSubmit();
      } catch (error) {
        said.textContent = REASONS[error.name] || "Tidak jadi: kunci sandi tidak diperlihatkan atau waktunya habis. Coba lagi.";
        button.disabled = false;
      }
    });
  }
})();
