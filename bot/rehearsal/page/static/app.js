// Loads the parts of the page, each of which draws itself from every new view.

import "./people.js";
import "./head.js";
import "./chat.js";
import "./files.js";
import "./samples.js";
import "./run.js";
import "./machine.js";
import "./follow.js";
import "./walking.js";
import { byId } from "./dom.js";
import { showTab } from "./tabs.js";
import { listen, whenLost } from "./view.js";
import { WORDS } from "./words.js";

const banner = byId("offline");
whenLost((gone) => {
  if (banner.hidden === !gone) return;
  banner.textContent = gone ? WORDS.lost : "";
  banner.hidden = !gone;
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  showTab("chat");
  const place = byId("composer").hidden ? byId("log") : byId("write");
  place.focus();
});
listen();
