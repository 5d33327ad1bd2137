// What counts as read, and what a screen reader hears of what arrives.

import { act } from "./acts.js";
import { announce } from "./notices.js";
import { lastInSight, shown, whenResting } from "./scrolling.js";
import { chatNow, view, viewing } from "./view.js";
import { WORDS } from "./words.js";

let told = { place: "", id: 0 }; // what the server was told was read

// As far as the messages have come into sight.
export function markRead() {
  if (!view || !chatNow()?.unread || document.hidden || !shown()) return;
  const { person, chat } = viewing();
  const place = `${person}/${chat}`;
  const id = lastInSight();
  if (!id || (told.place === place && id <= told.id)) return;
  told = { place, id };
  act("read", { person, chat, message: id });
}

export function firstUnread(fresh) {
  const chat = fresh.chats.find((one) => one.id === fresh.viewing.chat);
  const others = fresh.messages.filter((message) => !message.mine && !message.service);
  return chat?.unread ? (others.at(-chat.unread) ?? others[0])?.id : null;
}

export function tellArrived(fresh, before) {
  const newest = before.messages.at(-1)?.id ?? 0;
  const arrived = fresh.messages.filter((one) => one.id > newest && !one.mine && !one.service);
  const last = arrived.at(-1);
  if (last) announce(WORDS.arrived(last.from.name, last.text || last.file?.name || ""));
}

whenResting(markRead);
