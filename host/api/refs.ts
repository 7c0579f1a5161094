// What the stand-in's API hands out in place of node objects, and the one symbol of Figma's API.

/** Stands for a node on the host's side of the wire; the sandbox makes a node object of it. */
export class NodeRef {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

/** figma.mixed: "a symbol … compare with ===, cannot be sent". (plugin-api.d.ts, PluginAPI.mixed) */
export const MIXED: unique symbol = Symbol('figma.mixed');

/** A function of the sandbox, callable from the host. Equal functions arrive as the same Callback. */
export type Callback = (...args: unknown[]) => unknown;
