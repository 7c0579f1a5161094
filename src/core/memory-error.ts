// What a runtime said when something failed in; whether it lacked memory out. One list for
// pipeline, worker, panel and command.

/** Each engine words it in its own way; tests/core/memory-error.test.ts names who says what. */
const WORDINGS = [
  /out of memory|not enough memory|\boom\b/,
  /bad_alloc|\balloca(te|tion|ting)\b/,
  /invalid (typed )?array (buffer )?length|invalid array buffer|array size is not a small enough/,
  /(grow|enlarge) memory|webassembly\.memory/,
  // How work that is too large ends inside WebAssembly.
  /memory access out of bounds|out of bounds memory access/,
];

export function isOutOfMemory(message: string): boolean {
  const text = message.toLowerCase();
  return WORDINGS.some((wording) => wording.test(text));
}
