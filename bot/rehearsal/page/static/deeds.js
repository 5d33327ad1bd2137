// What can be done with a message: opening its picture or links, replying, forwarding, removing.

import { act } from "./acts.js";
import { tap } from "./buttons.js";
import { reply, startEdit } from "./composer.js";
import { askDialog, listDialog, pictureDialog } from "./notices.js";
import { jump } from "./scrolling.js";
import { goTo, message as known, view, viewing } from "./view.js";
import { WORDS } from "./words.js";

export const deeds = { tap, reply, jump, picture, open, command, menu };

function picture(message) {
  pictureDialog(message.file, message.text || WORDS.picture(message.file.name));
}

async function open(url) {
  const done = await act("open", { person: viewing().person, url });
  if (done?.go) goTo(done.go);
}

function command(text) {
  act("say", { ...viewing(), text });
}

export function menu(message) {
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
