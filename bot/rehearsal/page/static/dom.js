// Elements out of plain values: text is always a text node, so nothing of a chat is ever markup.

export const byId = (id) => document.getElementById(id);

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) give(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return node;
}

function give(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
  else node.setAttribute(name, value === true ? "" : value);
}

export function button(label, press, props = {}) {
  return el("button", { type: "button", onclick: press, ...props }, label);
}

export const heard = (text) => el("span", { class: "only-heard" }, text);

// Shows `items` ({key, version, make}) as the children of `parent`. A child whose version is the
// same stays untouched, so that focus, selection and scroll survive every new view.
export function keyed(parent, items) {
  const known = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  items.forEach((item, place) => {
    const key = String(item.key);
    const node = same(known.get(key), key, String(item.version), item.make);
    known.delete(key);
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
  for (const node of known.values()) leave(node, parent);
}

// The focus never falls out of the page with what is taken away.
function leave(node, parent) {
  const focused = node.contains(document.activeElement);
  node.remove();
  if (focused) (parent.closest("[tabindex]") ?? byId("log")).focus({ preventScroll: true });
}

function same(old, key, version, make) {
  if (old && old.dataset.version === version) return old;
  const fresh = make();
  fresh.dataset.key = key;
  fresh.dataset.version = version;
  if (old) {
    const focused = old.contains(document.activeElement) && focusName(document.activeElement, old);
    old.replaceWith(fresh);
    if (focused) focusAgain(fresh, focused);
  }
  return fresh;
}

function focusName(active, old) {
  return active === old ? "itself" : active.dataset.focus ?? "first";
}

function focusAgain(fresh, name) {
  const named = fresh.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  const target = name === "itself" ? fresh : named ?? fresh.querySelector("button, a") ?? fresh;
  target.focus({ preventScroll: true });
}

// Writes only what differs: a live region speaks once, and a selection in the text stays.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function choices(select, options, now) {
  const known = options.some(([value]) => Number(value) === now);
  const all = known || now === undefined ? options : [...options, [now, String(now)]];
  keyed(select, all.map(([value, label]) => ({
    key: value, version: label, make: () => el("option", { value }, label),
  })));
  if (document.activeElement !== select) select.value = String(now);
}

const still = matchMedia("(prefers-reduced-motion: reduce)");
export const glide = () => (still.matches ? "auto" : "smooth");
