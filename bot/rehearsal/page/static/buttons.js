// The inline buttons under a message: their styles, waiting for the bot, and what it answered.

import { act } from "./acts.js";
import { button, el, heard } from "./dom.js";
import { icon } from "./icons.js";
import { alertDialog, openDialog, toast } from "./notices.js";
import { goTo, viewing } from "./view.js";
import { WORDS } from "./words.js";

const waiting = new Set();
const SIGNS = { url: "link", copy: "copy" };

export function rows(message, does) {
  if (message.rows.length === 0) return null;
  return el("div", { class: "rows" }, message.rows.map((row, y) =>
    el("div", { class: "row" }, row.map((one, x) => inline(message, one, y, x, does)))));
}

function inline(message, one, row, column, does) {
  const name = nameOf(message, row, column);
  const node = button([one.text, SIGNS[one.kind] && icon(SIGNS[one.kind])], () => does.tap(message, row, column), {
    class: `inline ${one.style ?? ""}`, "data-focus": `b-${row}-${column}`, "data-button": name,
  });
  if (waiting.has(name)) showWaiting(node);
  return node;
}

function nameOf(message, row, column) {
  const { person, chat } = viewing();
  return `${person}/${chat}/${message.id}/${row}/${column}`;
}

export async function tap(message, row, column) {
  const name = nameOf(message, row, column);
  if (waiting.has(name)) return;
  waiting.add(name);
  marked(name).forEach(showWaiting);
  const done = await act("tap", { ...viewing(), message: message.id, row, column });
  waiting.delete(name);
  marked(name).forEach(showReady);
  if (done) tellAnswer(done.answer);
}

const marked = (name) => document.querySelectorAll(`[data-button="${CSS.escape(name)}"]`);

function showWaiting(node) {
  if (node.getAttribute("aria-busy")) return;
  node.setAttribute("aria-busy", "true");
  node.append(heard(`, ${WORDS.waiting}`));
}

function showReady(node) {
  node.removeAttribute("aria-busy");
  node.querySelector(".only-heard")?.remove();
}

async function tellAnswer(answer) {
  if (!answer) return;
  if (answer.copied) await copied(answer.copied);
  if (answer.text && answer.alert) alertDialog(answer.text);
  else if (answer.text) toast(answer.text);
  if (answer.go) goTo(answer.go);
}

// Where the browser gives no clipboard, the text is shown so that people can take it themselves.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(WORDS.copied);
  } catch {
    openDialog(WORDS.copyThis, el("pre", { class: "prose" }, text));
  }
}
