// Copy words with outlet, headline, day and address.
const copyOldWay = (text) => {
  const area = make("textarea", { value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not allowed");
};
const copyText = async (text) => { try { await navigator.clipboard.writeText(text); } catch (e) { copyOldWay(text); } };
const sourceOf = (report) => document.getElementById(report).dataset.source;
const cited = (words, report) => "“" + words.trim().replace(/\s+/g, " ").replace(/^[“"]|[”"]$/g, "") + "” (" + sourceOf(report) + ")";
const copyButton = (words, report) => {
  const made = button("copy", "Copy these words with their source", "copy");
  const say = (text) => { made.textContent = text; setTimeout(() => { made.textContent = "copy"; }, 1500); };
  made.addEventListener("click", () => copyText(cited(words(), report)).then(() => say("copied"), () => say("not allowed here")));
  return made;
};
all(".ways").forEach((ways) => {
  const box = ways.closest(".say, li, td");
  const words = () => (box.querySelector(".words") || box.querySelector(".src")).textContent;
  ways.append(copyButton(words, ways.closest("[data-d]").dataset.d.split(" ")[0]));
});
// The address of what stands in a list, beside the ways to its words; cards have theirs without script.
all("figcaption[id], tbody[id], li[id][data-item], details.figure[id]").forEach((item) => {
  const link = make("a", { className: "here", href: "#" + item.id, textContent: "#" });
  link.setAttribute("aria-label", "Link to this " + (item.matches(".figure, tbody") ? "figure" : item.matches("li") ? "statement" : "quote"));
  (item.matches("details") ? item.querySelector("p") : item.querySelector(".ways") || item).append(link);
});
