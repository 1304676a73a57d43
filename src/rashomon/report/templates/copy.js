// Copy words with outlet, headline, day and address; the address of what stands in a list.
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
const plain = (words) => words.trim().replace(/\s+/g, " ").replace(/^[“"]|[”"]$/g, "");
const cited = (words, report) => "“" + plain(words) + "” (" + sourceOf(report) + ")";
const copyButton = (words, report) => {
  const made = button("copy", "copy with its source: " + inShort(words()), "copy");
  const say = (text) => { made.textContent = text; tell(text); setTimeout(() => { made.textContent = "copy"; }, 1500); };
  made.addEventListener("click", () => copyText(cited(words(), report)).then(() => say("copied"), () => say("not allowed here")));
  return made;
};
const inShort = (words) => plain(words).slice(0, 60);
const wordsBeside = (ways) => {
  const box = ways.closest(".say, li, td");
  return (box.querySelector(".words") || box.querySelector(".src")).textContent;
};
all(".ways").forEach((ways) => ways.append(copyButton(() => wordsBeside(ways), ways.closest("[data-d]").dataset.d.split(" ")[0])));
// Cards have their address without script.
all("figcaption[id], tbody[id], li[id], .labelled[id], details.figure[id]").forEach((item) => {
  const ways = item.querySelector("h4") || item.matches("details") ? null : item.querySelector(".ways");
  const named = item.querySelector("h4, p, bdi") || item;
  const link = make("a", { className: "here", href: "#" + item.id, textContent: "#" });
  link.setAttribute("aria-label", "Link to: " + inShort(ways ? wordsBeside(ways) : named.textContent));
  (ways || item.querySelector("h4, p") || item).append(link);
});
