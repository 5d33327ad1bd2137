// On a narrow screen one column is seen at a time; on a wide one the tabs are hidden (layout.css).

import { byId } from "./dom.js";

export function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of byId("tabs").children) {
    if (tab.dataset.tab === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  document.dispatchEvent(new Event("tab"));
}

for (const tab of byId("tabs").children) {
  tab.addEventListener("click", () => showTab(tab.dataset.tab));
}
showTab("chat");
