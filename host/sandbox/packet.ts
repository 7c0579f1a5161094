// Host values ↔ the sandbox's JSON with marks (see prelude.ts). In: values. Out: JSON and buffers, and back.
import { ImageRef } from '../api/hosted.ts';
import { MIXED, NodeRef, type Callback } from '../api/refs.ts';

export interface Packet {
  json: string;
  buffers: Uint8Array[];
}

export interface Encoding {
  typeOf(id: string): string;
  /** Keeps a promise or host function until it is settled or called; gives its number. */
  keepPromise(promise: Promise<unknown>): number;
  keepFunction(callback: Callback): number;
}

export function encode(value: unknown, how: Encoding): Packet {
  const buffers: Uint8Array[] = [];
  const mark = (one: unknown): unknown => {
    if (one === undefined) return { $: 'u' };
    if (typeof one === 'number' && (!Number.isFinite(one) || Object.is(one, -0)))
      return { $: 'n', v: Object.is(one, -0) ? '-0' : String(one) };
    if (one === MIXED) return { $: 'm' };
    if (typeof one === 'function') return { $: 'f', i: how.keepFunction(one as Callback) };
    if (one === null || typeof one !== 'object') return one;
    if (one instanceof NodeRef) return { $: 'N', id: one.id, type: how.typeOf(one.id) };
    if (one instanceof ImageRef) return { $: 'I', hash: one.hash };
    if (one instanceof Uint8Array) return { $: 'b', i: buffers.push(one) - 1 };
    if (one instanceof Date) return { $: 'd', v: one.getTime() };
    if (one instanceof Promise) return { $: 'p', i: how.keepPromise(one) };
    if (Array.isArray(one)) return (one as unknown[]).map(mark);
    const plain = Object.fromEntries(Object.entries(one).map(([key, item]) => [key, mark(item)]));
    return '$' in plain ? { $: 'o', v: plain } : plain;
  };
  return { json: JSON.stringify(mark(value)), buffers };
}

export interface Decoding {
  html(): string;
  /** Gives the same Callback for the same number. */
  functionFor(number: number): Callback;
}

export function decode(json: string, buffers: readonly Uint8Array[], how: Decoding): unknown {
  const unmark = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return (value as unknown[]).map(unmark);
    const marked = value as { $?: string; v?: unknown; i?: number; id?: string; hash?: string };
    switch (marked.$) {
      case undefined:
        break;
      case 'u':
        return undefined;
      case 'n':
        return Number(marked.v);
      case 'h':
        return how.html();
      case 'b':
        return buffers[marked.i ?? -1];
      case 'd':
        return new Date(Number(marked.v));
      case 'N':
        return new NodeRef(String(marked.id));
      case 'I':
        return new ImageRef(String(marked.hash));
      case 'm':
        return MIXED;
      case 'f':
        return how.functionFor(marked.i ?? -1);
      case 'x':
        if (marked.v === 'symbol') throw new Error('Cannot unwrap symbol');
        throw new Error(
          `${String(marked.v)} cannot leave the plugin; only plain data, Date and Uint8Array can`,
        );
      case 'o':
        return plainOf(marked.v as object);
      default:
        throw new Error(`packet: unknown mark ${JSON.stringify(marked.$)}`);
    }
    return plainOf(value);
  };
  const plainOf = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmark(item)]));
  return unmark(JSON.parse(json));
}
