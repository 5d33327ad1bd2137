// Files on their way: picked, pasted or dropped anywhere on the chat.

import { addFiles } from "./composer.js";
import { button, byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { view } from "./view.js";
import { WORDS } from "./words.js";

let album = true;
export const isAlbum = () => album;

export function drawTray(draft) {
  const place = byId("tray");
  place.hidden = draft.files.length === 0;
  const items = draft.files.map((file) => el("li", {}, el("span", {}, file.name),
    button(icon("close"), () => drop(draft, file), { class: "icon", "aria-label": WORDS.dropFile(file.name) })));
  const together = el("input", { type: "checkbox", checked: album, onchange: () => { album = together.checked; } });
  place.replaceChildren(el("ul", {}, items));
  if (draft.files.length > 1) place.append(el("label", {}, together, ` ${WORDS.asAlbum}`));
}

function drop(draft, file) {
  draft.files = draft.files.filter((one) => one !== file);
  drawTray(draft);
  byId("write").focus();
}

export function clearTray(draft) {
  draft.files = [];
  drawTray(draft);
}

const chat = byId("chat");
const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
const mayWrite = () => view && !byId("composer").hidden;

function hover(event) {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  chat.classList.toggle("dropping", mayWrite());
}

chat.addEventListener("dragenter", hover);
chat.addEventListener("dragover", hover);
chat.addEventListener("dragleave", (event) => {
  if (!chat.contains(event.relatedTarget)) chat.classList.remove("dropping");
});
chat.addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  chat.classList.remove("dropping");
  if (mayWrite()) addFiles(event.dataTransfer.files);
});
// A file dropped beside the chat must not replace the page.
for (const kind of ["dragover", "drop"]) {
  window.addEventListener(kind, (event) => { if (carriesFiles(event)) event.preventDefault(); });
}
byId("write").addEventListener("paste", (event) => {
  if (event.clipboardData.files.length === 0) return;
  event.preventDefault();
  addFiles(event.clipboardData.files);
});
byId("pick").append(icon("attach"));
byId("send").append(icon("send"));
byId("pick").addEventListener("click", () => byId("files").click());
byId("files").addEventListener("change", () => {
  addFiles(byId("files").files);
  byId("files").value = "";
});
