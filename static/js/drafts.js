/* Words are not lost. What is typed into a form stays in this browser until it is stored, and is offered again when
   the form is opened next; every other page has a line that leads back to it. Kept are forms that send a text of
   several lines, never those with a password or autocomplete="off".
   Kept words are forgotten once stored, discarded, signed out of, or a week old. <body data-person>: whose they are.
   data-kept-at: where a form is found that is drawn into a page later. */
(() => {
  "use strict";

  const BEFORE_KEEPING = 300;
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const STRAYS_SHOWN = 3;
  const SENT = "pst:sent"; // the form that this window sent last
  const OURS = `pst:${document.body.dataset.person}:`;
  const CHOSEN = ["checkbox", "radio"];
  const NOT_TYPED = ["file", "password", "submit", "button", "hidden", "fieldset"];

  const keyOf = (form) => `${OURS}${form.getAttribute("action")}#${form.id}`;
  const isKept = (form) => "autosave" in form.dataset || Boolean(
    form.method === "post" && form.autocomplete !== "off" && form.querySelector("textarea") && !form.querySelector("[type=password]"));
  const formsOn = (page) => [...page.querySelectorAll("form")].filter(isKept);

  /* What this browser keeps: one entry per form, {typed, words, at, page, title, byItself}. */
  const shelf = {
    get(key) {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    },
    put(key, entry) {
      try { localStorage.setItem(key, JSON.stringify(entry)); } catch { /* full or forbidden: the page still holds it */ }
    },
    drop(key) {
      try { localStorage.removeItem(key); } catch { /* forbidden: nothing was kept either */ }
    },
    entries(prefix) {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => [key, this.get(key)]);
      } catch { return []; }
    },
  };

  /** What is typed, urlencoded by question: the cells of a table stand together, as they are stored together. */
  function fieldsOf(form) {
    const fields = new Map();
    for (const [name, value] of new FormData(form)) {
      const field = form.elements[name];
      if (typeof value !== "string" || NOT_TYPED.includes(field?.type ?? field?.[0]?.type)) continue;
      const [code] = name.split("-");
      fields.set(code, `${fields.get(code) ?? ""}&${new URLSearchParams([[name, value]])}`);
    }
    return fields;
  }

  const changes = (now, before) => [...new Set([...now.keys(), ...before.keys()])].filter((code) => now.get(code) !== before.get(code));
  const whole = (fields) => [...fields.values()].join("");

  /** What is said, however the server writes it: without blank rows, blanks at the ends, and dots in numbers. */
  function essence(typed) {
    const said = [...new URLSearchParams(typed)].map(([name, value]) => [
      name.replace(/-\d+-/, "-"), value.replaceAll("\r", "").trim().replace(/(\d)[. ](?=\d{3}\b)/g, "$1"),
    ]);
    return JSON.stringify(said.filter(([, value]) => value));
  }

  const longest = (texts) => texts.reduce((one, other) => (other.length > one.length ? other : one), "");

  /** Put kept values into the form; fields of one name take them in order. With `codes`, only those questions. */
  function fill(form, typed, codes = null) {
    const values = new URLSearchParams(typed);
    const waiting = new Map([...values.keys()].map((name) => [name, values.getAll(name)]));
    for (const field of form.elements) {
      const { name, type } = field;
      if (!name || NOT_TYPED.includes(type) || (codes && !codes.includes(name.split("-")[0]))) continue;
      const given = waiting.get(name) ?? [];
      if (CHOSEN.includes(type)) field.checked = given.includes(field.value);
      else if (type === "select-multiple") for (const option of field.options) option.selected = given.includes(option.value);
      else if (given.length && field.value !== given[0]) field.value = given.shift(); // else the caret would jump
    }
  }

  /** "Ada isian yang belum tersimpan …", before a form or at the top of the page. */
  function banner(place, content, ...buttons) {
    const box = document.createElement("div");
    box.className = "pst-unsaved";
    box.setAttribute("role", "status");
    box.append(content, ...buttons.map(([label, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = `govuk-button pst-button--small${label === "Buang" ? " govuk-button--secondary" : ""}`;
      button.textContent = label;
      button.addEventListener("click", () => { box.remove(); act(); });
      return button;
    }));
    place(box);
    return box;
  }

  function paragraph(...parts) {
    const text = document.createElement("p");
    text.append(...parts);
    return text;
  }

  const moment = (at) => `${new Date(at).toLocaleString("id-ID", {
    day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Pontianak",
  })} WIB`;

  /** A form whose words are kept. */
  class Draft {
    constructor(form, goesOn) {
      this.form = form;
      this.key = keyOf(form);
      this.saved = goesOn ? new Map() : fieldsOf(form);
      this.goesOn = goesOn;
      this.begun = goesOn && shelf.get(this.key); // words were typed into it before it was sent
      form.addEventListener("input", () => this.keepSoon());
      form.addEventListener("change", () => this.keepSoon());
      form.addEventListener("click", (event) => {
        if (event.target.closest("a.pst-button--quiet")) this.forget(); // "Batal"
      });
      if (goesOn) this.keep();
      else this.offer();
    }

    get typed() { return whole(fieldsOf(this.form)); }

    /** The longest text that is not blank, and not what the page brought: without one there is nothing to lose. */
    get words() {
      const texts = [...this.form.elements].filter((field) => field.matches("textarea, input") && ![...CHOSEN, ...NOT_TYPED].includes(field.type));
      const isTheirs = (field) => field.value !== field.defaultValue || this.begun || (this.goesOn && field.type === "textarea");
      return longest(texts.filter(isTheirs).map((field) => field.value.trim()));
    }

    keepSoon() {
      clearTimeout(this.keeping);
      this.keeping = setTimeout(() => this.keep(), BEFORE_KEEPING);
    }

    keep() {
      clearTimeout(this.keeping);
      if (this.banner || this.left || !this.form.isConnected) return;
      const { typed, words } = this;
      const byItself = "autosave" in this.form.dataset;
      if (typed === whole(this.saved) || !(words || byItself)) shelf.drop(this.key);
      else shelf.put(this.key, { typed, words, at: Date.now(), ...this.place, byItself });
    }

    /** Where the words can be found again: a refused form stands at an address that only takes what is sent. */
    get place() {
      const { page, title } = shelf.get(this.key) ?? {};
      return {
        page: page ?? this.form.dataset.keptAt ?? location.pathname + location.search,
        title: title ?? document.title.replace("Kesalahan: ", "").split(" – PST")[0],
      };
    }

    leave() {
      this.keep();
      this.left = true;
    }

    forget() {
      this.saved = fieldsOf(this.form);
      shelf.drop(this.key);
    }

    back() { this.left = false; }

    offer() {
      const kept = shelf.get(this.key);
      if (!kept) return;
      if (essence(kept.typed) === essence(this.typed)) return shelf.drop(this.key);
      const text = paragraph(`Ada isian yang belum tersimpan, diketik ${moment(kept.at)}.`);
      this.banner = banner((box) => this.form.before(box), text,
        ["Pakai", () => this.decided(() => this.use(kept.typed))], ["Buang", () => this.decided(() => shelf.drop(this.key))]);
      for (let fold = this.form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }

    async decided(act) {
      if (await act() === false) return; // until it is done, what was kept stays
      this.banner = null;
      this.form.querySelector("textarea, select, input:not([type=hidden])")?.focus();
      this.keep();
    }

    use(typed) { fill(this.form, typed); }
  }

  const watched = new Map();
  function watch(goesOn = "") {
    for (const form of watched.keys()) if (!form.isConnected) watched.delete(form);
    for (const form of formsOn(document)) {
      if (watched.has(form)) continue;
      const Kind = "autosave" in form.dataset ? window.pst.Autosave : Draft;
      watched.set(form, new Kind(form, keyOf(form) === goesOn));
    }
  }

  /** Words of forms that are not on this page. Those that store themselves are offered with their form. */
  function offerStrays() {
    const here = new Set([...watched.values()].map((draft) => draft.key));
    const strays = shelf.entries(OURS).filter(([key, entry]) => entry?.words && !entry.byItself && !here.has(key));
    for (const [key, entry] of strays.sort(([, one], [, other]) => other.at - one.at).slice(0, STRAYS_SHOWN)) {
      const link = document.createElement("a");
      link.href = entry.page;
      link.textContent = entry.title;
      const text = paragraph("Ada tulisan yang belum tersimpan di ", link, `, diketik ${moment(entry.at)}: “${entry.words}”`);
      text.className = "pst-lines";
      banner((box) => document.getElementById("main").prepend(box), text, ["Buang", () => shelf.drop(key)]);
    }
  }

  /** What this window sent has arrived where the server says so; a refused form goes on with what it shows. */
  function arrive() {
    const { result } = document.getElementById("main").dataset;
    const sent = sessionStorage.getItem(SENT);
    if (!result || !sent) return "";
    sessionStorage.removeItem(SENT);
    if (result === "saved") shelf.drop(sent);
    return result === "saved" ? "" : sent;
  }

  /* A form that htmx sent has arrived, unless it was refused, or a button named with "_" only asked for help with it. */
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const { elt, xhr, requestConfig } = event.detail;
    const draft = watched.get(elt);
    if (!draft) return;
    const helped = requestConfig.triggeringEvent?.submitter?.name.startsWith("_");
    if (xhr.status === 422 || helped) xhr.goesOn = draft.key;
    else if (xhr.status < 300) draft.forget();
  });
  document.addEventListener("htmx:beforeSwap", () => { for (const draft of watched.values()) draft.keep(); });
  document.addEventListener("htmx:afterSettle", (event) => watch(event.detail.xhr?.goesOn));

  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (defaultPrevented || target.method !== "post") return;
    const draft = watched.get(target);
    if (draft?.banner) sessionStorage.removeItem(SENT); // what it offers was not sent along
    else if (target.id !== "resume") sessionStorage.setItem(SENT, keyOf(target)); // that one sends the form before it
    draft?.leave();
    if (target.getAttribute("action") === "/keluar") signOut();
  });

  function signOut() {
    for (const draft of watched.values()) draft.left = true;
    for (const [key] of shelf.entries(OURS)) shelf.drop(key);
  }

  function leaving() {
    for (const draft of watched.values()) {
      draft.keep();
      draft.save?.(true);
    }
  }
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leaving(); });
  window.addEventListener("pagehide", leaving);
  window.addEventListener("pageshow", () => { for (const draft of watched.values()) draft.back(); });
  window.addEventListener("online", () => { for (const draft of watched.values()) draft.soon?.(0); });

  /* Chosen files cannot be kept: the browser asks before they are left behind. */
  window.addEventListener("beforeunload", (event) => {
    const chosen = [...document.querySelectorAll("input[type=file]")];
    if (chosen.some((input) => input.files.length && !input.form?.dataset.sent)) event.preventDefault();
  });

  for (const [key, entry] of shelf.entries("pst:")) if (!entry || Date.now() - entry.at > WEEK) shelf.drop(key);
  window.pst = { Draft, watched, fieldsOf, changes, whole, fill, shelf };
  document.addEventListener("DOMContentLoaded", () => { // autosave.js, where a page has it, stands ready then
    watch(arrive());
    if (!document.getElementById("resume")) offerStrays();
  });
})();
