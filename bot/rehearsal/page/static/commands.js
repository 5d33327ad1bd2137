// The commands that the bot offers here: shown while "/…" is written, chosen by key or tap.

import { act } from "./acts.js";
import { byId, el, keyed } from "./dom.js";
import { icon } from "./icons.js";
import { announce, toast } from "./notices.js";
import { view, viewing } from "./view.js";
import { WORDS } from "./words.js";

const field = byId("write");
const list = byId("commands");
let chosen = 0;
let dismissed = false; // closed by Esc: stays closed until something else is written

const open = () => !list.hidden;
const fitting = () => {
  const begun = field.value.trim().toLowerCase();
  return /^\/\S*$/.test(begun) ? view.commands.filter((one) => one.command.startsWith(begun)) : [];
};

export function choosingCommand() {
  // What is written in full is what Enter sends, whatever else begins so.
  chosen = Math.max(0, fitting().findIndex((one) => one.command === field.value.trim()));
  dismissed = false;
  const was = list.hidden;
  list.hidden = fitting().length === 0;
  drawCommands();
  if (was && open()) announce(WORDS.commandsShown(fitting().length));
}

export function hideCommands() {
  list.hidden = true;
  field.removeAttribute("aria-activedescendant");
}

// Also after a new view: a bot that just started may have told its commands only now.
export function drawCommands() {
  const found = fitting();
  if (!open() && found.length > 0 && !dismissed && document.activeElement === field) list.hidden = false;
  if (!open()) return;
  if (found.length === 0) { hideCommands(); return; }
  chosen = Math.min(chosen, found.length - 1);
  keyed(list, found.map((one, n) => ({
    key: one.command, version: `${one.description}/${n === chosen}`, make: () => option(one, n),
  })));
  field.setAttribute("aria-activedescendant", `command-${chosen}`);
  byId(`command-${chosen}`).scrollIntoView({ block: "nearest" });
}

function option(one, n) {
  return el("li", {
    id: `command-${n}`, role: "option", "aria-selected": String(n === chosen),
    onmousedown: (event) => event.preventDefault(), // the field keeps the focus
    onclick: () => take(one),
  }, el("strong", {}, one.command), el("span", {}, one.description));
}

function take(one) {
  field.value = "";
  hideCommands();
  act("say", { ...viewing(), text: one.command });
}

// True where the key belonged to the list.
export function pressedInCommands(event) {
  if (!open()) return false;
  const found = fitting();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    chosen = (chosen + step + found.length) % found.length;
    drawCommands();
  } else if (event.key === "Enter" && !event.shiftKey) take(found[chosen]);
  else if (event.key === "Tab" && !event.shiftKey) field.value = `${found[chosen].command} `;
  else if (event.key !== "Escape") return false;
  dismissed = event.key === "Escape";
  if (dismissed || event.key === "Tab") hideCommands();
  event.preventDefault();
  return true;
}

byId("commands-button").append(icon("slash"));
byId("commands-button").addEventListener("click", () => {
  if (!view) return;
  if (view.commands.length === 0) { toast(WORDS.noCommands); return; }
  if (!open()) field.value = "/";
  else field.value = "";
  field.focus();
  choosingCommand();
});
field.addEventListener("blur", (event) => {
  if (event.relatedTarget !== byId("commands-button")) hideCommands();
});
