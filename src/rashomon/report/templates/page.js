// What every part uses, the theme, links into closed parts, the panels of the bar, paper.
const root = document.documentElement;
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const make = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};
const button = (text, label, className) => {
  const made = make("button", { type: "button", className, textContent: text });
  if (label) made.setAttribute("aria-label", label);
  return made;
};

// A report's letter and name, as they stand in another link.
const nameIn = (link) => all(".or, bdi", link).flatMap((part) => [part.cloneNode(true), " "]).slice(0, -1);

// What has happened, for those who do not see it.
const tell = (text) => { document.getElementById("told").textContent = text; };

// A browser may forbid a file to remember: then it is remembered until the page is closed.
const memory = new Map();
let remembers = true;
const recall = (key) => {
  try { return localStorage.getItem(key); } catch (e) { remembers = false; return memory.get(key) || null; }
};
const remember = (key, value) => {
  memory.set(key, value);
  try { localStorage.setItem(key, value); } catch (e) { remembers = false; }
};

const theme = document.getElementById("theme");
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const nameTheme = () => { theme.textContent = dark() ? "Light" : "Dark"; };
if (["light", "dark"].includes(recall("rashomon-theme"))) root.dataset.theme = recall("rashomon-theme");
theme.hidden = false;
nameTheme();
theme.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  remember("rashomon-theme", root.dataset.theme);
  nameTheme();
});

// Other parts make a place visible before it is shown: the reader chooses its text.
const beforeShowing = [];
const showPlace = (place) => {
  beforeShowing.forEach((prepare) => prepare(place));
  for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  goThere(place);
};
// What comes near is laid out only then, and moves the rest: the way there is gone again until nothing moves,
// or the reader does.
let going = 0;
["wheel", "touchstart", "pointerdown", "keydown"].forEach((name) => addEventListener(name, () => { clearInterval(going); }, { passive: true }));
const goThere = (place) => {
  const block = place.matches("section, .story") || place.clientHeight > innerHeight / 2 ? "start" : "center";
  let top = null;
  let tries = 8;
  const step = () => {
    if (place.getBoundingClientRect().top !== top) place.scrollIntoView({ block });
    top = place.getBoundingClientRect().top;
    tries -= 1;
    if (!tries) clearInterval(going);
  };
  clearInterval(going);
  step();
  going = setInterval(step, 60);
};
const showHash = () => {
  let place = null;
  try { place = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (e) { return; }
  if (place) showPlace(place);
};
addEventListener("hashchange", showHash);

const drops = all(".drop");
const closeDrops = (but) => drops.forEach((drop) => { if (drop !== but) drop.open = false; });
drops.forEach((drop) => drop.addEventListener("toggle", () => { if (drop.open) closeDrops(drop); }));
document.addEventListener("click", (event) => {
  const inside = event.target.closest(".drop");
  closeDrops(event.target.closest(".panel a") ? null : inside);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = drops.find((drop) => drop.open);
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
  event.preventDefault();
});

// Paper has nothing to unfold.
let unfolded = [];
addEventListener("beforeprint", () => { unfolded = all("main details:not([open])"); unfolded.forEach((d) => { d.open = true; }); });
addEventListener("afterprint", () => { unfolded.forEach((d) => { d.open = false; }); });
