// Accept, reject or comment on an item: kept in this browser, to be exported and imported as a file.
const NOTES = "rashomon-notes";
const readNotes = () => { try { return new Map(JSON.parse(recall(NOTES) || "[]")); } catch (e) { return new Map(); } };
let notes = readNotes();
const items = new Map(all("[data-item]").map((item) => [item.closest("[data-story]").dataset.story + " " + item.dataset.item, item]));
// A figure is called what is counted, a statement or a quote its words, words of a speaker both.
const titleOf = (item) => {
  if (item.matches("figcaption")) return inShort(wordsBeside(item.querySelector(".ways")));
  const [name, words] = [item.querySelector("h4"), item.querySelector(".src")];
  const told = name && item.matches(".utterance") ? [name, words] : [name || words];
  return told.map((e) => (e ? e.textContent : item.dataset.item).trim().replace(/\s+/g, " ")).join(": ").slice(0, 100);
};
const MARKS = [["accept", "✓", "Accept"], ["reject", "✗", "Reject"], ["comment", "✎", "Comment"]];

const setNote = (key, change) => {
  const note = Object.assign({ mark: null, comment: "" }, notes.get(key), change);
  if (note.mark || note.comment) notes.set(key, note); else notes.delete(key);
  remember(NOTES, JSON.stringify(Array.from(notes)));
  showNotes();
  tell(note.mark ? note.mark + "ed" : note.comment ? "comment kept" : "note removed");
};
const showNote = (key, item) => {
  const note = notes.get(key) || { mark: null, comment: "" };
  item.classList.toggle("accepted", note.mark === "accept");
  item.classList.toggle("rejected", note.mark === "reject");
  const bar = item.noting;
  bar.classList.toggle("set", Boolean(note.mark || note.comment));
  all("button", bar).forEach((press) => press.setAttribute("aria-pressed", String(press.dataset.mark === "comment" ? Boolean(note.comment) : note.mark === press.dataset.mark)));
  const area = item.comment;
  if (area && area.value !== note.comment) area.value = note.comment;
};
const commentOn = (key, item) => {
  if (!item.comment) {
    item.comment = make("textarea", { className: "comment", rows: 2, value: (notes.get(key) || { comment: "" }).comment });
    item.comment.setAttribute("aria-label", "Comment on " + titleOf(item));
    item.comment.addEventListener("change", () => setNote(key, { comment: item.comment.value.trim() }));
    item.noting.after(item.comment);
  }
  item.comment.hidden = false;
  item.comment.focus();
};
const noteBar = (key, item) => {
  const bar = make("span", { className: "noting" });
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Note");
  MARKS.forEach(([mark, sign, label]) => {
    const press = button(sign, label + ": " + titleOf(item), "note-" + mark);
    press.dataset.mark = mark;
    press.title = label;
    press.addEventListener("click", () => {
      if (mark === "comment") commentOn(key, item);
      else setNote(key, { mark: (notes.get(key) || {}).mark === mark ? null : mark });
    });
    press.tabIndex = bar.children.length ? -1 : 0;
    bar.append(press);
  });
  // One stop of the Tab key for the three: arrows go between them.
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by && bar.children[Array.from(bar.children).indexOf(event.target) + by];
    if (next) next.focus();
  });
  item.noting = bar;
  (item.querySelector(":scope > header, :scope > th, :scope > p, :scope > tr > .tellers, .ways") || item).append(bar);
};
const noteLine = ([key, note]) => {
  const item = items.get(key);
  const sign = note.mark ? MARKS.find(([mark]) => mark === note.mark)[1] + " " : "";
  const name = item ? make("a", { href: "#" + item.id, textContent: titleOf(item) }) : (note.title || key) + " (not on this page)";
  return make("li", {}, sign, name, note.comment ? ": " + note.comment : "");
};
const showNotes = () => {
  items.forEach((item, key) => showNote(key, item));
  document.getElementById("note-count").textContent = notes.size || "";
  document.getElementById("note-list").replaceChildren(...Array.from(notes).map(noteLine));
  document.getElementById("note-place").textContent = !remembers
    ? "This browser keeps nothing for a file: export the notes before the page is closed."
    : notes.size ? "Kept in this browser." : "Accept, reject or comment on an item; what you note is kept in this browser.";
};

const exported = () => ({
  schema: "rashomon.notes/1",
  notes: Array.from(notes).map(([key, note]) => {
    const cut = key.indexOf(" ");
    const item = items.get(key);
    return { story: key.slice(0, cut), item: key.slice(cut + 1), title: item ? titleOf(item) : note.title || "", mark: note.mark, comment: note.comment };
  }),
});
const importNotes = (text) => {
  const value = JSON.parse(text);
  if (value.schema !== "rashomon.notes/1" || !Array.isArray(value.notes)) throw new Error("not a file of notes");
  value.notes.forEach((note) => {
    const mark = note.mark === "accept" || note.mark === "reject" ? note.mark : null;
    const kept = { mark, comment: String(note.comment || ""), title: String(note.title || "") };
    if (kept.mark || kept.comment) notes.set(String(note.story) + " " + String(note.item), kept);
  });
  remember(NOTES, JSON.stringify(Array.from(notes)));
  showNotes();
};
document.getElementById("note-export").addEventListener("click", () => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(exported(), null, 1) + "\n"], { type: "application/json" }));
  const link = make("a", { href: address, download: "rashomon-notes.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
});
const noteFile = document.getElementById("note-file");
document.getElementById("note-import").addEventListener("click", () => noteFile.click());
noteFile.addEventListener("change", async () => {
  try { importNotes(await noteFile.files[0].text()); }
  catch (e) { document.getElementById("note-place").textContent = "That file could not be read as notes."; }
  noteFile.value = "";
});
document.getElementById("note-clear").addEventListener("click", () => {
  if (!notes.size || !confirm("Delete all notes kept in this browser?")) return;
  notes = new Map();
  remember(NOTES, "[]");
  showNotes();
});
if (items.size) {
  document.getElementById("notes").hidden = false;
  items.forEach((item, key) => noteBar(key, item));
  showNotes();
}
