/* The kiosk: whoever leaves is forgotten. Nothing touched for a while leads back to the first page; where the network is
   gone, what was typed is cleared at once and the first page follows as soon as it can be had. The pages work without. */
(() => {
  "use strict";

  const WARNING = 20;
  const TICK = 1000;
  const AGAIN = 5000;
  let left = 0;
  let leaving;

  const kiosk = () => document.querySelector("[data-kiosk]");

  /* While the network is away the first page stays usable; a page that was cleared can only be left. */
  function touched() {
    left = Number(kiosk()?.dataset.reset ?? 45);
    document.getElementById("idle")?.remove();
    if (leaving && isFirstPage()) {
      clearTimeout(leaving);
      leaving = undefined;
    }
  }

  function warn() {
    let bar = document.getElementById("idle");
    if (!bar) {
      bar = document.createElement("p");
      bar.id = "idle";
      bar.className = "pst-kiosk__idle";
      bar.setAttribute("role", "status");
      bar.textContent = "Halaman ini segera dikosongkan. Sentuh layar untuk melanjutkan.";
      kiosk().append(bar);
    }
  }

  function isFirstPage() {
    return location.pathname === kiosk()?.dataset.kiosk;
  }

  function clear() {
    const title = document.createElement("h1");
    title.className = "govuk-heading-l";
    title.textContent = "Sambungan terputus";
    const note = document.createElement("p");
    note.className = "govuk-body-l";
    note.setAttribute("role", "status");
    note.textContent = "Isian sudah dikosongkan. Halaman awal kembali sendiri begitu sambungan pulih.";
    kiosk().replaceChildren(title, note);
    document.title = title.textContent;
  }

  async function leave() {
    const home = kiosk().dataset.kiosk;
    const mine = (leaving = setTimeout(leave, AGAIN));
    try {
      const answer = await fetch(home, { cache: "no-store", signal: AbortSignal.timeout(AGAIN - TICK) });
      if (!answer.ok) throw new Error(String(answer.status));
      if (leaving === mine) location.replace(home);
    } catch {
      if (leaving === mine && !isFirstPage()) clear();
    }
  }

  setInterval(() => {
    if (leaving || !kiosk()) return;
    left -= 1;
    if (left <= 0) leave();
    else if (left <= WARNING && !isFirstPage()) warn();
  }, TICK);

  for (const name of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(name, touched, { passive: true });
  document.addEventListener("htmx:load", touched);

  /* A page that the browser kept for its back button is not shown to the next person. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && kiosk()) location.replace(kiosk().dataset.kiosk);
  });

  /* A kiosk with a receipt printer prints the page itself; elsewhere the link to the paper stays. */
  document.addEventListener("click", (event) => {
    const key = event.target.closest?.('[data-print="page"]');
    if (!key || !window.print) return;
    event.preventDefault();
    window.print();
  });

  touched();
})();
