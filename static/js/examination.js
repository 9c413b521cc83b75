/* The sheet of an examination by keys: n and p lead to the next and the previous question (of a folded part: to its
   line), c opens the remark of the question one is at, Ctrl+Enter saves it. A place that an address names is unfolded,
   and an attachment's panel closes without leaving the page. Without this script links and buttons do the same. */
(() => {
  "use strict";

  const QUESTION = ".pst-question, .pst-part__title";
  const shown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

  function unfold() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place?.closest(".pst-exam__main")) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  function go(step) {
    const stops = [...document.querySelectorAll(QUESTION)].filter((stop) => shown(stop) && !(stop.matches("summary") && stop.parentElement.open));
    const at = stops.indexOf(document.activeElement?.closest(QUESTION));
    const first = stops.findIndex((stop) => stop.getBoundingClientRect().top >= 0);
    const stop = stops[at < 0 ? Math.max(first, 0) : Math.min(Math.max(at + step, 0), stops.length - 1)];
    if (!stop) return;
    if (!stop.matches("summary")) stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest" });
  }

  const KEYS = {
    n: () => go(1),
    p: () => go(-1),
    c: () => {
      const tool = document.activeElement?.closest(".pst-question")?.querySelector(".pst-question__tool");
      if (!tool) return;
      window.htmx.process(tool); // a question that was just drawn anew is not htmx's yet
      tool.click();
    },
    Escape: () => document.querySelector(".pst-exam .pst-viewer__close")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
    if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) event.target.form?.requestSubmit();
    else if (typing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !KEYS[event.key]) return;
    else KEYS[event.key]();
    event.preventDefault();
  });

  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.matches(".pst-question--open")) target.scrollIntoView({ block: "nearest" });
  });

  let opener;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.getAttribute("hx-target") === "#viewer") opener = link;
    const viewer = link?.matches(".pst-exam .pst-viewer__close") && link.closest(".pst-viewer");
    if (!viewer) return;
    event.preventDefault();
    const empty = document.createElement("div");
    empty.id = "viewer";
    viewer.replaceWith(empty);
    opener?.focus();
  });
})();
