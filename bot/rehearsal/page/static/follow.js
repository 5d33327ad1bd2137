// While the day plays by itself the page shows the chat in which something happens, if wanted.

import { byId } from "./dom.js";
import { choose, chosenByHand, view, watch } from "./view.js";

const wanted = byId("follow");

function follow(fresh, before) {
  const { at, state } = fresh.script;
  const moved = JSON.stringify(at) !== JSON.stringify(before?.script.at);
  const elsewhere = at && (at.person !== fresh.viewing.person || at.chat !== fresh.viewing.chat);
  if (wanted.checked && state === "playing" && moved && elsewhere) choose(at.person, at.chat, true);
}

// Who looks at another chat by hand wants to stay there.
chosenByHand(() => { if (view?.script.state === "playing") wanted.checked = false; });
watch(follow);
