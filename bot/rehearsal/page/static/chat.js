// The messages of the viewed chat, in order and by day.

import { bubble } from "./bubble.js";
import { deeds } from "./deeds.js";
import { byId, el, keyed } from "./dom.js";
import { firstUnread, markRead, tellArrived } from "./reading.js";
import { drawEnd, showOpened, stay, toEnd } from "./scrolling.js";
import { atNewest, viewing, watch } from "./view.js";
import { WORDS } from "./words.js";

let unreadFrom = null; // the first unread message when the chat was opened

function drawChat(fresh, before) {
  const opened = JSON.stringify(before?.viewing) !== JSON.stringify(fresh.viewing);
  if (opened) unreadFrom = atNewest ? null : firstUnread(fresh);
  keyed(byId("log"), entries(fresh));
  if (opened) showOpened();
  else if (wroteNow(fresh, before)) toEnd();
  else stay();
  if (!opened) tellArrived(fresh, before);
  drawEnd();
  markRead();
}

function wroteNow(fresh, before) {
  const last = fresh.messages.at(-1);
  return last?.mine && !before.messages.some((one) => one.id === last.id);
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
  const inAlbum = Boolean(message.album) && message.album === earlier?.album;
  const together = inAlbum || (message.album && message.album === later?.album);
  const streak = [follows && "follows", goesOn && "goes-on", together && "album"];
  const place = { first: !follows, inAlbum, streak: streak.filter(Boolean).join(" ") };
  const { person, chat } = viewing();
  return {
    key: `${person}/${chat}/${message.id}`,
    version: JSON.stringify([message.v, place]),
    make: () => bubble(message, place, deeds),
  };
}

const continues = (message, earlier) =>
  Boolean(message && earlier && !message.service && !earlier.service) &&
  message.from.id === earlier.from.id && message.day === earlier.day;

watch(drawChat);
