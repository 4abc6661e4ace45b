// What moves on the pages: colours, the panel with a thing's triples, the hint, the picture, copying, searching.
// Without it everything is still there: each mention is a link to the thing it speaks of. It loads nothing.
"use strict";

const root = document.documentElement;
const $ = (id) => document.getElementById(id);
root.classList.add("js");

// --- Light and dark: the system's choice, until the reader makes another -------------------------------------------
const system = matchMedia("(prefers-color-scheme: dark)");
const stored = { // a page from file:// may have no storage
  get() { try { return localStorage.getItem("kgexport-theme"); } catch { return null; } },
  set(value) { try { localStorage.setItem("kgexport-theme", value); } catch { /* for this visit only */ } },
};
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const showTheme = () => $("theme").setAttribute("aria-pressed", String(isDark()));
if (["light", "dark"].includes(stored.get())) root.dataset.theme = stored.get();
showTheme();
system.addEventListener("change", showTheme);
$("theme").addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  stored.set(root.dataset.theme);
  showTheme();
});

// --- The panel and the hint ----------------------------------------------------------------------------------------
const panel = $("panel");
const hint = $("hint");
const KNOWN = new Set(["IRI", "a", "schema:name"]); // what the head of a hint says already

/** The cards of the things that a link leads to: its own first, then what else is mentioned there. */
function cardsOf(link) {
  const ids = [decodeURIComponent(link.getAttribute("href").slice(1)), ...(link.dataset.also || "").split(" ")];
  return ids.map($).filter((card) => card && card.classList.contains("card"));
}

function copyOf(card) {
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const part of copy.querySelectorAll("details")) part.open = true;
  return copy;
}

function openPanel(link) {
  const cards = cardsOf(link);
  if (!cards.length) return false;
  hideHint();
  $("panel-body").replaceChildren(...cards.map(copyOf));
  panel.setAttribute("aria-label", cards[0].querySelector(".name").textContent);
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  return true;
}

function showHint(link) {
  const [card, ...more] = cardsOf(link);
  if (!card) return;
  const parts = [".name", ".detail", ".badges", "dl"].map((part) => card.querySelector(part)).filter(Boolean);
  hint.replaceChildren(...parts.map((part) => part.cloneNode(true)));
  const rows = [...card.querySelectorAll(":scope > .triples tbody tr")].filter((row) => !KNOWN.has(row.firstElementChild.textContent));
  for (const row of rows.slice(0, 4)) {
    const values = [...row.querySelectorAll(".value")].map((value) => value.textContent.trim().replace(/\s+/g, " "));
    const text = `${row.firstElementChild.textContent.replace("schema:", "")}: ${values.join(", ")}`;
    hint.append(Object.assign(document.createElement("p"), { textContent: text.length > 160 ? `${text.slice(0, 159)}…` : text }));
  }
  if (more.length) hint.append(Object.assign(document.createElement("p"), { className: "detail", textContent: `and ${more.length} more here` }));
  hint.hidden = false;
  const box = link.getClientRects()[0] || link.getBoundingClientRect();
  const below = box.bottom + 8 + hint.offsetHeight < innerHeight;
  hint.style.left = `${Math.max(8, Math.min(box.left, innerWidth - hint.offsetWidth - 8))}px`;
  hint.style.top = `${Math.max(8, below ? box.bottom + 6 : box.top - hint.offsetHeight - 6)}px`;
}

function hideHint() { if (hint) hint.hidden = true; }

if (panel) {
  const mention = (event) => event.target.closest?.("a.m, a.opens, a.node");
  let waiting = 0;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.m, a.opens, a.node, a.ref");
    if (event.target === panel) panel.close();
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) {
      if (event.target.closest("dialog .places a")) panel.close();
      return;
    }
    if (openPanel(link)) event.preventDefault();
  });
  document.addEventListener("pointerover", (event) => {
    clearTimeout(waiting);
    if (event.pointerType === "touch" || hint.contains(event.target)) return;
    const link = mention(event);
    waiting = setTimeout(() => (link ? showHint(link) : hideHint()), link ? 120 : 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = mention(event);
    if (link && link.matches(":focus-visible")) showHint(link); else hideHint();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideHint(); });
  addEventListener("scroll", hideHint, { passive: true });
  for (const box of document.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => {
      const off = [...document.querySelectorAll(".legend input:not(:checked)")].map((one) => one.value);
      document.querySelector(".text").dataset.hide = off.join(" ");
    });
  }
}

// --- The picture: drag, zoom, and the same by keyboard -------------------------------------------------------------
const picture = $("picture");

function startPicture() {
  const whole = picture.getAttribute("viewBox").split(" ").map(Number);
  const nodes = new Map([...picture.querySelectorAll(".node")].map((node) => [node.dataset.node, nodeOf(node)]));
  const ties = [...picture.querySelectorAll(".tie")].map((group) => ({
    group, from: nodes.get(group.dataset.from), to: nodes.get(group.dataset.to), line: group.querySelector("line"), text: group.querySelector("text"),
  }));
  let view = [...whole];
  let drag = null;

  function nodeOf(element) {
    const [x, y] = element.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    const [width, height] = element.dataset.size.split(" ").map(Number);
    return { element, x, y, width, height };
  }
  function show(next) {
    view = next;
    picture.setAttribute("viewBox", view.map((number) => number.toFixed(1)).join(" "));
  }
  function zoom(factor, at = [view[0] + view[2] / 2, view[1] + view[3] / 2]) {
    if (!factor) return show([...whole]);
    const width = Math.min(whole[2] * 2, Math.max(whole[2] / 12, view[2] / factor));
    const part = width / view[2];
    return show([at[0] - (at[0] - view[0]) * part, at[1] - (at[1] - view[1]) * part, width, view[3] * part]);
  }
  function rim(box, other) { // where the straight line to the other leaves the box; network.py does the same
    const dx = other.x - box.x, dy = other.y - box.y;
    const part = Math.min(1, box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9));
    return [box.x + dx * part, box.y + dy * part];
  }
  function move(node, x, y) {
    Object.assign(node, { x, y });
    node.element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    for (const tie of ties.filter((one) => one.from === node || one.to === node)) {
      const [a, b] = [rim(tie.from, tie.to), rim(tie.to, tie.from)];
      const places = { x1: a[0], y1: a[1], x2: b[0], y2: b[1] };
      for (const [name, value] of Object.entries(places)) tie.line.setAttribute(name, value.toFixed(1));
      tie.text.setAttribute("x", (a[0] + b[0]) / 2);
      tie.text.setAttribute("y", (a[1] + b[1]) / 2 + 3);
    }
  }
  function light(node) {
    picture.classList.toggle("active", Boolean(node));
    for (const tie of ties) tie.group.classList.toggle("near", Boolean(node) && (tie.from === node || tie.to === node));
  }
  const nodeAt = (target) => nodes.get(target.closest?.(".node")?.dataset.node);
  const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());

  picture.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const start = point(event), node = nodeAt(event.target);
    drag = { node, start, moved: false, dx: node ? node.x - start.x : 0, dy: node ? node.y - start.y : 0, id: event.pointerId };
  });
  picture.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const now = point(event);
    if (!drag.moved && Math.hypot(now.x - drag.start.x, now.y - drag.start.y) < view[2] / 300) return;
    if (!drag.moved) picture.setPointerCapture(drag.id);
    drag.moved = true;
    hideHint();
    if (drag.node) move(drag.node, now.x + drag.dx, now.y + drag.dy);
    else show([view[0] + drag.start.x - now.x, view[1] + drag.start.y - now.y, view[2], view[3]]);
  });
  for (const name of ["pointerup", "pointercancel"]) picture.addEventListener(name, () => setTimeout(() => { drag = null; }));
  picture.addEventListener("click", (event) => { if (drag?.moved) { event.preventDefault(); event.stopPropagation(); } }, true);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = point(event);
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, [at.x, at.y]);
  }, { passive: false });
  for (const name of ["pointerover", "focusin"]) picture.addEventListener(name, (event) => { if (!drag?.moved) light(nodeAt(event.target)); });
  for (const name of ["pointerleave", "focusout"]) picture.addEventListener(name, () => light(null));
  picture.addEventListener("keydown", (event) => {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key], node = nodeAt(event.target), zooms = { "+": 1.25, "=": 1.25, "-": 0.8, 0: 0 };
    if (event.ctrlKey || event.metaKey || event.altKey || (!way && !(event.key in zooms))) return;
    event.preventDefault();
    if (!way) zoom(zooms[event.key]);
    else if (node && event.shiftKey) { hideHint(); move(node, node.x + way[0] * 15, node.y + way[1] * 15); }
    else show([view[0] + way[0] * view[2] * 0.08, view[1] + way[1] * view[3] * 0.08, view[2], view[3]]);
  });
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));
  $("labels").addEventListener("change", (event) => picture.classList.toggle("labels", event.target.checked));
}
if (picture) startPicture();

// --- Copying and searching -----------------------------------------------------------------------------------------
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const code = $(button.dataset.copy);
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = "Copied.";
    } catch { // not allowed here: mark it, so that the reader can
      getSelection().selectAllChildren(code);
      said.textContent = "Marked; press Ctrl+C to copy.";
    }
  });
}

const search = $("search");
if (search) {
  const articles = [...document.querySelectorAll(".articles > li")];
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const article of articles) article.hidden = !words.every((word) => (article.dataset.words || "").includes(word));
    const left = articles.filter((article) => !article.hidden).length;
    $("found").textContent = words.length ? `${left} of ${articles.length}` : "";
  });
}
