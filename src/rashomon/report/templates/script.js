(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  // Light or dark, remembered where the browser lets a file remember.
  const theme = document.getElementById("theme");
  const stored = () => { try { return localStorage.getItem("rashomon-theme"); } catch (e) { return null; } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  if (stored()) root.dataset.theme = stored();
  theme.hidden = false;
  name();
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("rashomon-theme", root.dataset.theme); } catch (e) { /* not kept */ }
    name();
  });

  // A link into a closed part opens it; older browsers do not by themselves.
  const open = () => {
    let place = null;
    try { place = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (e) { return; }
    if (!place) return;
    for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    place.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  if (location.hash) open();

  // Paper has nothing to unfold.
  let opened = [];
  addEventListener("beforeprint", () => { opened = all("details:not([open])"); opened.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((d) => { d.open = false; }); });

  // Copy the words with outlet, day and address.
  const old = (text) => {
    const area = make("textarea", { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not allowed");
  };
  const copy = async (text) => { try { await navigator.clipboard.writeText(text); } catch (e) { old(text); } };
  all("[data-cite]").forEach((place) => {
    const box = place.closest(".say, li");
    const words = box.querySelector(".words") || box.querySelector(".src");
    const button = make("button", { type: "button", className: "copy", textContent: "copy" });
    button.setAttribute("aria-label", "Copy these words with their source");
    button.addEventListener("click", () => copy("“" + words.textContent.trim().replace(/^“|”$/g, "") + "” (" + place.dataset.cite + ")").then(
      () => { button.textContent = "copied"; setTimeout(() => { button.textContent = "copy"; }, 1500); },
      () => { button.textContent = "not allowed here"; }));
    place.append(button);
  });

  // Filters: a report is of an outlet and a language; what no shown report tells is hidden.
  const form = document.getElementById("filters");
  const reports = all(".text").map((t) => ({ id: t.id, outlet: t.dataset.name, language: t.dataset.l, named: t.dataset.ln }));
  const fill = (id, pairs) => {
    const select = document.getElementById(id);
    Array.from(new Map(pairs)).sort((a, b) => a[1].localeCompare(b[1])).forEach(([value, text]) => select.append(make("option", { value, textContent: text })));
    select.parentElement.hidden = select.options.length < 3;
    return select;
  };
  const outlet = fill("by-outlet", reports.map((r) => [r.outlet, r.outlet]));
  const language = fill("by-language", reports.map((r) => [r.language, r.named]));
  const speaker = fill("by-speaker", all("[data-s]").map((e) => [e.dataset.s, e.dataset.s]));
  const status = document.getElementById("filtered");
  const apply = () => {
    const shown = new Set(reports.filter((r) => (!outlet.value || r.outlet === outlet.value) && (!language.value || r.language === language.value)).map((r) => r.id));
    all("[data-d]").forEach((e) => { e.hidden = !e.dataset.d.split(" ").some((id) => shown.has(id)); });
    all("[data-box]").forEach((e) => {
      const empty = !all("[data-d]", e).some((inner) => !inner.hidden && !inner.classList.contains("absent") && !inner.classList.contains("zero"));
      e.hidden = empty || Boolean(speaker.value && e.dataset.s !== undefined && e.dataset.s !== speaker.value);
    });
    const told = outlet.value || language.value ? [shown.size + " of " + reports.length + " reports"] : [];
    if (speaker.value) told.push("words of " + speaker.value);
    root.classList.toggle("filtered", told.length > 0);
    if (told.length) all(".speaker details:not([open]), .only details:not([open])").forEach((d) => { d.open = true; d.dataset.unfolded = ""; });
    else all("[data-unfolded]").forEach((d) => { d.open = false; delete d.dataset.unfolded; });
    form.querySelector("button").hidden = !told.length;
    status.textContent = told.length ? "Shown: " + told.join(", ") : "";
  };
  if (reports.length > 1) {
    form.hidden = false;
    apply();
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply, 0));
  }
})();
