// The left column: the people with their seats, and the chats of the one that is looked through.

import { avatar, tone } from "./bubble.js";
import { byId, el, heard, keyed } from "./dom.js";
import { showTab } from "./tabs.js";
import { choosePerson, goTo, watch } from "./view.js";
import { WORDS } from "./words.js";

function drawPeople(fresh) {
  keyed(byId("people-list"), fresh.people.map((person) => ({
    key: person.id,
    version: JSON.stringify([person, person.id === fresh.viewing.person]),
    make: () => el("li", {}, personButton(person, person.id === fresh.viewing.person)),
  })));
  keyed(byId("chats-list"), fresh.chats.map((chat) => ({
    key: chat.id,
    version: JSON.stringify([chat, chat.id === fresh.viewing.chat]),
    make: () => el("li", {}, chatButton(chat, chat.id === fresh.viewing.chat)),
  })));
  const unread = fresh.chats.reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread ? `(${unread}) Gladi Himpun` : "Gladi Himpun";
}

function personButton(person, now) {
  return el("button", {
    type: "button", class: "entry", "aria-current": now ? "true" : null, "data-focus": "entry",
    onclick: () => { choosePerson(person.id); showTab("chat"); },
  }, avatar(person), el("span", { class: "entry-words" },
    el("span", { class: "entry-name" }, person.name), " ", el("span", { class: "entry-line" }, situation(person))), count(person.unread));
}

function situation(person) {
  const held = person.seats.length ? person.seats.join(", ") : WORDS.admin;
  if (person.blocked) return `${held} · ${WORDS.blocked}`;
  return person.started ? held : `${held} · ${WORDS.notStarted}`;
}

function chatButton(chat, now) {
  return el("button", {
    type: "button", class: "entry", "aria-current": now ? "true" : null, "data-focus": "entry",
    onclick: () => { goTo(chat.id); showTab("chat"); },
  }, el("span", { class: `avatar square ${tone(chat.id)}`, "aria-hidden": "true" }, chat.kind === "private" ? "H" : "G"),
  el("span", { class: "entry-words" },
    el("span", { class: "entry-name" }, chat.title), " ", el("span", { class: "entry-line" }, chat.last || WORDS.noLast)), count(chat.unread));
}

const count = (unread) => unread > 0 &&
  el("span", { class: "count" }, el("span", { "aria-hidden": "true" }, unread), heard(`, ${WORDS.unread(unread)}`));

watch(drawPeople);
