// The reader: one text at a time, the others' words beside a passage. Words are taken from the texts,
// where each stands once.
const textOf = (place) => place.closest(".text");
const wordsOf = (stretches) => stretches.reduce((words, stretch, n) => words + (n ? between(stretches[n - 1], stretch) : "") + stretch.textContent, "");
// What stands between two stretches of a paragraph, but for signs; of words, or another paragraph, only that it is left out.
const between = (one, other) => {
  let told = "";
  let at = one.nextSibling;
  for (; at && at !== other; at = at.nextSibling) if (!at.classList || !at.classList.contains("sign")) told += at.textContent;
  return at && !/[\p{L}\p{N}]/u.test(told) ? told : " … ";
};
const tellers = (story, anchor) => {
  const told = new Map();
  all(`[data-t~="${anchor}"]`, story).forEach((stretch) => {
    const id = textOf(stretch).id;
    told.set(id, [...(told.get(id) || []), stretch]);
  });
  return told;
};

// A sign alone says little to those who do not see the shade before it.
const SHADES = new Map(all(".key .st").map((shade) => [shade.className, shade.textContent]));
const nameSigns = (text) => all(".sign:not([aria-label])", text).forEach((sign) => {
  const shade = sign.previousElementSibling.classList[1];
  sign.setAttribute("aria-label", shade === "s-several" ? sign.textContent + " origins" : SHADES.get("st " + shade));
  sign.lang = "en";
});

function reader(section) {
  const story = section.closest("[data-story]");
  const bases = all(".bases a", section);
  const desk = section.querySelector(".desk");
  const aside = section.querySelector(".beside");
  const narrow = matchMedia("(max-width: 62rem)");
  let chosen = null;

  const choose = (text) => {
    all(".text", section).forEach((other) => other.classList.toggle("base", other === text));
    text.open = true;
    nameSigns(text);
    bases.forEach((link) => link.hash === "#" + text.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    hide();
  };
  const hide = () => {
    all(".chosen", section).forEach((stretch) => stretch.classList.remove("chosen"));
    chosen = null;
    aside.hidden = true;
    desk.append(aside);
  };
  const told = (id, stretches) => {
    const link = bases.find((base) => base.hash === "#" + id);
    const body = stretches[0].closest(".whole");
    const words = wordsOf(stretches);
    const name = make("a", { className: "who", href: "#" + stretches[0].closest("[id]").id }, ...nameIn(link));
    const quoted = make("blockquote", { className: "src", lang: body.lang, dir: "auto", textContent: words });
    return make("li", {}, make("p", {}, name, " ", copyButton(() => words, id)), quoted);
  };
  const finding = (anchor, own) => {
    const entry = document.getElementById(anchor);
    const head = make("p", { className: "head" });
    head.append(...all(":scope > th > .badge, :scope > th > .why", entry).flatMap((e) => [e.cloneNode(true), " "]));
    const others = Array.from(tellers(story, anchor)).filter(([id]) => id !== own && !document.getElementById(id).hidden);
    if (!others.length) head.append("Not found in the other texts as a statement.");
    head.append(" ", make("a", { href: "#" + anchor, textContent: "its entry" }));
    return make("section", {}, head, make("ul", {}, ...others.map(([id, stretches]) => told(id, stretches))));
  };
  // The gravest of the statements a stretch is of; it may go on in others.
  const first = (stretch) => stretch.dataset.t.split(" ")[0];
  const leave = () => {
    const sign = chosen && chosen.nextElementSibling;
    hide();
    if (sign) sign.focus();
  };
  // A figure in the passage that others tell otherwise, amount by amount.
  const differing = (anchor) => {
    const entry = document.getElementById(anchor);
    const head = make("p", { className: "head" }, make("a", { href: "#" + anchor, textContent: entry.querySelector("h4, .amount").textContent }), " ", ...all(":scope > header > .badge", entry).map((e) => e.cloneNode(true)));
    const list = make("dl");
    all("tbody tr:not([hidden])", entry).forEach((row) => {
      // The last row of an amount may count further reports.
      if (!row.dataset.d) { list.lastChild.append(" " + row.textContent.trim()); return; }
      const amount = row.querySelector(".amount").textContent;
      if (!list.lastChild || list.lastChild.previousSibling.textContent !== amount) list.append(make("dt", { textContent: amount }), make("dd"));
      else list.lastChild.append(", ");
      list.lastChild.append(...all(".tellers bdi", row).flatMap((name, n) => (n ? [", ", name.cloneNode(true)] : [name.cloneNode(true)])));
    });
    return make("section", {}, head, list);
  };
  const show = (stretch) => {
    if (chosen === stretch) { hide(); return; }
    hide();
    chosen = stretch;
    all(`[data-t~="${first(stretch)}"]`, textOf(stretch)).forEach((part) => part.classList.add("chosen"));
    const close = button("×", "Close", "close");
    close.addEventListener("click", leave);
    const own = textOf(stretch).id;
    // What is said of one report alone adds nothing where others tell the words too.
    const anchors = stretch.dataset.t.split(" ").filter((anchor, n) => !n || tellers(story, anchor).size > 1);
    aside.replaceChildren(close, make("h4", { textContent: "Beside it" }), ...anchors.slice(0, 3).map((anchor) => finding(anchor, own)));
    const figures = new Set(all("a.m-figure.m-words", stretch).map((link) => link.hash.slice(1)));
    aside.append(...Array.from(figures).map(differing));
    if (narrow.matches) stretch.closest("p").after(aside);
    aside.hidden = false;
  };
  const step = (by) => {
    const stretches = all(".text.base .st", section).filter((stretch) => stretch === chosen || !stretch.classList.contains("chosen"));
    const next = stretches[Math.max(0, stretches.indexOf(chosen) + by)];
    if (!next || next === chosen) return;
    show(next);
    next.scrollIntoView({ block: "nearest" });
  };

  section.classList.add("one");
  section.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest(".beside")) return;
    const base = event.target.closest(".bases a");
    const sign = event.target.closest(".sign");
    if (base) {
      choose(document.getElementById(base.hash.slice(1)));
      history.replaceState(null, "", base.hash);
    }
    if (sign) show(sign.previousElementSibling);
    else if (!event.target.closest("a") && event.target.closest(".st") && textOf(event.target)) show(event.target.closest(".st"));
    if (base || sign) event.preventDefault();
  });
  beforeShowing.push((place) => {
    const text = textOf(place);
    if (text && section.contains(text) && !text.classList.contains("base")) choose(text);
  });
  afterFilter.push(() => {
    const shown = all(".text", section).filter((text) => !text.hidden);
    if (shown.length && !shown.some((text) => text.classList.contains("base"))) choose(shown[0]);
  });
  choose(section.querySelector(".text"));
  return { section, step, leave };
}

const readers = all(".texts").map(reader);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "Escape" && !event.defaultPrevented) readers.forEach((one) => one.leave());
  if (event.key === "/" && !document.getElementById("filter").hidden) {
    event.preventDefault();
    document.getElementById("filter").open = true;
    all("select", form).find((select) => !select.parentElement.hidden)?.focus();
  }
  if (event.key !== "j" && event.key !== "k") return;
  const seen = readers.find(({ section }) => { const box = section.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; });
  if (seen) seen.step(event.key === "j" ? 1 : -1);
});
all(".keys").forEach((keys) => { keys.hidden = false; });
if (location.hash) showHash();
