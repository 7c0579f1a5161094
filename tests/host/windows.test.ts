import { describe, expect, it } from 'vitest';
import { nodeKind, setScene } from '../../host/cases/cases.ts';
import { newDocument } from '../../host/document/document.ts';
import { fault } from '../../host/faults/faults.ts';
import type { WindowDriver } from '../../host/run/window-driver.ts';
import { openStand } from './stand.ts';

/** A plugin that opens its window, reads the selection, asks the window and places what it says. */
const PLUGIN = `
  figma.on('close', () => console.log('close'));
  figma.showUI(__html__);
  figma.ui.onmessage = async (message) => {
    const node = figma.createRectangle();
    node.name = message; node.resize(20, 20); node.setPluginData('made', '1');
    await figma.clientStorage.setAsync('last', message);
    figma.closePlugin('done');
  };
  (async () => {
    await figma.clientStorage.getAsync('last');
    figma.ui.postMessage(await figma.currentPage.selection[0].exportAsync({ format: 'SVG_STRING' }));
  })();`;

function windows() {
  const seen = { opened: 0, closed: 0 };
  const driver: WindowDriver = (request) => {
    seen.opened += 1;
    setTimeout(() => request.loaded());
    return {
      post: ({ pluginMessage }) => request.deliver(`a picture of ${String(pluginMessage).length} letters`),
      close: () => void (seen.closed += 1),
    };
  };
  return { seen, driver };
}

describe('the window', () => {
  it('is the only one: a second showUI closes the first', async () => {
    const { seen, driver } = windows();
    const stand = await openStand(undefined, { ui: driver });
    await stand.tell(`figma.showUI('a'); figma.showUI('b');`);
    expect(seen).toEqual({ opened: 2, closed: 2 }); // the second at the end of the run
  });

  it('stays silent when hidden, and hears', async () => {
    const heard: unknown[] = [];
    const stand = await openStand((message) => heard.push(message));
    await stand.tell(
      `figma.showUI('', { visible: false }); figma.ui.postMessage('a'); await new Promise((r) => setTimeout(r, 300));`,
    );
    expect(heard).toEqual(['a']);
  });
});

describe('the user closes the plugin at any moment', () => {
  const MOMENTS = [
    'showUI', 'clientStorage.getAsync', 'after clientStorage.getAsync', 'exportAsync', 'after exportAsync', 'ui.postMessage',
    'after ui.postMessage', 'ui.message', 'createRectangle', 'after createRectangle', 'resize', 'setPluginData',
    'clientStorage.setAsync', 'after clientStorage.setAsync', 'closePlugin',
  ]; // prettier-ignore

  it.each(MOMENTS)('%s: it ends at once, quietly, with nothing left open', async (at) => {
    const store = newDocument();
    const before = setScene(store, nodeKind('frame'));
    const { seen, driver } = windows();
    const { host } = await openStand(undefined, {
      store,
      code: PLUGIN,
      ui: driver,
      faults: [fault('plugin-closed', { at })],
    });
    const run = await host.run('go');
    await run.closed;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.struck.map(({ id }) => id)).toEqual(['plugin-closed']);
    // A synchronous call that was under way finds the API shut; that much a plugin may say to nobody.
    expect(run.problems.filter((text) => !text.includes('The plugin has been closed'))).toEqual([]);
    expect(run.log.map(({ text }) => text)).toEqual(['close']);
    expect(seen.closed).toBe(seen.opened);
    while (store.undo());
    expect(store.snapshot()).toBe(before);
  });
});
