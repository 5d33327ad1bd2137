// The right column: the autopilot, the rehearsed clock, and where the run stands.

import { act } from "./acts.js";
import { button, byId, choices, el, keyed, write } from "./dom.js";
import { view, watch } from "./view.js";
import { WORDS } from "./words.js";

const PACES = [0.5, 1, 2, 4].map((pace) => [pace, WORDS.pace(pace)]);

function drawRun(fresh) {
  drawScript(fresh.script, fresh.run);
  drawClock(fresh);
  drawSteps(fresh.run);
}

function drawScript(script, run) {
  const over = script.state === "done" && !run?.open;
  const labels = { idle: WORDS.play, playing: WORDS.pause };
  write(byId("script-play"), labels[script.state] ?? WORDS.resume);
  byId("script-play").hidden = over;
  byId("script").dataset.state = script.state;
  const said = [script.caption, over && WORDS.scriptDone].filter(Boolean).join(". ");
  write(byId("script-caption"), said || WORDS.scriptIdle);
  choices(byId("script-pace"), PACES, script.pace);
}

function drawClock(fresh) {
  const { clock } = fresh;
  write(byId("clock-text"), clock.text);
  const hours = clock.working ? WORDS.working : WORDS.notWorking;
  write(byId("clock-note"), clock.next_limit ? `${hours}. ${WORDS.nextLimit(clock.next_limit)}` : `${hours}.`);
  choices(byId("speed"), WORDS.speeds, fresh.speed);
}

function drawSteps(run) {
  const note = !run ? WORDS.noRun : run.open ? run.title : WORDS.closedRun(run.title);
  write(byId("steps-note"), note);
  keyed(byId("steps"), (run?.steps ?? []).map((step) => ({
    key: step.number, version: JSON.stringify([step, step.number === run.number]),
    make: () => stepItem(step, step.number === run.number),
  })));
}

function stepItem(step, now) {
  const state = el("span", { class: `state ${step.state}` }, WORDS.states[step.state]);
  const whole = now || step.state === "late" || step.state === "running";
  return el("li", { class: `step ${step.state} ${whole ? "whole" : ""}`, "aria-current": now ? "step" : null },
    el("span", { class: "number", "aria-hidden": "true" }, step.number),
    el("span", { class: "step-words" },
      el("span", { class: "activity", title: whole ? null : step.activity }, step.activity),
      whole && el("span", { class: "note" }, step.who),
      whole && step.limit && el("span", { class: "note" }, WORDS.limit(step.limit)), state));
}

keyed(byId("clock-moves"), WORDS.moves.map(([move, label]) => ({
  key: move, version: label, make: () => button(label, () => act("clock", { move })),
})));
byId("speed").addEventListener("change", () => act("speed", { value: Number(byId("speed").value) }));
byId("script-play").addEventListener("click", () => {
  const pace = Number(byId("script-pace").value);
  act("script", view?.script.state === "playing" ? { do: "pause" } : { do: "play", pace });
});
byId("script-pace").addEventListener("change", () => act("script", { pace: Number(byId("script-pace").value) }));
watch(drawRun);
