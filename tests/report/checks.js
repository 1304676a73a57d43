// Run inside the page by test_browser.py.
const checks = {
  // Each visible text that stands out too little from what is behind it: WCAG 2.2, 1.4.3.
  contrast() {
    const rgb = (colour) => {
      const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      const scale = colour.startsWith("color(srgb") ? 255 : 1;
      return [r * scale, g * scale, b * scale, alpha];
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour[3] > 0.99) return colour;
      }
      return [255, 255, 255, 1];
    };
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const poor = [];
    document.querySelectorAll("main details").forEach((d) => { d.open = true; });
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility() || element.closest("option, script, style, .vh")) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700);
      const [high, low] = [light(rgb(style.color)), light(behind(element))].sort((a, b) => b - a);
      const ratio = (high + 0.05) / (low + 0.05);
      seen += 1;
      if (ratio < (large ? 3 : 4.5)) poor.push(`${element.className}: ${node.data.trim().slice(0, 30)} ${ratio.toFixed(2)}`);
    }
    return { seen, poor };
  },

  // Levels of headings that are left out, controls without a name, drawings that are neither told nor hidden.
  structure() {
    const wrong = [];
    const told = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 80)}`);
    let level = 0;
    document.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((heading) => {
      const own = Number(heading.tagName[1]);
      if (own > level + 1) told(`after level ${level}`, heading);
      level = own;
    });
    document.querySelectorAll("button, a[href], input, select, textarea").forEach((control) => {
      const label = control.closest("label");
      if (!(control.getAttribute("aria-label") || control.textContent.trim() || (label && label.textContent.trim()))) told("no name", control);
    });
    document.querySelectorAll("svg:not([aria-hidden])").forEach((drawing) => told("not hidden", drawing));
    document.querySelectorAll("th:not([scope])").forEach((head) => told("no scope", head));
    return wrong;
  },
};
