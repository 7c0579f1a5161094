import { describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { create, remove } from '../../host/document/tree.ts';
import { openStand } from './stand.ts';

const EXPORT = `
  const [node] = figma.currentPage.selection;
  try { say((await node.exportAsync({ format: 'SVG_STRING' })).length > 0); } catch (error) { say(error.message.replace(/\\d+:\\d+/, 'ID')); }
  say(node.removed, figma.currentPage.name);`;

function withNode() {
  const store = newDocument(['Page 1', 'Page 2']);
  const node = create(store, 'RECTANGLE', store.currentPage);
  store.select(store.currentPage, [node]);
  store.forget();
  return { store, node };
}

describe('trouble on command', () => {
  it('the node is deleted just before its export', async () => {
    const { store, node } = withNode();
    const stand = await openStand(undefined, {
      store,
      before: (operation) => {
        if (operation === 'exportAsync') remove(store, node);
      },
    });
    expect(await stand.tell(EXPORT)).toEqual([
      'in exportAsync: The node with id "ID" does not exist',
      'true Page 1',
    ]);
  });

  it('the user goes to another page during the export', async () => {
    const { store } = withNode();
    const stand = await openStand(undefined, {
      store,
      before: async (operation) => {
        if (operation !== 'exportAsync') return;
        await new Promise((resolve) => setTimeout(resolve, 5));
        store.currentPage = '0:2';
      },
    });
    expect(await stand.tell(EXPORT)).toEqual(['true', 'false Page 2']);
  });

  it('exportAsync throws, createImage fails', async () => {
    const { store } = withNode();
    const stand = await openStand(undefined, {
      store,
      before: (operation) => {
        if (operation === 'exportAsync') throw new Error('in exportAsync: memory access out of bounds');
        if (operation === 'createImage') throw new Error('in createImage: Image is too large');
      },
    });
    expect(await stand.tell(EXPORT)).toEqual(['in exportAsync: memory access out of bounds', 'false Page 1']);
    expect(await stand.refusal('figma.createImage(new Uint8Array(2))')).toContain('Image is too large');
  });

  it('the user closes the plugin during the export: nothing runs after it', async () => {
    const { store } = withNode();
    const { host } = await openStand(undefined, {
      store,
      code: `figma.currentPage.selection[0].exportAsync().then(() => { console.log('went on'); figma.createRectangle(); });`,
      before: async (operation) => {
        if (operation === 'exportAsync') await new Promise((resolve) => setTimeout(resolve, 10));
      },
    });
    const before = store.snapshot();
    const run = await host.run('go');
    run.close();
    await run.closed;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(run.log).toEqual([]);
    expect(run.problems).toEqual([]);
    expect(store.snapshot()).toBe(before);
  });

  it('a second run closes the first', async () => {
    const { host } = await openStand(undefined, { code: `figma.showUI('');` });
    const first = await host.run('go');
    const second = await host.run('go');
    expect([first.isClosed, second.isClosed]).toEqual([true, false]);
    second.close();
  });

  it('the storage is full', async () => {
    const { host } = await openStand(undefined, {
      code: `figma.clientStorage.setAsync('a', 1).catch((error) => { console.log(error.message); figma.closePlugin(); });`,
    });
    host.storage.ballast = 5 * 1024 * 1024;
    const run = await host.run('go');
    await run.closed;
    expect(run.log[0]?.text).toContain('the limit is 5242880 bytes (5 MB)');
  });

  it('errors of code.js are problems of the run, not of the host', async () => {
    const { host } = await openStand(undefined, {
      code: `figma.on('run', () => { throw new TypeError('in run') });
             setTimeout(async () => { throw new Error('in timer') }, 1);
             setTimeout(() => figma.closePlugin(), 10);
             nonsense();`,
    });
    const run = await host.run('go');
    await run.closed;
    expect(run.problems.map((text) => text.split('\n')[0])).toEqual([
      "ReferenceError: 'nonsense' is not defined",
      'TypeError: in run',
      'Error: in timer',
    ]);
  });
});

describe('many runs', () => {
  it('leave no memory behind', { timeout: 120_000 }, async () => {
    const { store } = withNode();
    const { host } = await openStand(undefined, {
      store,
      code: `const node = figma.createRectangle(); node.setPluginData('a', 'x'.repeat(50000)); node.remove();
             figma.showUI(''); figma.ui.postMessage(new Uint8Array(2e6)); figma.closePlugin();`,
    });
    const runs = async (count: number): Promise<number> => {
      for (let i = 0; i < count; i += 1) await (await host.run('go')).closed;
      return process.memoryUsage().rss;
    };
    const warm = await runs(60);
    const after = await runs(120);
    // The engine's own heap never shrinks; what must not happen is growth by run (2 MB each would be 240 MB).
    expect((after - warm) / 1e6).toBeLessThan(60);
    expect(store.images.size).toBe(0);
  });
});
