// The messages of the viewed chat: in order, by day, scrolled to the end only when one was there.

import { act } from "./acts.js";
import { bubble } from "./bubble.js";
import { tap } from "./buttons.js";
import { reply, startEdit } from "./composer.js";
import { byId, el, glide, keyed } from "./dom.js";
import { icon } from "./icons.js";
import { announce, askDialog, listDialog, pictureDialog, toast } from "./notices.js";
import { atNewest, goTo, message as known, view, viewing, watch } from "./view.js";
import { WORDS } from "./words.js";

const NEAR_END = 60; // pixels from the end at which a reader counts as being there
const RESTED = 200; // ms without scrolling after which what is in sight counts as read
const log = byId("log");
let resting = 0;
let unreadFrom = null; // the first unread message when the chat was opened
let readUpTo = { place: "", id: 0 }; // what the server was told was read
let following = true; // whether the reader is at the end and wants to stay there

const does = { tap, reply, menu, picture, open, jump, command };

export function drawChat(fresh, before) {
  const opened = !before || before.viewing.chat !== fresh.viewing.chat || before.viewing.person !== fresh.viewing.person;
  if (opened) unreadFrom = atNewest ? null : firstUnread(fresh);
  keyed(log, entries(fresh));
  if (opened) showOpened();
  else if (following || wroteNow(fresh, before)) toEnd();
  if (!opened) tellArrived(fresh, before);
  drawEnd();
  markRead();
}

function entries(fresh) {
  if (fresh.messages.length === 0) {
    return [line("none", "service", fresh.group.bot_inside ? WORDS.noMessages : WORDS.noBot)];
  }
  return fresh.messages.flatMap((message, n, all) => [
    ...separators(message, all[n - 1]), entry(message, all[n - 1], all[n + 1]),
  ]);
}

function separators(message, earlier) {
  const lines = [];
  if (message.day !== earlier?.day) lines.push(line(`day-${message.day}`, "day", message.day));
  if (message.id === unreadFrom) lines.push(line("unread", "unread-line", WORDS.unreadLine));
  return lines;
}

const line = (key, kind, text) => ({ key, version: text, make: () => el("p", { class: kind }, text) });

function entry(message, earlier, later) {
  const follows = continues(message, earlier);
  const goesOn = continues(later, message);
  const album = message.album && (message.album === earlier?.album || message.album === later?.album) ? "album" : "";
  const place = { first: !follows, album, streak: `${follows ? "follows" : ""} ${goesOn ? "goes-on" : ""}` };
  const { person, chat } = viewing();
  return {
    key: `${person}/${chat}/${message.id}`,
    version: `${message.v}/${follows}/${goesOn}/${album}/${message.pinned}`,
    make: () => bubble(message, place, does),
  };
}

const continues = (message, earlier) =>
  message && earlier && !message.service && !earlier.service &&
  message.from.id === earlier.from.id && message.day === earlier.day;

// Scrolling -----------------------------------------------------------------------------------

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
function toEnd() { log.scrollTop = log.scrollHeight; }

const wroteNow = (fresh, before) => {
  const last = fresh.messages.at(-1);
  return last?.mine && !before.messages.some((one) => one.id === last.id);
};

function firstUnread(fresh) {
  const chat = fresh.chats.find((one) => one.id === fresh.viewing.chat);
  const others = fresh.messages.filter((message) => !message.mine);
  return chat?.unread ? others.at(-chat.unread)?.id ?? others[0]?.id : null;
}

function showOpened() {
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

function drawEnd() {
  const place = byId("to-end");
  place.hidden = atEnd();
  if (place.hidden) return;
  const unread = view.chats.find((chat) => chat.id === view.viewing.chat)?.unread ?? 0;
  place.replaceChildren(icon("down"), unread ? `${WORDS.toEnd} (${unread})` : WORDS.toEnd);
}

// Reading -------------------------------------------------------------------------------------

// As far as the messages have come into sight.
function markRead() {
  const { person, chat } = viewing();
  const unread = view.chats.find((one) => one.id === chat)?.unread;
  if (!unread || document.hidden || !shown()) return;
  const id = atEnd() ? view.messages.at(-1)?.id : lastInSight();
  const place = `${person}/${chat}`;
  if (!id || (readUpTo.place === place && id <= readUpTo.id)) return;
  readUpTo = { place, id };
  act("read", { person, chat, message: id });
}

function lastInSight() {
  const edge = log.scrollTop + log.clientHeight - NEAR_END;
  const nodes = [...log.children].filter((node) => node.id.startsWith("m-"));
  return Number(nodes.findLast((node) => node.offsetTop <= edge)?.id.slice(2));
}

function tellArrived(fresh, before) {
  const newest = before.messages.at(-1)?.id ?? 0;
  const arrived = fresh.messages.filter((message) => message.id > newest && !message.mine && !message.service);
  const last = arrived.at(-1);
  if (last) announce(WORDS.arrived(last.from.name, last.text || last.file?.name || ""));
}

// What the parts of a message do ----------------------------------------------------------------

function picture(message) {
  pictureDialog(message.file, message.text || WORDS.picture(message.file.name));
}

async function open(url) {
  const done = await act("open", { person: viewing().person, url });
  if (done?.go) goTo(done.go);
}

function command(text) { act("say", { ...viewing(), text }); }

function menu(message) {
  const { person, chat } = viewing();
  const given = { person, chat, message: message.id };
  const entries = [[WORDS.reply, () => reply(message)], [WORDS.forward, () => forward(given)]];
  if (message.mine && message.text && !message.forwarded) entries.push([WORDS.edit, () => startEdit(message)]);
  if (message.mine) entries.push([WORDS.remove, () => remove(given), { class: "danger-text" }]);
  listDialog(WORDS.message, entries);
}

function forward(given) {
  listDialog(WORDS.forwardTo, view.chats.map((chat) =>
    [chat.title, () => act("forward", { ...given, to: chat.id })]));
}

function remove(given) {
  askDialog(WORDS.removeTitle, WORDS.removeAsk, WORDS.remove, () => {
    if (known(given.message)) act("delete", given);
  });
}

const shown = () => log.offsetParent !== null;

log.addEventListener("scroll", () => {
  if (!view || !shown()) return;
  following = atEnd();
  drawEnd();
  clearTimeout(resting);
  resting = setTimeout(markRead, RESTED);
}, { passive: true });
// A smaller window, a growing composer or a tab that comes back leave the reader where he was.
new ResizeObserver(() => {
  if (!view || !shown()) return;
  if (following) toEnd();
  markRead();
}).observe(log);
byId("to-end").addEventListener("click", () => { toEnd(); log.focus(); });
watch(drawChat);
