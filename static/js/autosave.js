/* Autosave: <form data-autosave="address"> is a draft (drafts.js) that sends what changed, question by question, while
   it is filled in, and shows the answer in [data-autosave-status]. */
(() => {
  "use strict";

  const { Draft, watched, fieldsOf, changes, whole, fill, shelf } = window.pst;
  const AFTER_TYPING = 1500;
  const AFTER_CHOICE = 150;
  const AGAIN = [3000, 6000, 15000, 30000, 60000];
  const KEEPALIVE_LIMIT = 60000; // of the 64 KiB that browsers send for a page that is gone

  /** What is right by now leaves the error summary, and the summary goes with its last reason. */
  function complain(wrong) {
    const summary = document.getElementById("error-summary");
    if (wrong === null || !summary) return;
    for (const link of summary.querySelectorAll('a[href^="#"]')) {
      const id = link.hash.slice(1);
      if (wrong.split(" ").includes(id)) continue;
      link.closest("li").remove();
      document.getElementById(`${id}-error`)?.remove();
      const field = document.getElementById(id);
      field?.removeAttribute("aria-invalid");
      field?.classList.remove("govuk-input--error", "govuk-textarea--error", "govuk-select--error");
      field?.closest(".govuk-form-group--error")?.classList.remove("govuk-form-group--error");
    }
    if (!summary.querySelector("li")) summary.remove();
  }

  window.pst.Autosave = class extends Draft {
    constructor(form, goesOn) {
      super(form, goesOn);
      this.url = form.dataset.autosave;
      this.failures = 0;
      form.addEventListener("input", () => this.soon(AFTER_TYPING));
      form.addEventListener("change", (event) => {
        const asker = event.target.closest("[hx-post]"); // its request draws further questions, and stores as well
        if (!window.htmx || !asker || asker === form || !form.contains(asker)) this.soon(AFTER_CHOICE);
      });
      const place = this.status; // without this script the page says that only its buttons store
      if (place?.dataset.autosaveStatus) place.textContent = place.dataset.autosaveStatus;
    }

    get status() { return this.form.querySelector("[data-autosave-status]"); }

    say(text, state) {
      if (!this.status) return;
      this.status.textContent = text;
      this.status.dataset.state = state;
    }

    soon(delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), delay);
    }

    leave() {
      clearTimeout(this.timer);
      super.leave();
    }

    async save(leaving = false) {
      const now = fieldsOf(this.form);
      const changed = changes(now, this.saved);
      const sending = changed.length ? this.body(now, changed) : "";
      if (!sending || !this.form.isConnected || this.left || sending === this.sending || (this.sending && !leaving)) return;
      this.sending = sending;
      try {
        await this.hear(await this.post(sending, leaving && sending.length < KEEPALIVE_LIMIT), now, changed);
      } catch {
        this.retry();
      } finally {
        this.sending = "";
      }
    }

    /** The changed questions, each with the mark of what it was drawn from. */
    body(fields, codes) {
      return codes.map((code) => {
        const mark = this.mark(code);
        return `${mark ? `&${new URLSearchParams({ _drawn: mark.value })}` : ""}${fields.get(code) ?? ""}`;
      }).join("").slice(1);
    }

    mark(code) {
      return [...this.form.querySelectorAll("[name=_drawn]")].find((mark) => mark.value.startsWith(`${code}:`));
    }

    post(body, keepalive = false) {
      const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
      return fetch(this.url, {
        method: "POST",
        body,
        keepalive,
        redirect: "manual",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token, "X-Autosave": "1" },
      });
    }

    async hear(answer, sent, changed) {
      for (const drawn of (answer.headers.get("X-Drawn") ?? "").split(" ").filter(Boolean)) {
        const [code] = drawn.split(":");
        const mark = this.mark(code);
        if (mark) mark.value = drawn;
        this.saved.set(code, sent.get(code));
      }
      complain(answer.headers.get("X-Wrong"));
      if (answer.ok) return this.stored(await answer.text(), sent, changed);
      this.keep();
      if (answer.status === 401 || answer.type === "opaqueredirect") return this.signedOut();
      if (answer.status >= 500 || answer.status === 429) return this.retry();
      const reason = answer.headers.get("Content-Type")?.startsWith("text/plain") ? (await answer.text()).slice(0, 200) : "";
      this.say(reason || "Isian ini belum dapat disimpan. Tekan tombol simpan untuk melihat sebabnya.", "failed");
    }

    stored(text, sent, changed) {
      for (const code of changed) this.saved.set(code, sent.get(code));
      this.failures = 0;
      this.keep();
      this.say(text, "saved");
      document.body.dispatchEvent(new Event("isian-tersimpan"));
      if (changes(fieldsOf(this.form), this.saved).length) this.soon(AFTER_TYPING);
    }

    retry() {
      this.keep();
      this.say("Belum tersimpan, akan dicoba lagi.", "failed");
      this.soon(AGAIN[Math.min(this.failures++, AGAIN.length - 1)]);
    }

    signedOut() {
      this.say("Sesi Anda sudah berakhir. Isian Anda disimpan di peramban ini. ", "failed");
      const link = document.createElement("a");
      link.href = `/masuk?lanjut=${encodeURIComponent(location.pathname + location.search)}`;
      link.textContent = "Masuk lagi";
      this.status?.append(link);
    }

    /** After htmx drew the questions anew: what it sent is stored, what was typed meanwhile is not. */
    redrawn(then, now, { xhr, pathInfo }) {
      if (xhr.status === 200 && pathInfo.requestPath === this.url) {
        this.saved = fieldsOf(this.form);
        const at = new Date(xhr.getResponseHeader("Date") ?? Date.now());
        this.say(`Tersimpan ${at.toLocaleTimeString("id-ID", { timeStyle: "short", timeZone: "Asia/Pontianak" })} WIB`, "saved");
      }
      const newer = changes(now, then);
      if (newer.length) fill(this.form, whole(now), newer);
      this.keep();
      if (newer.length) this.soon(AFTER_CHOICE);
    }

    /** Rows that the page does not draw yet are stored, and drawn by the server. */
    async use(typed) {
      const names = [...new URLSearchParams(typed).keys()];
      if (names.every((name) => this.form.elements[name])) {
        fill(this.form, typed);
        this.soon(0);
        return true;
      }
      const codes = [...new Set(names.map((name) => name.split("-")[0]))];
      const marks = this.body(new Map(), codes.filter((code) => this.mark(code)));
      const answer = await this.post(`${marks}${typed}`);
      if (!answer.ok) {
        await this.hear(answer, new Map(), []);
        return false;
      }
      shelf.drop(this.key);
      this.left = true;
      location.reload();
      return true;
    }
  };

  /* htmx draws questions anew while somebody types on. Its request stores the form like an autosave does; what was
     typed since it left is put back into the new fields, once, before a hand can reach them: htmx says "drawn" for
     every part it drew. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest?.("form[data-autosave]");
    if (form) event.detail.xhr.pst = { form, then: fieldsOf(form) };
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const typed = event.detail.xhr.pst;
    if (typed) typed.now = fieldsOf(typed.form);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const { xhr } = event.detail;
    const { form, then, now } = xhr?.pst ?? {};
    if (!now) return;
    delete xhr.pst;
    watched.get(form)?.redrawn(then, now, event.detail);
    complain(xhr.getResponseHeader("X-Wrong"));
  });
  for (const name of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(name, (event) => watched.get(event.detail.xhr?.pst?.form)?.soon(AFTER_CHOICE));
  }
})();
