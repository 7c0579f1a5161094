// In: the name of a built file. Out: its text or bytes: of the page itself where it carries them
// (host/site.mjs), else from whoever serves it.

declare global {
  /** Texts as they are, other files in base64; only on a page of its own. */
  var siteFiles: Readonly<Record<string, string>> | undefined;
}

/** The playground is a page of its own, for people without Figma. */
export const isSite = (): boolean => globalThis.siteFiles !== undefined;

export async function text(name: string): Promise<string> {
  return carried(name) ?? (await fetched(name)).text();
}

export async function bytes(name: string): Promise<Uint8Array> {
  const held = carried(name);
  if (held === null) return new Uint8Array(await (await fetched(name)).arrayBuffer());
  return Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0));
}

/** Null where the page carries nothing. */
function carried(name: string): string | null {
  if (!globalThis.siteFiles) return null;
  const held = globalThis.siteFiles[name];
  if (held === undefined) throw new Error(`files.js holds no ${name}: run "npm run site" again.`);
  return held;
}

async function fetched(name: string): Promise<Response> {
  const answer = await fetch(name);
  if (!answer.ok)
    throw new Error(`${name}: ${answer.status} ${answer.statusText}. Run "npm run build" first.`);
  return answer;
}
