// The API of nodes by id: get, set, call. In: node id, property, plain values and NodeRefs.
// Out: the same, or Figma's refusal.
import { assertWritable } from '../limits/access.ts';
import { PROPERTIES } from '../document/kinds.ts';
import { METHODS } from './methods.ts';
import { GETTERS } from '../properties/getters.ts';
import { MIXED } from '../api/refs.ts';
import { SETTERS, writePlain } from '../properties/setters.ts';
import * as say from '../limits/sentences.ts';
import { perform, type Session } from '../run/session.ts';
import type { NodeRecord } from '../document/record.ts';

/** Readable on a removed node. (plugin-api.d.ts, BaseNodeMixin.removed) */
const OUTLIVES_REMOVAL = new Set(['removed', 'id', 'type']);

export function getProperty(session: Session, id: string, type: string, key: string): unknown {
  const record = session.store.find(id);
  if (!record) {
    if (!OUTLIVES_REMOVAL.has(key)) throw say.gone(`get_${key}`, id);
    return key === 'removed' ? true : key === 'id' ? id : type;
  }
  if (!PROPERTIES[record.type].has(key)) throw say.noSuchProperty(key, record.type);
  // D: plugin-api.d.ts, at each property of type "… | PluginAPI['mixed']".
  if (((record.props.mixed ?? []) as readonly string[]).includes(key)) return MIXED;
  const getter = GETTERS[key];
  if (getter) return getter(session, record);
  if (key in record.props) return record.props[key];
  throw say.notHere(`property "${key}" of ${record.type}`);
}

export function setProperty(session: Session, id: string, key: string, value: unknown): void {
  const record = session.store.find(id);
  if (!record) throw say.gone(`set_${key}`, id);
  const access = PROPERTIES[record.type].get(key);
  if (access === undefined) throw say.notExtensible();
  if (access !== 'write') throw say.noSetter();
  // D: the selection is no part of the document.
  if (key !== 'selection') assertWritable(session, record, `set_${key}`);
  const mixed = (record.props.mixed ?? []) as readonly string[];
  if (mixed.includes(key)) session.store.write(id, { mixed: mixed.filter((one) => one !== key) });
  const setter = SETTERS[key];
  if (setter) setter(session, record, value);
  else if (key in record.props) writePlain(session, record, key, value);
  else throw say.notHere(`property "${key}" of ${record.type}`);
}

export function callMethod(session: Session, id: string, key: string, args: readonly unknown[]): unknown {
  const record: NodeRecord | undefined = session.store.find(id);
  if (!record) throw say.gone(key, id);
  if (PROPERTIES[record.type].get(key) !== 'call') throw say.noSuchProperty(key, record.type);
  const method = METHODS[key];
  if (!method) throw say.notHere(`method "${key}" of ${record.type}`);
  return perform(session, key, id, () => method(session, again(session, id, key), args));
}

/** The record after `before` had its chance to change it. */
function again(session: Session, id: string, key: string): NodeRecord {
  const record = session.store.find(id);
  if (!record) throw say.gone(key, id);
  return record;
}
