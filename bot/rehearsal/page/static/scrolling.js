// Where the reader stands in the messages: he stays there unless he is at the end.

import { byId, glide } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./notices.js";
import { chatNow, view } from "./view.js";
import { WORDS } from "./words.js";

const NEAR_END = 60; // pixels from the end at which a reader counts as being there
const RESTED = 200; // ms without scrolling after which what is in sight counts as read
const log = byId("log");
const resters = [];
let resting = 0;
let following = true; // whether the reader is at the end and wants to stay there
let size = "";

// `whenResting(act)`: act() once the messages stand still before the reader.
export const whenResting = (act) => resters.push(act);
export const shown = () => log.offsetParent !== null;
export const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
export function stay() { if (following) toEnd(); }

export function toEnd() {
  following = true;
  log.scrollTop = log.scrollHeight;
}

// A chat just opened: at the first unread message, else at the end.
export function showOpened() {
  const mark = log.querySelector(".unread-line");
  if (mark) mark.scrollIntoView({ block: "start" });
  else toEnd();
  following = atEnd();
}

export function jump(id) {
  const node = byId(`m-${id}`);
  if (!node) { toast(WORDS.goneMessage); return; }
  node.scrollIntoView({ block: "center", behavior: glide() });
  node.focus({ preventScroll: true });
  node.classList.add("found");
  setTimeout(() => node.classList.remove("found"), 2000);
}

// The newest message of which the reader has seen at least the beginning.
export function lastInSight() {
  if (atEnd()) return view.messages.at(-1)?.id;
  const edge = log.scrollTop + log.clientHeight - NEAR_END;
  const nodes = [...log.children].filter((node) => node.id.startsWith("m-"));
  return Number(nodes.findLast((node) => node.offsetTop <= edge)?.id.slice(2));
}

export function drawEnd() {
  const place = byId("to-end");
  place.hidden = atEnd();
  if (place.hidden) return;
  const unread = chatNow()?.unread ?? 0;
  place.replaceChildren(icon("down"), unread ? `${WORDS.toEnd} (${unread})` : WORDS.toEnd);
}

// Where the messages or their frame grew, it is not the reader who left the end.
function sameSize() {
  const before = size;
  size = `${log.clientHeight}/${log.scrollHeight}`;
  return size === before;
}

log.addEventListener("scroll", () => {
  if (!view || !shown()) return;
  if (sameSize()) following = atEnd();
  else stay();
  drawEnd();
  clearTimeout(resting);
  resting = setTimeout(() => resters.forEach((act) => act()), RESTED);
}, { passive: true });
// A smaller window, a growing composer or a tab that comes back leave the reader where he was.
new ResizeObserver(() => {
  if (!view || !shown()) return;
  stay();
  resters.forEach((act) => act());
}).observe(log);
byId("to-end").addEventListener("click", () => { toEnd(); log.focus(); });
