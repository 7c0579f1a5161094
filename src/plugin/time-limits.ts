// How long Figma may take before the plugin goes on without its answer.

/**
 * To export one drawing, load a page or read an image. A screen of thousands of layers takes some seconds;
 * what takes longer than this has hung, and a user must not wait for ever.
 */
export const WORK_LIMIT_MS = 45_000;

/** To read what is stored or used in the document: a picture can be made without it. */
export const READ_LIMIT_MS = 3000;

/** To tell the settings of the last time: nobody waits longer for a window to open. */
export const OPEN_LIMIT_MS = 1500;
