// The one view that stands on the page: whose eyes, which chat, and the server's stream of it.

const AGAIN_AFTER = 1000; // ms until a refused stream is asked for once more
const watchers = [];
const listeners = [];
const byHand = [];
let stream = null;
let wanted = fromAddress();
export let view = null;
export let atNewest = false;

// `watch(draw)`: draw(view, before) after every change.
export const watch = (draw) => watchers.push(draw);
// `whenLost(tell)`: tell(true) when the stream broke, tell(false) when it is there again.
export const whenLost = (tell) => listeners.push(tell);

// `chosenByHand(tell)`: tell() when somebody picks a person or a chat.
export const chosenByHand = (tell) => byHand.push(tell);

// `newest`: open the chat at its end, not where reading stopped.
export function choose(person, chat, newest = false) {
  wanted = { person, chat };
  atNewest = newest;
  listen();
}

// Who was just picked counts, though his view may still be on its way: his private chat has his id.
export function goTo(chat) {
  byHand.forEach((tell) => tell());
  choose(wanted.person, chat === view.viewing.person ? wanted.person : chat);
}
export const viewing = () => ({ person: view.viewing.person, chat: view.viewing.chat });
export const chatNow = () => view.chats.find((chat) => chat.id === view.viewing.chat);
export const personNow = () => view.people.find((person) => person.id === view.viewing.person);
export const message = (id) => view.messages.find((one) => one.id === id);

// The same kind of chat through other eyes: the group stays, a private chat becomes his own.
export function choosePerson(id) {
  byHand.forEach((tell) => tell());
  choose(id, chatNow()?.kind === "private" ? id : view.viewing.chat);
}

export function listen() {
  stream?.close();
  const asked = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  stream = new EventSource(`/peristiwa?${asked}`);
  stream.addEventListener("view", (event) => take(JSON.parse(event.data)));
  stream.addEventListener("error", lost);
}

// A hidden page holds no connection: browsers allow six to one server over all their tabs.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) stream?.close();
  else listen();
});

function take(fresh) {
  const before = view;
  view = fresh;
  wanted = { ...view.viewing };
  toAddress();
  listeners.forEach((tell) => tell(false));
  watchers.forEach((draw) => draw(view, before));
}

function lost() {
  listeners.forEach((tell) => tell(true));
  if (stream.readyState === EventSource.CLOSED && !document.hidden) setTimeout(listen, AGAIN_AFTER);
}

// Reloading the page, or a bookmark of it, shows the same person and chat.
function fromAddress() {
  const [person, chat] = location.hash.slice(1).split("/");
  return { person: Number(person) || null, chat: Number(chat) || null };
}

function toAddress() {
  const address = `#${view.viewing.person}/${view.viewing.chat}`;
  if (location.hash !== address) history.replaceState(null, "", address);
}
