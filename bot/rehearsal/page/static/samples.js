// Ready example files for the seats of whoever is looked at: one by one, or ticked as an album.

import { act } from "./acts.js";
import { endReply, replyId } from "./composer.js";
import { button, byId, el } from "./dom.js";
import { closeDialog, openDialog, toast } from "./notices.js";
import { personNow, view, viewing } from "./view.js";
import { WORDS } from "./words.js";

byId("samples-button").addEventListener("click", () => {
  if (!view) return;
  if (view.samples.length === 0) { toast(WORDS.noSamples); return; }
  const good = view.samples.filter((one) => one.good);
  const bad = view.samples.filter((one) => !one.good);
  const together = button(WORDS.sendAlbum(0), () => sendSamples(ticked()), { class: "strong", id: "samples-together" });
  openDialog(`${WORDS.samples}, ${personNow()?.name ?? ""}`, [
    part(WORDS.goodSamples, good), part(WORDS.badSamples, bad), el("div", { class: "acts" }, together),
  ]);
});

function part(title, samples) {
  if (samples.length === 0) return null;
  return el("fieldset", { class: "samples" }, el("legend", {}, title), samples.map(line));
}

function line(sample) {
  const box = el("input", {
    type: "checkbox", value: sample.id, onchange: drawTogether, autofocus: sample === view.samples[0],
  });
  return el("div", {}, el("label", {}, box, el("span", {}, sample.label)),
    button(WORDS.send, () => sendSamples([sample.id]), { "aria-label": WORDS.sendOne(sample.label) }));
}

const ticked = () => [...document.querySelectorAll(".samples input:checked")].map((box) => box.value);
function drawTogether() { byId("samples-together").textContent = WORDS.sendAlbum(ticked().length); }

async function sendSamples(ids) {
  if (ids.length === 0) { toast(WORDS.noneChosen); return; }
  const which = ids.length === 1 ? { sample: ids[0] } : { samples: ids };
  const given = { ...viewing(), ...which, reply_to: replyId() };
  closeDialog();
  if ((await act("sample", given)) && given.reply_to) endReply();
}
