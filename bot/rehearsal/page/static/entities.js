// Telegram's entities as elements: offsets count UTF-16 units, as JavaScript strings do.

import { el } from "./dom.js";
import { WORDS } from "./words.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// `go` is {open(url), command(text)}: what a tap on a link or on a command does.
export function formatted(text, entities, go) {
  const known = entities.filter((one) => ended(one) <= text.length && one.length > 0);
  known.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return inside(text, 0, text.length, known, go);
}

const ended = (entity) => entity.offset + entity.length;

function inside(text, from, to, entities, go) {
  const nodes = [];
  let at = from;
  while (entities.length > 0 && entities[0].offset < to) {
    const entity = entities.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(ended(entity), to);
    if (end <= start) continue;
    nodes.push(text.slice(at, start));
    nodes.push(element(entity, text.slice(start, end), inside(text, start, end, entities, go), go));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

function element(entity, words, children, go) {
  if (PLAIN[entity.type]) return el(PLAIN[entity.type], {}, children);
  switch (entity.type) {
    case "url": return link(words, children, go);
    case "text_link": return link(entity.url, children, go);
    case "bot_command": return pressed(children, () => go.command(words));
    case "mention":
    case "text_mention": return el("span", { class: "mention" }, children);
    case "date_time": return el("time", { datetime: instant(entity.unix_time) }, children);
    case "spoiler": return spoiler(children);
    default: return el("span", {}, children);
  }
}

const instant = (seconds) => new Date(seconds * 1000).toISOString();
const pressed = (children, press) =>
  el("button", { type: "button", class: "in-text", onclick: press }, children);

// Links to Telegram lead to a chat of the rehearsal; only http(s) ones leave the page.
function link(url, children, go) {
  const address = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
  if (/^(https?:\/\/(t|telegram)\.me\/|tg:)/i.test(address)) {
    return pressed(children, () => go.open(address));
  }
  if (!/^https?:/i.test(address)) return el("span", {}, children);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const hidden = el("span", { "aria-hidden": "true" }, children);
  const cover = el("button", {
    type: "button", class: "spoiler", "aria-label": WORDS.spoiler,
    onclick: () => cover.replaceWith(el("span", {}, children)),
  }, hidden);
  return cover;
}
