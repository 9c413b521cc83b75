/* Autosave. <form data-autosave="address"> sends what is typed, urlencoded, and shows the answer in
   [data-autosave-status]. What could not be stored (network gone, session over) stays in this browser and is offered
   again when the form is opened next; it is forgotten once stored, discarded, signed out of, or a week old.
   data-autosave-key names what is kept (form and person); without it the address does. data-autosave-arrived: this
   page is the answer to the form being sent, so what was on its way has come. */
(() => {
  "use strict";

  const AFTER_TYPING = 1500;
  const AFTER_CHOICE = 150;
  const AGAIN = [3000, 6000, 15000, 30000, 60000];
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const TOKENS = new Set(["csrf_token", "_once"]);
  const SIGN_IN = "/masuk";

  const keyOf = (form) => `pst:${form.dataset.autosaveKey || form.dataset.autosave}`;
  const formsIn = (root) => [...root.querySelectorAll("form[data-autosave]")];

  /* What this browser keeps: one entry per form, {typed, at, sent}. `sent`: it was on its way when the page was left. */
  const shelf = {
    get(key) {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    },
    put(key, typed, sent = false) {
      try {
        localStorage.setItem(key, JSON.stringify({ typed, at: Date.now(), sent }));
      } catch { /* full or forbidden: the page itself still holds what was typed */ }
    },
    drop(key) {
      try { localStorage.removeItem(key); } catch { /* forbidden: nothing was kept either */ }
    },
    keys() {
      try { return Object.keys(localStorage).filter((key) => key.startsWith("pst:")); } catch { return []; }
    },
    /** Old entries go; what was sent from another page has arrived, unless sending it ended at the sign-in page. */
    tidy() {
      const here = new Set(formsIn(document).map(keyOf));
      for (const key of this.keys()) {
        const kept = this.get(key);
        if (!kept || Date.now() - kept.at > WEEK) this.drop(key);
        else if (kept.sent && location.pathname === SIGN_IN) this.put(key, kept.typed);
        else if (kept.sent && !here.has(key)) this.drop(key);
      }
    },
  };

  /** The fields as urlencoded text, without tokens, passwords and files. */
  function typedIn(form) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const secret = form.elements[name]?.type === "password";
      if (typeof value === "string" && !TOKENS.has(name) && !secret) fields.append(name, value);
    }
    return fields.toString();
  }

  /** Equal but for the blanks at the ends of a field, which the server trims. */
  function same(one, other) {
    const trimmed = (typed) => typed.replaceAll("%0D", "").replace(/=(\+|%0A)+/g, "=").replace(/(\+|%0A)+(?=&|$)/g, "");
    return trimmed(one) === trimmed(other);
  }

  /** Leaves the caret alone where nothing changes. */
  function put(field, value) {
    if (field.value !== value) field.value = value;
  }

  /** Put kept values into the form; fields of one name take them in order. With `names`, only those fields. */
  function fill(form, typed, names = null) {
    const values = new URLSearchParams(typed);
    const waiting = new Map([...values.keys()].map((name) => [name, values.getAll(name)]));
    for (const field of form.elements) {
      const { name, type } = field;
      if (!name || TOKENS.has(name) || (names && !names.has(name))) continue;
      if (["file", "password", "submit", "button", "hidden", "fieldset"].includes(type)) continue;
      const given = waiting.get(name) ?? [];
      if (type === "checkbox" || type === "radio") field.checked = given.includes(field.value);
      else if (type === "select-multiple") for (const option of field.options) option.selected = given.includes(option.value);
      else if (given.length) put(field, given.shift());
    }
  }

  /** Whether a change of this field is sent by htmx anyway, to draw the questions that depend on it. */
  function htmxSends(field, form) {
    const asker = field.closest("[hx-post]");
    return Boolean(window.htmx && asker && asker !== form && form.contains(asker));
  }

  class Autosave {
    constructor(form) {
      this.form = form;
      this.url = form.dataset.autosave;
      this.key = keyOf(form);
      this.saved = typedIn(form);
      this.failures = 0;
      this.promise();
      form.addEventListener("input", () => this.soon(AFTER_TYPING));
      form.addEventListener("change", (event) => {
        if (!htmxSends(event.target, form)) this.soon(AFTER_CHOICE);
      });
      this.offer();
    }

    soon(delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), delay);
    }

    async save({ leaving = false } = {}) {
      const typed = typedIn(this.form);
      if (!this.form.isConnected || this.left || typed === this.saved || typed === this.sending) return;
      if (this.sending !== undefined && !leaving) return;
      this.sending = typed;
      if (leaving) this.keep(true);
      try {
        await this.hear(await this.post(typed, leaving), typed);
      } catch {
        this.retry();
      } finally {
        this.sending = undefined;
      }
    }

    post(typed, keepalive) {
      const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
      return fetch(this.url, {
        method: "POST",
        body: typed,
        keepalive,
        redirect: "manual",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token, "X-Autosave": "1" },
      });
    }

    async hear(answer, typed) {
      if (answer.ok) return this.stored(await answer.text(), typed);
      if (answer.status === 401 || answer.type === "opaqueredirect") return this.signedOut();
      if (answer.status >= 500 || answer.status === 429) return this.retry();
      return this.refused(answer);
    }

    stored(text, typed) {
      this.saved = typed;
      this.failures = 0;
      if (!this.banner) shelf.drop(this.key);
      this.say(text, "saved");
      if (typedIn(this.form) !== typed) this.soon(AFTER_TYPING);
    }

    retry() {
      this.keep();
      this.say("Belum tersimpan, akan dicoba lagi.", "failed");
      this.soon(AGAIN[Math.min(this.failures++, AGAIN.length - 1)]);
    }

    signedOut() {
      this.keep();
      this.say("Sesi Anda sudah berakhir. Isian Anda disimpan di peramban ini. ", "failed");
      const link = document.createElement("a");
      link.href = `${SIGN_IN}?lanjut=${encodeURIComponent(location.pathname + location.search)}`;
      link.textContent = "Masuk lagi";
      this.status()?.append(link);
    }

    async refused(answer) {
      this.keep();
      const reason = answer.headers.get("Content-Type")?.startsWith("text/plain") ? (await answer.text()).slice(0, 200) : "";
      this.say(reason || "Isian ini belum dapat disimpan. Tekan tombol simpan untuk melihat sebabnya.", "failed");
    }

    /** After htmx drew the questions anew: what it sent is stored, what was typed meanwhile is not. */
    redrawn(then, now, { xhr, pathInfo }) {
      if (xhr.status === 200 && pathInfo.requestPath === this.url) {
        this.saved = typedIn(this.form);
        const at = new Date(xhr.getResponseHeader("Date") ?? Date.now());
        this.say(`Tersimpan ${at.toLocaleTimeString("id-ID", { timeStyle: "short", timeZone: "Asia/Pontianak" })} WIB`, "saved");
      }
      const newer = [...now.keys()].filter((name) => now.getAll(name).join("\n") !== then.getAll(name).join("\n"));
      if (!newer.length) return;
      fill(this.form, now, new Set(newer));
      this.soon(AFTER_TYPING);
    }

    keep(sent = false) {
      if (!this.banner) shelf.put(this.key, typedIn(this.form), sent);
    }

    status() {
      return this.form.querySelector("[data-autosave-status]") ?? document.querySelector("[data-autosave-status]");
    }

    /** Without this script the page says that only its buttons store. */
    promise() {
      const place = this.status();
      if (place?.dataset.autosaveStatus) place.textContent = place.dataset.autosaveStatus;
    }

    say(text, state) {
      const place = this.status();
      if (!place) return;
      place.textContent = text;
      place.dataset.state = state;
    }

    /** The form leaves by its own button: keep what is not stored yet until another page shows that it arrived. */
    leave() {
      clearTimeout(this.timer);
      if (typedIn(this.form) !== this.saved) this.keep(true);
      this.left = true;
    }

    offer() {
      const kept = shelf.get(this.key);
      if (!kept || document.querySelector(".pst-unsaved")) return;
      const came = kept.sent && "autosaveArrived" in this.form.dataset;
      if (came || same(kept.typed, this.saved)) return shelf.drop(this.key);
      const when = new Date(kept.at).toLocaleString("id-ID", {
        day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Pontianak",
      });
      const text = document.createElement("p");
      text.textContent = `Ada isian yang belum tersimpan, diketik ${when} WIB.`;
      this.banner = document.createElement("div");
      this.banner.className = "pst-unsaved";
      this.banner.setAttribute("role", "status");
      this.banner.append(text, this.choice("Pakai", () => fill(this.form, kept.typed)), this.choice("Buang", () => shelf.drop(this.key)));
      this.form.before(this.banner);
    }

    choice(label, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = `govuk-button pst-button--small${label === "Buang" ? " govuk-button--secondary" : ""}`;
      button.textContent = label;
      button.addEventListener("click", () => {
        act();
        this.banner.remove();
        this.banner = null;
        this.form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
        this.soon(0);
      });
      return button;
    }
  }

  const watched = new Map();
  function watch(root) {
    for (const form of watched.keys()) if (!form.isConnected) watched.delete(form);
    for (const form of formsIn(root)) if (!watched.has(form)) watched.set(form, new Autosave(form));
  }

  /* htmx draws questions anew while somebody types on. Its request stores the form like an autosave does; what was
     typed since it left is put back into the new fields. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest?.("form[data-autosave]");
    if (form) event.detail.xhr.pst = { key: keyOf(form), form, then: typedIn(form) };
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const typed = event.detail.xhr.pst;
    if (typed) typed.now = typedIn(typed.form);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    watch(document);
    const { key, then, now } = event.detail.xhr?.pst ?? {};
    const form = formsIn(document).find((one) => keyOf(one) === key);
    if (form) watched.get(form).redrawn(new URLSearchParams(then), new URLSearchParams(now), event.detail);
  });
  for (const name of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(name, (event) => watched.get(event.detail.xhr?.pst?.form)?.soon(AFTER_CHOICE));
  }

  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/keluar") shelf.keys().forEach((key) => shelf.drop(key));
    if (!event.defaultPrevented) watched.get(event.target)?.leave();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") for (const autosave of watched.values()) autosave.save({ leaving: true });
  });
  window.addEventListener("pagehide", () => {
    for (const autosave of watched.values()) autosave.save({ leaving: true });
  });
  window.addEventListener("pageshow", () => {
    for (const autosave of watched.values()) autosave.left = false;
  });
  window.addEventListener("online", () => {
    for (const autosave of watched.values()) autosave.soon(0);
  });

  shelf.tidy();
  watch(document);
})();
