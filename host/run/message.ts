// Messages between plugin and window: deep copies of plain data, Date and
// Uint8Array; everything else is refused.
// D: developers.figma.com/docs/plugins/creating-ui, "Sending a message"; types not supported: Blob,
// ArrayBuffer, other typed arrays. P: functions and symbols are refused.
import { MIXED, NodeRef } from '../api/refs.ts';

export function copyMessage(value: unknown, path = 'message', depth = 0): unknown {
  if (depth > 200) throw new Error(`in postMessage: ${path} is nested too deep or holds itself`);
  if (value === null || value === undefined) return value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  // R: "Cannot unwrap symbol" is what plugin authors get for figma.mixed.
  if (typeof value === 'symbol' || value === MIXED) throw new Error('in postMessage: Cannot unwrap symbol');
  if (typeof value !== 'object') throw refused(path, typeof value);
  if (value instanceof NodeRef) throw refused(path, 'a node');
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Date) return new Date(value.getTime());
  if (Array.isArray(value))
    return (value as unknown[]).map((item, index) => copyMessage(item, `${path}[${index}]`, depth + 1));
  // Objects of other worlds (frames) have another Object.prototype: go by the
  // tag, not by the prototype's identity.
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== 'Object') throw refused(path, tag);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copyMessage(item, `${path}.${key}`, depth + 1)]),
  );
}

const refused = (path: string, what: string): Error =>
  new Error(
    `in postMessage: ${path} is ${what}; only plain data, Date and Uint8Array can cross between plugin and window`,
  );
