// A report is of an outlet and a language; what no shown report tells is hidden.
const form = document.getElementById("filters");
const status = document.getElementById("filtered");
const reports = all(".text").map((t) => ({ id: t.id, outlet: t.dataset.name, language: t.dataset.l, named: t.dataset.ln }));
const choice = (id, pairs) => {
  const select = document.getElementById(id);
  const sorted = Array.from(new Map(pairs)).sort((a, b) => a[1].localeCompare(b[1]));
  sorted.forEach(([value, text]) => select.append(make("option", { value, textContent: text })));
  select.parentElement.hidden = select.options.length < 3;
  return select;
};
const outlet = choice("by-outlet", reports.map((r) => [r.outlet, r.outlet]));
const language = choice("by-language", reports.map((r) => [r.language, r.named]));
const speaker = choice("by-speaker", all("[data-s]").map((e) => [e.dataset.s, e.dataset.s]));
const afterFilter = [];

const wanted = () => new Set(reports
  .filter((r) => (!outlet.value || r.outlet === outlet.value) && (!language.value || r.language === language.value))
  .map((r) => r.id));
const hideReports = (shown) => all("[data-d]").forEach((e) => { e.hidden = !e.dataset.d.split(" ").some((id) => shown.has(id)); });
const hideEmpty = () => {
  const full = new Set();
  all("[data-d]:not([hidden], .absent, .zero)").forEach((e) => {
    for (let box = e.closest("[data-box]"); box && !full.has(box); box = box.parentElement.closest("[data-box]")) full.add(box);
  });
  all("[data-box]").forEach((box) => {
    const other = speaker.value && box.dataset.s !== undefined && box.dataset.s !== speaker.value;
    box.hidden = !full.has(box) || Boolean(other);
  });
};
const unfoldFiltered = (on) => {
  if (on) all(".speaker details:not([open]), .only details:not([open])").forEach((d) => { d.open = true; d.dataset.unfolded = ""; });
  else all("[data-unfolded]").forEach((d) => { d.open = false; delete d.dataset.unfolded; });
};
const applyFilter = () => {
  const shown = wanted();
  hideReports(shown);
  hideEmpty();
  const told = outlet.value || language.value ? [shown.size + " of " + reports.length + " reports"] : [];
  if (speaker.value) told.push("words of " + speaker.value);
  root.classList.toggle("filtered", told.length > 0);
  unfoldFiltered(told.length > 0);
  form.querySelector("button").hidden = !told.length;
  status.textContent = told.length ? "Shown: " + told.join(", ") : "";
  afterFilter.forEach((step) => step());
};
if (reports.length > 1) {
  document.getElementById("filter").hidden = false;
  form.querySelector("button").hidden = true;
  form.addEventListener("change", applyFilter);
  form.querySelector("button").addEventListener("click", () => { form.reset(); applyFilter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
}
