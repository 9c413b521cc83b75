/* What of a page axe has to look at, and what it finds there: an expression with `survey()` and `ask(…)`. */
(() => {
  const resultTypes = ["violations"];
  const ids = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = (it, name) => it.getAttribute(name)?.split(" ") ?? [];
  const leadsAstray = (it) => ids.some((name) => named(it, name).some((id) => !document.getElementById(id)));
  const alike = (names) => names.filter((name, at) => name && names.indexOf(name) < at).length > 0;

  const heard = /^(aria-.*|tabindex|alt|title|lang|scope|headers|href|disabled|hidden|open|readonly)$/;
  const places = "header, nav, main, aside, footer, section, form, [role]";

  /** Too small for a finger, or scrolling sideways by itself. */
  function isTight(it) {
    const { width, height } = it.getBoundingClientRect();
    if (it.matches("a, button, input, select, summary") && Math.min(width, height) < 24) return true;
    return it.scrollWidth > it.clientWidth && getComputedStyle(it).overflowX !== "visible";
  }

  /** What an element is to axe, without the words it holds and the colours it has. */
  function shape(it) {
    const above = it.parentElement;
    return [
      above?.tagName, above?.role, it.tagName, it.role, it.type,
      it.getAttributeNames().filter((name) => heard.test(name)),
      it.childElementCount ? "" : !it.textContent, it.labels?.length > 0, it.checkVisibility(), it.autocomplete,
      leadsAstray(it), isTight(it), !it.closest(places), !above?.closest("a, button, summary, label"),
      !it.closest("[aria-hidden=true]"),
      it.matches("p a, li a") && getComputedStyle(it).textDecorationLine,
    ].join("|");
  }

  /** How the page is built of them. */
  function outline() {
    const heads = all("h1, h2, h3, h4, h5, h6").filter((it) => it.checkVisibility()).map((it) => it.tagName);
    const marked = all(places);
    return [
      ...heads.map((name, at) => `${name} after ${heads[at - 1]}`),
      marked.filter((it) => it.matches("header, main, footer")).map((it) => it.tagName).join(),
      `places named alike: ${alike(marked.map((it) => it.ariaLabel && it.tagName + it.ariaLabel))}`,
      `elements named alike: ${alike(all("[id]").map(({ id }) => id))}`,
    ];
  }

  /** The colour of letters and what lies behind them: all that contrast depends on, for which axe takes longest. */
  function paint(it) {
    const { color, fontSize, fontWeight, position } = getComputedStyle(it), grounds = new Set();
    for (let at = it, opaque = false; at && !opaque; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      opaque = backgroundColor.startsWith("rgb(");
      grounds.add([backgroundColor, backgroundImage, opacity].join());
    }
    grounds.delete("rgba(0, 0, 0, 0),none,1");
    const isSeen = it.getBoundingClientRect().width > 1;
    const isOff = Boolean(it.closest(":disabled, [aria-disabled=true]"));
    return ["paint", color, fontSize, fontWeight, position, isSeen, isOff, ...grounds].join("|");
  }

  const holdsText = (it) => [...it.childNodes].some((node) => node instanceof Text && node.data.trim());
  const isWritten = (it) => it.checkVisibility() && (it.matches("input, select, textarea") || holdsText(it));
  const written = () => all("body *").filter(isWritten);

  async function found(where, what) {
    const { violations } = await axe.run(where, { resultTypes, ...what });
    return violations.flatMap(
      ({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
  }

  return {
    /** Shapes and paints, each once. */
    survey: () => [...new Set([...all("*").map(shape), ...outline(), ...written().map(paint)])],

    /** What axe finds by its rules with these tags; where `paints` are given, contrast is looked at in those alone. */
    async ask(tags, paints = null) {
      const rules = { "color-contrast": { enabled: !paints } };
      const told = tags.length ? await found(document, { runOnly: tags, rules }) : [];
      const include = paints?.length ? written().filter((it) => paints.includes(paint(it))) : [];
      return include.length ? [...told, ...await found({ include }, { runOnly: ["color-contrast"] })] : told;
    },
  };
})()
