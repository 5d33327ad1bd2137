// One message as Telegram shows it.

import { button, el, heard } from "./dom.js";
import { formatted } from "./entities.js";
import { icon } from "./icons.js";
import { rows } from "./buttons.js";
import { WORDS } from "./words.js";

const TONES = 6;
const PICTURE = 320; // pixels of a picture's longer side in the chat

// `place` is {first, inAlbum, streak}: whether a new speaker begins, whether it goes on with an
// album, and the names of its place among its neighbours (bubble.css).
// `does` is what its parts do: {jump, picture, open, command, reply, menu, tap}.
export function bubble(message, place, does) {
  if (message.service) return el("p", { class: "service", id: `m-${message.id}`, tabindex: "-1" }, message.service);
  const side = message.mine ? "mine" : "theirs";
  return el("article", { class: `message ${side} ${place.streak}`, id: `m-${message.id}`, tabindex: "-1" },
    !message.mine && avatar(message.from),
    el("div", { class: "stack" },
      el("div", { class: "bubble", ondblclick: () => does.reply(message) },
        sender(message, place), forwarded(message), !place.inAlbum && quote(message, does),
        message.file && attached(message, does), words(message, does), meta(message)),
      rows(message, does)),
    tools(message, does),
  );
}

export const tone = (id) => `tone-${Math.abs(id) % TONES}`;

export function avatar(who) {
  return el("span", { class: `avatar ${tone(who.id)}`, "aria-hidden": "true" }, initials(who.name));
}

// "Pegawai Irban III" is III: what tells colleagues apart stands last.
function initials(name) {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const last = parts.at(-1) ?? "?";
  if (last.length <= 3 && last === last.toUpperCase()) return last;
  return parts.slice(-2).map((part) => [...part][0].toUpperCase()).join("");
}

function sender(message, place) {
  const shown = place.first && !message.mine;
  const name = [message.from.name, message.from.bot && el("span", { class: "badge" }, "bot")];
  return el("p", { class: shown ? `from ${tone(message.from.id)}` : "only-heard" }, name);
}

const forwarded = (message) =>
  message.forwarded && el("p", { class: "forwarded" }, WORDS.forwarded(message.forwarded));

function quote(message, does) {
  const to = message.reply_to;
  if (!to) return null;
  return button([heard(`${WORDS.replyingTo} `), el("strong", {}, to.from), " ", el("span", {}, to.text)],
    () => does.jump(to.id), { class: "quote", "data-focus": "quote" });
}

function attached(message, does) {
  const { file } = message;
  if (file.photo) {
    const label = WORDS.enlarge(file.name);
    const picture = el("img", {
      src: file.url, alt: WORDS.picture(file.name), loading: "lazy",
      ...pictureSize(file),
    });
    return button(picture, () => does.picture(message), { class: "photo", "aria-label": label, "data-focus": "photo" });
  }
  return el("a", { class: "file", href: file.url, download: file.name, "data-focus": "file" },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-name" }, heard(`${WORDS.aFile("")} `), file.name),
    el("span", { class: "file-size" }, file.size));
}

// Known before the picture is there, so that nothing moves when it comes.
function pictureSize({ width, height }) {
  const scale = Math.min(1, PICTURE / Math.max(width, height));
  return width && height ? { width: Math.round(width * scale), height: Math.round(height * scale) } : {};
}

const words = (message, does) =>
  message.text && el("div", { class: "text" }, formatted(message.text, message.entities, does));

function meta(message) {
  return el("p", { class: "meta" },
    message.reactions.length > 0 &&
      el("span", { class: "reactions" }, heard(`${WORDS.reactions} `), message.reactions.map((one) => el("span", {}, one))),
    el("span", { class: "when" },
      message.pinned && el("span", { class: "pin", title: WORDS.pinned }, icon("pin"), heard(`${WORDS.pinned} `)),
      message.edited && `${WORDS.edited} `, el("time", {}, message.time)));
}

// Not on the way of Tab, or a long chat could not be passed: arrows and Enter lead here (walking.js).
function tools(message, does) {
  const { name } = message.from;
  return el("div", { class: "tools" },
    button(icon("reply"), () => does.reply(message), { class: "icon", "aria-label": WORDS.replyTo(name), title: WORDS.reply, tabindex: "-1", "data-focus": "reply" }),
    button(icon("more"), () => does.menu(message), { class: "icon", "aria-label": WORDS.tools(name), title: WORDS.message, tabindex: "-1", "data-focus": "menu" }));
}
