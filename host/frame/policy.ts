// The content security policies under which ui.html must run. In: the variant. Out: the policy's text.
// R, M (PLATFORM.md): allowedDomains ["none"] is `default-src data: blob:` plus inline script; the rest is
// not known, so every plausible variant is here to be tested. 'wasm-unsafe-eval' is what ONNX Runtime needs.

export type Policy = 'lax' | 'worker-data' | 'worker-none' | 'strict' | 'no-wasm';

/** Policies under which the frame's own thread must do the work. */
export const OWN_THREAD: ReadonlySet<Policy> = new Set<Policy>(['worker-none', 'strict']);

const BASE =
  "default-src data: blob:; style-src data: blob: 'unsafe-inline'; img-src data: blob:; form-action 'none'";
const SCRIPT = "script-src data: blob: 'unsafe-inline' 'wasm-unsafe-eval'";

export const POLICIES: Record<Policy, string> = {
  /** Workers from blob: and data:. */
  lax: `${BASE}; ${SCRIPT}; worker-src data: blob:`,
  /** Workers from data: only, as one plugin author reports of Figma. */
  'worker-data': `${BASE}; ${SCRIPT}; worker-src data:`,
  /** No worker at all: the frame's own thread must do. */
  'worker-none': `${BASE}; ${SCRIPT}; worker-src 'none'`,
  /** No scripts but inline ones; importScripts and workers from addresses are refused. */
  strict: `${BASE}; script-src 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'`,
  /** WebAssembly is refused: nothing can be computed, and the user must be told so. */
  'no-wasm': `${BASE}; script-src data: blob: 'unsafe-inline'; worker-src data: blob:`,
};
