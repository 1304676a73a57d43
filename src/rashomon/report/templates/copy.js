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
all("[data-cite]").forEach((place) => {
  const box = place.closest(".say, li, td");
  const words = () => (box.querySelector(".words") || box.querySelector(".src")).textContent;
  place.append(copyButton(words, place.dataset.cite));
});
