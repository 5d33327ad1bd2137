// The right column's machinery: the bot's own process, failing Telegram on purpose, and the calls.

import { act } from "./acts.js";
import { button, byId, el, keyed, write } from "./dom.js";
import { personNow, watch } from "./view.js";
import { WORDS } from "./words.js";

function drawMachine(fresh) {
  drawBot(fresh.bot);
  drawFaults(fresh.faults);
  drawBlocking(personNow());
  if (byId("calls-part").open) drawCalls(fresh.calls);
  lastCalls = fresh.calls;
}

function drawBot(bot) {
  const now = bot.running ? WORDS.botRuns(bot.pid) : bot.ended ?? WORDS.botStands;
  write(byId("bot-note"), `${now}, ${WORDS.botStarts(bot.starts)}.`);
  byId("bot-note").classList.toggle("danger-text", !bot.running);
  const acts = bot.running ? [["kill", WORDS.kill], ["stop", WORDS.stop]] : [["start", WORDS.startBot]];
  keyed(byId("bot-acts"), acts.map(([what, label], place) => ({
    key: place, version: what,
    make: () => button(label, () => act("bot", { do: what }), { class: what === "kill" ? "danger" : "" }),
  })));
}

function drawFaults(faults) {
  const active = faults.filter((fault) => fault.left !== 0);
  const lines = active.length
    ? active.map((fault) => [fault.id, WORDS.faultLeft(fault.label, fault.left)])
    : [["none", WORDS.noFaults]];
  keyed(byId("faults-now"), lines.map(([key, text]) => ({ key, version: text, make: () => el("li", {}, text) })));
  const on = new Set(active.map((fault) => fault.id));
  const acts = WORDS.faultKinds.map(([kind, label]) => ({
    key: kind, version: on.has(kind),
    make: () => button(label, () => act("fault", { kind }), { "aria-pressed": String(on.has(kind)), "data-focus": "itself" }),
  }));
  acts.push({ key: "clear", version: 0, make: () => button(WORDS.clearFaults, () => act("faults_clear")) });
  keyed(byId("faults-acts"), acts);
}

function drawBlocking(person) {
  const does = person.blocked ? "unblock" : "block";
  const label = person.blocked ? WORDS.unblockFor(person.name) : WORDS.block(person.name);
  keyed(byId("blocking"), person.started || person.blocked
    ? [{ key: "act", version: label, make: () => button(label, () => act(does, { person: person.id })) }]
    : []);
}

let lastCalls = [];
const frame = byId("calls-frame");

// The newest call stands first, so that nothing has to be scrolled to.
function drawCalls(calls) {
  const lines = calls.toReversed().map((call) => ({ key: call.n, version: `${call.code}/${call.ms}/${call.fault}`, make: () => callLine(call) }));
  const none = { key: "none", version: 0, make: () => el("tr", {}, el("td", { colspan: 3 }, WORDS.noCalls)) };
  const top = frame.scrollTop;
  const high = frame.scrollHeight;
  keyed(byId("calls"), lines.length ? lines : [none]);
  if (top > 0) frame.scrollTop = top + frame.scrollHeight - high; // a reader's place stays
}

function callLine(call) {
  const bad = !call.code || call.code >= 400;
  return el("tr", { class: bad ? "bad" : "" },
    el("td", {}, el("time", {}, call.time)),
    el("td", {}, el("code", {}, call.method), el("span", { class: "note" }, call.summary)),
    el("td", {}, el("span", { class: bad ? "danger-text" : "" }, String(call.code ?? "–")),
      el("span", { class: "note" }, [call.ms !== null && WORDS.milliseconds(call.ms), call.fault && ` ${call.fault}`])));
}

byId("calls-part").addEventListener("toggle", () => drawCalls(lastCalls));
watch(drawMachine);
