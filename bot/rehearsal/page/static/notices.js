// The short notice at the foot, and the one dialog: an alert, a question, a list or a picture.

import { button, byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { WORDS } from "./words.js";

const SECONDS_PER_LETTER = 0.06; // a slow reader's time, at least four seconds
let fading = 0;

export function toast(text, bad = false) {
  const place = byId("toast");
  // Where a dialog is open, only what lies inside it is seen and heard.
  (byId("dialog").open ? byId("dialog") : document.body).append(place);
  place.className = bad ? "shown bad" : "shown";
  place.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(clearToast, 1000 * Math.max(4, text.length * SECONDS_PER_LETTER));
}

function clearToast() {
  byId("toast").className = "";
  byId("toast").textContent = "";
}

export const announce = (text) => { byId("announce").textContent = text; };

// `wide` fills the screen, for a picture. Focus comes back to where it was (the browser's own way).
export function openDialog(title, content, { wide = false } = {}) {
  const dialog = byId("dialog");
  if (dialog.open) closeDialog();
  dialog.className = wide ? "wide" : "";
  const close = button(icon("close"), closeDialog, { class: "icon close", "aria-label": WORDS.close });
  dialog.replaceChildren(
    el("header", {}, el("h2", { id: "dialog-title" }, title), close),
    el("div", { class: "content" }, content),
  );
  dialog.showModal();
}

export function closeDialog() {
  document.body.append(byId("toast"));
  byId("dialog").close();
}

export function alertDialog(text) {
  const understood = button(WORDS.understood, closeDialog, { class: "strong", autofocus: true });
  openDialog(WORDS.answer, [el("p", { class: "prose" }, text), el("div", { class: "acts" }, understood)]);
}

export function askDialog(title, question, label, go) {
  const yes = button(label, () => { closeDialog(); go(); }, { class: "danger" });
  const no = button(WORDS.cancel, closeDialog, { autofocus: true });
  openDialog(title, [el("p", {}, question), el("div", { class: "acts" }, yes, no)]);
}

// `entries` are [label, act]; choosing one closes the dialog.
export function listDialog(title, entries) {
  const items = entries.map(([label, go, props], place) =>
    el("li", {}, button(label, () => { closeDialog(); go(); }, { autofocus: place === 0, ...props })));
  openDialog(title, el("ul", { class: "list" }, items));
}

export function pictureDialog(file, described) {
  const picture = el("img", { src: file.url, alt: described });
  const save = el("a", { href: file.url, download: file.name }, WORDS.save(file.name));
  openDialog(file.name, [picture, el("p", {}, save)], { wide: true });
}

// A tap beside the dialog closes it.
byId("dialog").addEventListener("click", (event) => {
  if (event.target === byId("dialog")) closeDialog();
});
byId("dialog").addEventListener("cancel", () => document.body.append(byId("toast")));
