// Which reports are columns of the matrix; the words of one that was none are taken from its text.
const matrixCell = (story, row, report) => {
  const told = all(`#${CSS.escape(report.id)} [data-t~="${row.id}"]`, story);
  // A figure that makes a row differ may stand in a sentence that is none of the row.
  const stretches = told.length || !row.dataset.f ? told : all(`#${CSS.escape(report.id)} a.m-figure[href="#${row.dataset.f}"]`, story).slice(0, 1);
  const cell = make("td", stretches.length ? {} : { className: "absent" });
  Object.assign(cell.dataset, { d: report.id, h: report.name });
  if (!stretches.length) cell.append(make("i", { textContent: "not found in this text" }));
  else cell.append(make("a", { className: "src", href: "#" + stretches[0].closest("[id]").id, lang: stretches[0].closest(".whole").lang, dir: "auto", textContent: wordsOf(stretches) }));
  return cell;
};
const matrixColumn = (story, table, report, on) => {
  const head = table.tHead.rows[0];
  const there = head.querySelector(`[data-d="${report.id}"]`);
  if (there) {
    all(`th[scope="col"][data-d="${report.id}"], td[data-d="${report.id}"]`, table).forEach((cell) => cell.classList.toggle("off", !on));
  } else if (on) {
    const name = make("th", { scope: "col" }, report.link.cloneNode(true));
    name.dataset.d = report.id;
    head.querySelector(".others").before(name);
    all("tbody tr", table).forEach((row) => row.querySelector(".others").before(matrixCell(story, row, report)));
  }
  table.classList.toggle("wide", all("th:not(.off)", head).length > 8);
  all(`.one[data-d="${report.id}"]`, table).forEach((link) => link.classList.toggle("off", on));
};
all(".statements .columns").forEach((chooser) => {
  const section = chooser.closest(".statements");
  const story = section.closest("[data-story]");
  const tables = all(".matrix", section);
  all(".texts .bases a", story).forEach((base) => {
    const id = base.hash.slice(1);
    const link = make("a", { className: "who", href: base.hash }, ...nameIn(base));
    const report = { id, name: link.querySelector("bdi").textContent, link };
    const box = make("input", { type: "checkbox", checked: Boolean(tables[0].tHead.querySelector(`[data-d="${id}"]`)) });
    box.addEventListener("change", () => tables.forEach((table) => matrixColumn(story, table, report, box.checked)));
    chooser.querySelector("fieldset").append(make("label", {}, box, " ", ...nameIn(base)));
  });
  chooser.hidden = false;
});
