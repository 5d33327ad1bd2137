// What the viewed person does, told to the server; a refusal is shown in the server's own words.

import { toast } from "./notices.js";
import { WORDS } from "./words.js";

// The answer of the act, or null where it was refused.
export async function act(name, given = {}) {
  const body = JSON.stringify(given);
  return post(name, { body, headers: { "Content-Type": "application/json" } });
}

// `given` with files, as a form; the same answer.
export async function actWithFiles(name, given, files) {
  const form = new FormData();
  for (const [key, value] of Object.entries(given)) {
    if (value !== null && value !== undefined) form.append(key, value);
  }
  for (const file of files) form.append("files", file, file.name);
  return post(name, { body: form });
}

async function post(name, request) {
  try {
    const reply = await fetch(`/tindakan/${name}`, { method: "POST", ...request });
    const answer = await reply.json();
    if (answer.ok) return answer;
    toast(answer.message, true);
  } catch {
    toast(WORDS.unreachable, true);
  }
  return null;
}
