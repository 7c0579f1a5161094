import { describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { FAULT_IDS, FAULTS, fault, parseFaults, type FaultId } from '../../host/faults/faults.ts';
import { damaged, RUBBISH } from '../../host/faults/messages.ts';
import { create } from '../../host/document/tree.ts';
import { openStand } from './stand.ts';

/** A drawing that a plugin exports, beside another layer, on the first of two pages. */
function scene() {
  const store = newDocument(['Page 1', 'Page 2']);
  const frame = create(store, 'FRAME', store.currentPage, { name: 'Drawing' });
  create(store, 'RECTANGLE', frame);
  create(store, 'ELLIPSE', store.currentPage, { name: 'Other' });
  store.select(store.currentPage, [frame]);
  store.forget();
  return { store, frame, before: store.snapshot() };
}

/**
 * A small plugin that reads its selection, makes something of it and keeps a setting; it tells how each step
 * went.
 */
const PLUGIN = `
  const [node] = figma.currentPage.selection;
  const tell = (what) => say(what.replace(/\\d+:\\d+/g, 'ID').slice(0, 200));
  const trying = async (name, work) => { try { tell(name + ' ' + (await work())); } catch (error) { tell(name + ' failed: ' + (error.message ?? error)); } };
  await trying('export', async () => { const svg = await node.exportAsync({ format: 'SVG_STRING' }); return svg.endsWith('</svg>\\n') && svg.length < 1000 ? 'done' : svg.length < 1000 ? svg.length > 0 : svg.length; });
  tell('node ' + (node.removed ? 'gone' : node.x + ',' + node.y + (node.locked ? ' locked' : '') + (node.visible ? '' : ' hidden') + (node.parent === figma.currentPage ? '' : ' elsewhere')));
  tell('page ' + figma.currentPage.name + ', ' + figma.currentPage.selection.length + ' selected, ' + figma.currentPage.children.length + ' layers');
  await trying('create', () => { figma.createRectangle().remove(); return 'done'; });
  await trying('image', () => figma.createImage(new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0])).hash.length);
  await trying('keep', async () => { await figma.clientStorage.setAsync('a', 1); return JSON.stringify(await figma.clientStorage.getAsync('a')); });`;

const CALM = [
  'export done',
  'node 0,0',
  'page Page 1, 1 selected, 2 layers',
  'create done',
  'image 40',
  'keep 1',
];

async function under(id: FaultId, more: Parameters<typeof fault>[1] = {}) {
  const { store, frame, before } = scene();
  const stand = await openStand(undefined, { store, faults: [fault(id, more)] });
  const lines = await stand.tell(PLUGIN);
  return { lines, store, frame, before };
}

/** What the plugin sees other than in a calm run. */
const seen = (lines: readonly string[]): string[] => lines.filter((line) => !CALM.includes(line));

describe('faults by name', () => {
  it('without one, all is calm', async () => {
    const { store } = scene();
    expect(await (await openStand(undefined, { store })).tell(PLUGIN)).toEqual(CALM);
  });

  const EFFECTS: [FaultId, string[]][] = [
    ['node-deleted', ['export failed: in exportAsync: The node with id "ID" does not exist', 'node gone', 'page Page 1, 0 selected, 1 layers']],
    ['parent-deleted', ['export failed: in exportAsync: The node with id "ID" does not exist', 'node gone', 'page Page 1, 0 selected, 1 layers']],
    ['node-moved', ['node 240,160']],
    ['node-to-other-page', ['node 0,0 elsewhere', 'page Page 1, 1 selected, 1 layers']],
    ['node-locked', ['node 0,0 locked']],
    ['node-hidden', ['export failed: in exportAsync: Failed to export node. This node may not have any visible layers.', 'node 0,0 hidden']],
    ['work-added', ['page Page 1, 1 selected, 3 layers']],
    ['page-switched', ['node 0,0 elsewhere', 'page Page 2, 0 selected, 0 layers']],
    ['page-deleted', ['export failed: in exportAsync: The node with id "ID" does not exist', 'node gone', 'page Page 2, 0 selected, 0 layers']],
    ['selection-changed', []],
    ['access-lost', ['create failed: in createRectangle: Cannot write to internal and read-only node']],
    ['export-throws', ['export failed: in exportAsync: Failed to export node']],
    ['export-bare', ['export failed: in exportAsync: Failed to export node. This node may not have any visible layers.']],
    ['export-throws-text', ['export failed: in exportAsync: Failed to export node']],
    ['export-huge', ['export 50000000']],
    ['export-empty', ['export false']],
    ['export-cut', ['export true']],
    ['image-refused', ['image failed: in createImage: Image is too large']],
    ['storage-full', ["keep failed: in setAsync: The plugin's storage would hold 5242882 bytes; the limit is 5242880 bytes (5 MB)"]],
    ['storage-broken', ['keep failed: in getAsync: Internal error']],
    ['storage-foreign', ['keep {"version":99,"settings":["?"],"model":7,"size":"large","seed":-1,"shadow":"yes"}']],
  ]; // prettier-ignore

  it.each(EFFECTS)('%s', async (id, effects) => {
    expect(seen((await under(id)).lines)).toEqual(effects);
  });

  it('selection-changed: another layer is selected', async () => {
    const { store } = await under('selection-changed');
    expect(store.selection('0:1').map((id) => store.get(id).props.name)).toEqual(['Other']);
  });

  it('what another hand did stays when the run is undone', async () => {
    const { store, frame } = scene();
    const stand = await openStand(undefined, { store, faults: parseFaults('node-moved') });
    await stand.tell(`${PLUGIN} figma.createRectangle();`);
    expect(store.undo()).toBe(true);
    expect(store.get(frame).props.relativeTransform).toEqual([
      [1, 0, 240],
      [0, 1, 160],
    ]);
  });

  it('user-undo takes back the last step before the run goes on', async () => {
    const { store, before } = scene();
    create(store, 'LINE', store.currentPage);
    store.commit();
    const stand = await openStand((_message, send) => send('done'), { store, faults: [fault('user-undo')] });
    await stand.tell(
      `figma.showUI(''); figma.ui.postMessage(1); await new Promise((resolve) => (figma.ui.onmessage = resolve));`,
    );
    expect(store.snapshot()).toBe(before);
  });

  it.each(['export-hangs', 'storage-hangs'] as const)('%s: the plugin waits for ever', async (id) => {
    const { store } = scene();
    const stand = await openStand(undefined, { store, faults: [fault(id)] });
    const [line] = await stand.tell(`
      const call = '${id}' === 'export-hangs' ? figma.currentPage.selection[0].exportAsync() : figma.clientStorage.getAsync('a');
      say(await Promise.race([call.then(() => 'answered'), new Promise((resolve) => setTimeout(() => resolve('still waiting'), 30))]));`);
    expect(line).toBe('still waiting');
  });

  it('plugin-closed: nothing of it runs on', async () => {
    const { store, before } = scene();
    const { host } = await openStand(undefined, {
      store,
      faults: [fault('plugin-closed')],
      code: `figma.currentPage.selection[0].exportAsync().then(() => figma.createRectangle());`,
    });
    const run = await host.run('go');
    await run.closed;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(run.problems).toEqual([]);
    expect(store.snapshot()).toBe(before);
    expect(host.struck).toEqual([{ id: 'plugin-closed', at: 'exportAsync', snapshot: before }]);
  });

  it('strikes at the moment it is told, as often as it is told', async () => {
    const { lines } = await under('node-moved', { at: 'after exportAsync' });
    expect(seen(lines)).toEqual(['node 240,160']);
    const { store, frame } = scene();
    const stand = await openStand(undefined, { store, faults: parseFaults('node-moved@exportAsync:2×2') });
    await stand.tell(
      'const [node] = figma.currentPage.selection; for (let i = 0; i < 5; i += 1) { await node.exportAsync(); say(node.x); }',
    );
    expect(store.get(frame).props.relativeTransform).toEqual([
      [1, 0, 480],
      [0, 1, 320],
    ]);
  });
});

describe('messages that go wrong', () => {
  /** The page answers each message with its own; the plugin says what it hears until the third has come. */
  async function heard(id: FaultId): Promise<string[]> {
    const stand = await openStand((message, send) => send(message), { faults: [fault(id, { nth: 2 })] });
    return stand.tell(`
      figma.showUI('');
      const third = new Promise((resolve) => {
        figma.ui.onmessage = (message) => { say(JSON.stringify(message)?.slice(0, 30)); if (message?.n === 3) resolve(); };
      });
      for (const n of [1, 2, 3]) figma.ui.postMessage({ type: 'n', n });
      await third;`);
  }
  const n = (value: number): string => `{"type":"n","n":${value}}`;

  it.each(['sent', 'heard'] as const)('%s: lost, doubled, malformed, late, rubbish', async (direction) => {
    expect(await heard(`${direction}-lost`)).toEqual([n(1), n(3)]);
    expect(await heard(`${direction}-doubled`)).toEqual([n(1), n(2), n(2), n(3)]);
    expect(await heard(`${direction}-malformed`)).toEqual([n(1), '{"n":"2","type":"n"}', n(3)]);
    expect(await heard(`${direction}-late`)).toEqual([n(1), n(3)]);
    expect((await heard(`${direction}-rubbish`)).length).toBe(3 + RUBBISH.length);
  });

  it('a damaged message is never the message it was', () => {
    for (const message of [{ type: 'a' }, { type: 'a', n: 1 }, { a: null }, 'text', 4, new Uint8Array(2)])
      expect(damaged(message)).not.toEqual(message);
  });
});

describe('the names', () => {
  it('are refused when there is no such fault', () => {
    expect(() => parseFaults('node-eaten')).toThrow('no fault is named "node-eaten"; there are node-deleted');
    expect(() => parseFaults('node-deleted:often')).toThrow('wanted "id@moment:nth×times"');
  });

  it('are read from text', () => {
    expect(parseFaults('heard-lost:2, worker-killed×9,node-deleted@after exportAsync')).toEqual([
      { id: 'heard-lost', at: 'from page', nth: 2, times: 1 },
      { id: 'worker-killed', at: 'worker', nth: 1, times: 9 },
      { id: 'node-deleted', at: 'after exportAsync', nth: 1, times: 1 },
    ]);
  });

  it('each says what happens', () => {
    for (const id of FAULT_IDS) expect(FAULTS[id].what, id).toMatch(/^[a-z].{10,}[^.]$/i);
  });

  it('what strikes in the frame needs a frame', async () => {
    await expect(openStand(undefined, { faults: [fault('worker-killed')] })).rejects.toThrow(
      'only real frames',
    );
  });
});
