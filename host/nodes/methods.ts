// The methods of nodes. In: session, record, arguments. Out: what the plugin gets, or Figma's refusal.
import { exportNode } from '../export/export.ts';
import { FRAME_LIKE } from '../document/kinds.ts';
import { NodeRef, type Callback } from '../api/refs.ts';
import { ancestors, walk } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import { assertWritable } from '../limits/access.ts';
import { isLoaded, type Session } from '../run/session.ts';
import { DOCUMENT_ID, type NodeRecord } from '../document/record.ts';
import { attach, copy, createInstance, remove } from '../document/tree.ts';
import { resizeChecked, insert, setPaints } from './checked-writes.ts';
import { seat, setCell } from './grid-cells.ts';

type Method = (session: Session, record: NodeRecord, args: readonly unknown[]) => unknown;

/**
 * D: plugin-api.d.ts, setPluginData ("Total entry size cannot exceed 100 kB"): plugin id, key and value
 * together. That a kB has 1,000 bytes is assumed, as the stricter reading.
 */
const DATA_LIMIT = 100_000;
/** P: setRelaunchData throws over 1,000 characters. */
const RELAUNCH_LIMIT = 1000;

export const METHODS: Record<string, Method> = {
  toString: (_session: Session, record: NodeRecord) => `${record.type}(${record.id})`,
  resize: (session, record, [width, height]) => resizeChecked(session, record, 'resize', [width, height]),
  resizeWithoutConstraints: (session, record, [width, height]) =>
    resizeChecked(session, record, 'resizeWithoutConstraints', [width, height]),
  remove(session, record) {
    assertWritable(session, record, 'remove');
    for (const above of ancestors(session.store, record))
      if (above.type === 'INSTANCE') throw say.removalRefused();
    // R: the page in view cannot be removed.
    if (record.type === 'DOCUMENT' || record.id === session.store.currentPage) throw say.removalRefused();
    remove(session.store, record.id);
  },
  clone(session, record) {
    assertWritable(session, undefined, 'clone');
    const id = copy(session.store, record.id);
    // D: "Duplicates … by default parented under figma.currentPage" (plugin-api.d.ts, SceneNodeMixin.clone).
    attach(session.store, id, session.store.currentPage);
    return new NodeRef(id);
  },
  createInstance(session, record) {
    assertWritable(session, undefined, 'createInstance');
    return new NodeRef(createInstance(session.store, record.id, session.store.currentPage));
  },
  setFillsAsync: async (session, record, [value]) => setPaints(session, record, 'fills', value),
  setStrokesAsync: async (session, record, [value]) => setPaints(session, record, 'strokes', value),
  getMainComponentAsync: async (_session, record) =>
    typeof record.props.mainComponent === 'string' ? new NodeRef(record.props.mainComponent) : null,
  appendChild: (session, record, [child]) =>
    insert(session, 'appendChild', child, { parent: record, index: undefined }),
  insertChild(session, record, [index, child]) {
    if (typeof index !== 'number') throw say.badArgument('insertChild', 'index', 'number', index);
    insert(session, 'insertChild', child, { parent: record, index });
  },
  appendChildAt: (session, record, [child, row, column]) => seat(session, record, child, [row, column]),
  setGridChildPosition(session, record, [row, column]) {
    const grid = record.parent === null ? record : session.store.get(record.parent);
    setCell(session, 'setGridChildPosition', { grid, child: record }, [row, column]);
  },
  /** D: plugin-api.d.ts, ComponentNode.getInstancesAsync. */
  getInstancesAsync: async ({ store }, record) =>
    [...walk(store, DOCUMENT_ID)]
      .filter((one) => one.type === 'INSTANCE' && one.props.mainComponent === record.id)
      .map((one) => new NodeRef(one.id)),
  async loadAsync(session, record) {
    session.loadedPages.add(record.id);
  },
  getPluginData: (_session, record, [key]) => record.pluginData[String(key)] ?? '',
  getPluginDataKeys: (_session, record) => Object.keys(record.pluginData),
  setPluginData(session, record, [key, value]) {
    assertWritable(session, record, 'setPluginData');
    if (typeof value !== 'string') throw say.badArgument('setPluginData', 'value', 'string', value);
    const bytes = [session.manifest.id, String(key), value].reduce((all, text) => all + utf8Length(text), 0);
    // R: the sentence that plugin authors quote.
    if (bytes > DATA_LIMIT)
      throw new Error('in setPluginData: This pluginData entry exceeds 100 kB per entry limit.');
    const { [String(key)]: _before, ...rest } = record.pluginData;
    // D: "To remove data, set it to the empty string."
    const pluginData = value === '' ? rest : { ...rest, [String(key)]: value };
    session.store.put(record.id, { ...record, pluginData });
  },
  getRelaunchData: (_session, record) => ({ ...record.relaunchData }),
  setRelaunchData(session, record, [data]) {
    assertWritable(session, record, 'setRelaunchData');
    const entries = Object.entries((data ?? {}) as Record<string, string>);
    const known = (session.manifest.relaunchButtons ?? []).map((button) => button.command);
    for (const [command, description] of entries) {
      // D: developers.figma.com/docs/plugins/api/properties/nodes-setrelaunchdata: commands of the manifest
      // only.
      if (!known.includes(command))
        throw new Error(
          `in setRelaunchData: The command "${command}" is not in "relaunchButtons" of manifest.json (${known.join(', ')})`,
        );
      if (description.length > RELAUNCH_LIMIT)
        throw new Error(
          `in setRelaunchData: The description of "${command}" has ${description.length} characters; the limit is ${RELAUNCH_LIMIT}`,
        );
    }
    session.store.put(record.id, { ...record, relaunchData: Object.fromEntries(entries) });
  },
  findAllWithCriteria(session, record, [criteria]) {
    // D: plugin-api.d.ts, findAllWithCriteria: a page must have been loaded; all
    // criteria must be met, of keys one.
    if (record.type === 'PAGE' && !isLoaded(session, record.id))
      throw say.pageNotLoaded('findAllWithCriteria');
    const { types, pluginData } = (criteria ?? {}) as { types?: string[]; pluginData?: { keys?: string[] } };
    return [...walk(session.store, record.id)]
      .slice(1)
      .filter((one) => types?.includes(one.type) ?? true)
      .filter((one) => !pluginData || keyed(one, pluginData.keys))
      .map((one) => new NodeRef(one.id));
  },
  exportAsync: async (session, record, [settings]) => exportNode(session, record, settings ?? {}),
  getTopLevelFrame(session, record) {
    const path = [record, ...ancestors(session.store, record)].reverse();
    const top = path.find((node) => FRAME_LIKE.has(node.type));
    return top && new NodeRef(top.id);
  },
  on: (session, record, [event, callback]) => listen(session, record, event, callback),
  once: (session, record, [event, callback]) => {
    const once: Callback = (...args) => {
      session.nodeListeners.get(record.id)?.delete(once);
      return (callback as Callback)(...args);
    };
    listen(session, record, event, once);
  },
  off(session, record, [, callback]) {
    session.nodeListeners.get(record.id)?.delete(callback as Callback);
  },
};

const keyed = ({ pluginData }: NodeRecord, keys: readonly string[] | undefined): boolean =>
  keys ? keys.some((key) => key in pluginData) : Object.keys(pluginData).length > 0;

function listen(session: Session, record: NodeRecord, event: unknown, callback: unknown): void {
  if (event !== 'nodechange') throw say.notHere(`page event ${JSON.stringify(event)}`);
  const listeners = session.nodeListeners.get(record.id) ?? new Set();
  session.nodeListeners.set(record.id, listeners.add(callback as Callback));
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
