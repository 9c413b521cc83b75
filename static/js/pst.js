/* What the pages do beyond HTML and htmx. Without it every page still works: forms post, links lead.
   Loaded with `defer`, so the page is there when it runs. */
(() => {
  "use strict";

  /* htmx: every request carries the CSRF token, and one that failed says so instead of doing nothing. */

  const REFUSALS = {
    400: "Halaman ini sudah terlalu lama terbuka. Muat ulang halaman, lalu coba lagi.",
    403: "Anda tidak berwenang melakukan ini.",
    404: "Data ini tidak ada lagi. Muat ulang halaman.",
    413: "Kiriman terlalu besar.",
    429: "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
  };

  let hiding;
  function sayTrouble(text) {
    const place = document.getElementById("trouble");
    place.textContent = text;
    clearTimeout(hiding);
    hiding = setTimeout(() => { place.textContent = ""; }, 12000);
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (token) event.detail.headers["X-CSRFToken"] = token;
  });
  document.addEventListener("htmx:responseError", (event) => {
    const reason = REFUSALS[event.detail.xhr.status];
    sayTrouble(reason ?? "Permintaan tidak dapat diproses. Muat ulang halaman, lalu coba lagi.");
  });
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, () => sayTrouble("Sambungan terputus. Periksa jaringan, lalu coba lagi."));
  }

  /* A second click on a form that is already on its way does nothing. Forms that htmx sends are left to htmx. */

  const waits = new WeakMap(); // form: what will show, or shows, that it is being worked on
  const PATIENT = 800;

  /** A bar behind this element: how far it is, where that is known. */
  function barBehind(place, label) {
    const bar = place.nextElementSibling?.matches("progress") ? place.nextElementSibling : document.createElement("progress");
    bar.setAttribute("aria-label", label);
    if (!bar.isConnected) place.after(bar);
    return bar;
  }

  function release(form) {
    delete form.dataset.sent;
    clearTimeout(waits.get(form));
    for (const bar of form.querySelectorAll("button + progress")) bar.remove();
    for (const button of form.querySelectorAll('button[aria-disabled="true"]')) button.removeAttribute("aria-disabled");
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || form.target) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    const key = event.submitter ?? form.querySelector("button:last-of-type");
    if (key) waits.set(form, setTimeout(() => barBehind(key, "Sedang dikerjakan"), PATIENT));
    setTimeout(() => release(form), 8000);
  });

  /* A file that htmx sends shows how far it is, under its field. */

  document.addEventListener("htmx:xhr:progress", ({ target, detail }) => {
    if (!target.matches("[data-upload]") || !detail.lengthComputable) return;
    Object.assign(barBehind(target, "Berkas sedang diunggah"), { max: detail.total, value: detail.loaded });
  });
  document.addEventListener("htmx:xhr:loadend", ({ target }) => {
    if (target.matches("[data-upload]")) target.parentElement?.querySelector("progress")?.remove();
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

  /* A password can be looked at before it is sent. */

  function addPasswordButton(input) {
    const button = document.createElement("button");
    const label = (text) => {
      button.textContent = text;
      button.setAttribute("aria-label", `${text} kata sandi`);
    };
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.setAttribute("aria-controls", input.id);
    button.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      label(input.type === "password" ? "Tampilkan" : "Sembunyikan");
    });
    input.form?.addEventListener("submit", () => { input.type = "password"; });
    label("Tampilkan");
    input.after(button);
    input.removeAttribute("data-password");
  }

  /* In a list of work J and K lead down and up; only inside it, so that no letter typed elsewhere is taken for one. */

  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    const list = event.target.closest("[data-keys]");
    if (!step || !list || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    const rows = [...list.querySelectorAll("[data-row]")];
    const here = rows.indexOf(event.target.closest("li")?.querySelector("[data-row]"));
    rows[Math.min(Math.max(here + step, 0), rows.length - 1)]?.focus();
  });

  /* Reading goes on where something is wrong. Whoever was inside what htmx draws anew stays there: in the field that
     the server says (autofocus; htmx itself goes there), at the control that was used, or where the new part begins. */

  const CONTROLS = "a[href], button, input, select, textarea, summary";
  const isFree = () => !document.activeElement || document.activeElement === document.body;
  const nameOf = (control) =>
    control.id || `${control.form?.getAttribute("action") ?? control.getAttribute("href")} ${control.textContent.trim()}`;

  function land(part) {
    const place = part.querySelector(":scope > summary") ?? part;
    if (!place.matches(CONTROLS)) place.tabIndex = -1;
    place.focus();
  }

  function start(root) {
    root.querySelectorAll("input[data-password]").forEach(addPasswordButton);
  }
  start(document);
  const first = document.getElementById("error-summary") ?? document.querySelector("main [autofocus]");
  first?.focus(); // browsers leave autofocus out where the address names a place
  document.addEventListener("htmx:load", (event) => start(event.target));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const at = document.activeElement;
    detail.xhr.left = !isFree() && detail.target.contains(at) ? nameOf(at) : "";
  });
  document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
    const { status, left } = detail.xhr ?? {};
    if (status === 422) document.getElementById("error-summary")?.focus();
    if (left && isFree()) land([...target.querySelectorAll(CONTROLS)].find((control) => nameOf(control) === left) ?? target);
  });
})();
