// Through the messages by keys: arrows, Home and End choose one, Enter opens what can be done.

import { menu } from "./deeds.js";
import { byId } from "./dom.js";
import { message } from "./view.js";

const log = byId("log");
const every = () => [...log.querySelectorAll("[id^='m-']")];

const WAYS = {
  ArrowUp: (nodes, at) => nodes[at < 0 ? nodes.length - 1 : Math.max(0, at - 1)],
  ArrowDown: (nodes, at) => nodes[Math.min(nodes.length - 1, at + 1)],
  Home: (nodes) => nodes[0],
  End: (nodes) => nodes.at(-1),
};

log.addEventListener("keydown", (event) => {
  const nodes = every();
  const at = nodes.indexOf(event.target);
  if (at < 0 && event.target !== log) return; // a button or a link inside has keys of its own
  const next = WAYS[event.key]?.(nodes, at);
  const chosen = event.key === "Enter" && at >= 0 && message(Number(event.target.id.slice(2)));
  if (!next && !chosen) return;
  event.preventDefault();
  if (chosen && !chosen.service) menu(chosen);
  next?.focus();
});
