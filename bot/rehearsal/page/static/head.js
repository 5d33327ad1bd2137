// Above and below the messages: whose eyes, the pinned message, the group's acts, [Mulai], typing.

import { act } from "./acts.js";
import { writeSoon } from "./composer.js";
import { jump } from "./scrolling.js";
import { button, byId, el, heard, keyed, write } from "./dom.js";
import { icon } from "./icons.js";
import { chatNow, goTo, personNow, viewing, watch } from "./view.js";
import { WORDS } from "./words.js";

function drawHead(fresh) {
  const chat = chatNow();
  const person = personNow();
  byId("chat").dataset.kind = chat?.kind ?? "private";
  write(byId("chat-title"), chat?.title ?? "");
  write(byId("chat-as"), WORDS.asWhom(person?.name ?? "", person?.seats.join(", ") ?? ""));
  drawSwitch(fresh);
  drawActs(fresh, chat);
  drawPinned(fresh);
  write(byId("typing"), fresh.typing ? WORDS.typing : "");
  byId("start-bar").hidden = !fresh.must_start;
  write(byId("start"), person?.blocked ? WORDS.unblock : WORDS.start);
}

function drawSwitch(fresh) {
  keyed(byId("chat-switch"), fresh.chats.map((chat) => {
    const now = chat.id === fresh.viewing.chat;
    const label = chat.kind === "private" ? WORDS.privateChat : WORDS.group;
    return { key: chat.id, version: `${now}/${chat.unread}`, make: () => button(
      [label, chat.unread > 0 && el("span", { class: "count" }, el("span", { "aria-hidden": "true" }, chat.unread), heard(`, ${WORDS.unread(chat.unread)}`))],
      () => goTo(chat.id), { "aria-pressed": String(now) }) };
  }));
}

function drawActs(fresh, chat) {
  const acts = [];
  if (chat && chat.kind !== "private") {
    if (!fresh.group.bot_inside) acts.push(["add_bot", WORDS.addBot]);
    else if (!fresh.group.bot_admin) acts.push(["promote_bot", WORDS.promoteBot]);
  }
  keyed(byId("group-acts"), acts.map(([name, label]) => ({
    key: "act", version: label, make: () => button(label, () => act(name, viewing())),
  })));
}

function drawPinned(fresh) {
  const place = byId("pinned");
  const pinned = fresh.messages.find((message) => message.id === fresh.pinned);
  place.hidden = !pinned;
  const text = pinned ? pinned.text || pinned.file?.name || "" : "";
  const version = `${pinned?.id}/${text}`;
  if (place.dataset.version === version) return;
  place.dataset.version = version;
  place.replaceChildren(icon("pin"), heard(`${WORDS.pinnedMessage} `), el("span", {}, text));
  place.onclick = () => jump(pinned.id);
}

byId("start").addEventListener("click", async () => {
  const { person } = viewing();
  if (await act(personNow().blocked ? "unblock" : "start", { person })) writeSoon();
});
watch(drawHead);
