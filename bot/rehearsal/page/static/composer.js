// The line that people write in: its draft for each person and chat, what it replies to or changes.

import { act, actWithFiles } from "./acts.js";
import { choosingCommand, drawCommands, hideCommands, pressedInCommands } from "./commands.js";
import { button, byId, el } from "./dom.js";
import { clearTray, drawTray, isAlbum } from "./files.js";
import { icon } from "./icons.js";
import { toast } from "./notices.js";
import { view, viewing, watch } from "./view.js";
import { WORDS } from "./words.js";

const field = byId("write");
const drafts = new Map(); // by person/chat: {text, reply, edit, files}
const settled = new Set(); // questions (ForceReply) that opened a reply once
let place = "";
let soon = false;

const draft = () => drafts.get(place);
export const replyId = () => draft()?.reply?.id ?? null;

// The line gets the focus at once, or as soon as it is there to be written in.
export function writeSoon() {
  soon = byId("composer").hidden;
  if (!soon) field.focus();
}

export function reply(message) {
  Object.assign(draft(), { reply: message, edit: null });
  drawAbout();
  field.focus();
}

export function startEdit(message) {
  Object.assign(draft(), { edit: message, reply: null });
  field.value = message.text;
  drawAbout();
  field.focus();
}

export function endReply() {
  if (draft().edit) field.value = "";
  Object.assign(draft(), { reply: null, edit: null });
  drawAbout();
}

function drawComposer(fresh) {
  const { person, chat } = fresh.viewing;
  if (place !== `${person}/${chat}`) moveTo(`${person}/${chat}`);
  const gone = (one) => one && !fresh.messages.some((message) => message.id === one.id);
  if (gone(draft().reply) || gone(draft().edit) || answeredElsewhere(fresh)) endReply();
  answerQuestion(fresh);
  byId("composer").hidden = fresh.must_start || !fresh.can_write;
  byId("no-writing").hidden = fresh.must_start || fresh.can_write;
  if (soon) writeSoon();
  drawCommands();
}

function answeredElsewhere(fresh) {
  const { reply: to } = draft();
  return to?.asks_reply && !fresh.messages.find((message) => message.id === to.id)?.asks_reply;
}

function moveTo(next) {
  if (draft()) draft().text = field.value;
  place = next;
  soon = false;
  if (!draft()) drafts.set(next, { text: "", reply: null, edit: null, files: [] });
  field.value = draft().text;
  drawAbout();
  drawTray(draft());
  hideCommands();
}

// A question of the bot opens its reply by itself, once, while nobody answered it.
function answerQuestion(fresh) {
  const question = fresh.messages.findLast((message) => message.asks_reply);
  if (!question || settled.has(`${place}/${question.id}`)) return;
  settled.add(`${place}/${question.id}`);
  if (draft().edit || field.value) return;
  const elsewhere = document.activeElement !== document.body && !byId("chat").contains(document.activeElement);
  draft().reply = question;
  drawAbout();
  if (!elsewhere) field.focus();
}

function drawAbout() {
  const { reply: to, edit } = draft();
  const about = byId("about");
  about.hidden = !to && !edit;
  if (about.hidden) { about.replaceChildren(); return; }
  const title = edit ? WORDS.editing : WORDS.replying(to.from.name);
  const stop = button(icon("close"), () => { endReply(); field.focus(); }, {
    class: "icon", "aria-label": edit ? WORDS.notEditing : WORDS.notReplying,
  });
  const shown = edit ?? to;
  about.replaceChildren(
    el("p", {}, el("strong", {}, title), el("span", {}, shown.text || shown.file?.name || "")), stop);
}

async function send() {
  const now = draft();
  const text = field.value.trim();
  if (!text && now.files.length === 0) {
    field.value = "";
    field.focus();
    toast(WORDS.empty);
    return;
  }
  if (!(await told(now, text))) return;
  if (draft() === now) field.value = "";
  Object.assign(now, { text: "", reply: null, edit: null });
  clearTray(now);
  drawAbout();
  hideCommands();
}

function told(now, text) {
  const { person, chat } = viewing();
  if (now.edit) return act("edit", { person, chat, message: now.edit.id, text });
  const given = { person, chat, reply_to: now.reply?.id ?? null };
  if (now.files.length === 0) return act("say", { ...given, text });
  const album = now.files.length > 1 && isAlbum() ? true : null;
  return actWithFiles("send", { ...given, caption: text || null, album }, now.files);
}

export const addFiles = (files) => {
  draft().files.push(...files);
  drawTray(draft());
  field.focus();
};

field.addEventListener("keydown", (event) => {
  if (pressedInCommands(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("composer").requestSubmit();
  }
  if (event.key === "Escape" && (draft()?.reply || draft()?.edit)) endReply();
});
field.addEventListener("input", choosingCommand);
byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (view) send();
});
watch(drawComposer);
