import { describe, expect, it } from 'vitest';
import { copyMessage } from '../../host/run/message.ts';
import { openStand } from './stand.ts';

describe('from the plugin to its window', () => {
  it('plain data, Date and Uint8Array arrive as copies, in order, wrapped', async () => {
    const heard: unknown[] = [];
    const stand = await openStand((message) => heard.push(message));
    await stand.tell(`
      figma.showUI(__html__);
      const bytes = new Uint8Array([1, 2, 3, 4]);
      const message = { text: 'a', list: [1, null, undefined, true], when: new Date(5), bytes: bytes.subarray(1, 3), odd: NaN, $: 'x' };
      figma.ui.postMessage(message);
      message.text = 'changed later';
      bytes[1] = 99;
      figma.ui.postMessage('second');
      await new Promise((resolve) => setTimeout(resolve, 300));`);
    expect(heard).toEqual([
      {
        text: 'a',
        list: [1, null, undefined, true],
        when: new Date(5),
        bytes: Uint8Array.of(2, 3),
        odd: NaN,
        $: 'x',
      },
      'second',
    ]);
  });

  it.each([
    ['figma.mixed', 'in postMessage: Cannot unwrap symbol'],
    ['Symbol("mine")', 'Cannot unwrap symbol'],
    ['new ArrayBuffer(4)', 'ArrayBuffer cannot leave the plugin; only plain data, Date and Uint8Array can'],
    ['new Float32Array(2)', 'Float32Array cannot leave the plugin; only plain data, Date and Uint8Array can'],
    [
      'new Uint8ClampedArray(2)',
      'Uint8ClampedArray cannot leave the plugin; only plain data, Date and Uint8Array can',
    ],
    ['new Map()', 'Map cannot leave the plugin; only plain data, Date and Uint8Array can'],
    [
      '() => 1',
      'in postMessage: message.deep[0] is function; only plain data, Date and Uint8Array can cross',
    ],
    [
      'figma.currentPage',
      'in postMessage: message.deep[0] is a node; only plain data, Date and Uint8Array can cross',
    ],
  ])('%s is refused', async (value, sentence) => {
    const stand = await openStand();
    expect(await stand.refusal(`(figma.showUI(''), figma.ui.postMessage({ deep: [${value}] }))`)).toContain(
      sentence,
    );
  });

  it('a message that holds itself is refused', async () => {
    const stand = await openStand();
    expect(
      await stand.refusal(`(() => { figma.showUI(''); const a = {}; a.a = a; figma.ui.postMessage(a); })()`),
    ).toContain('holds itself');
  });

  it('without a window there is nobody to talk to', async () => {
    expect(await (await openStand()).refusal('figma.ui.postMessage(1)')).toContain('No UI');
  });
});

describe('from the window to the plugin', () => {
  it('a refused message is reported and does not arrive', async () => {
    const stand = await openStand(undefined, {
      code: `figma.ui.onmessage = (message) => { console.log(message.type); figma.closePlugin(); }; figma.showUI('');`,
      ui: (request) => {
        setTimeout(() => {
          request.loaded();
          request.deliver({ type: 'bad', buffer: new ArrayBuffer(2) });
          request.deliver({ type: 'good' });
        });
        return { post: () => undefined, close: () => undefined };
      },
    });
    const run = await stand.host.run('go');
    await run.closed;
    expect(run.log.map(({ text }) => text)).toEqual(['good']);
    expect(run.problems).toEqual([expect.stringContaining('message.buffer is ArrayBuffer')]);
  });

  it('megabytes cross both ways unharmed', async () => {
    const size = 8 * 1024 * 1024;
    const sum = (bytes: Uint8Array): number => bytes.reduce((all, byte) => (all * 31 + byte) >>> 0, 7);
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 2654435761) >>> 24);
    let back: Uint8Array | undefined;
    const stand = await openStand(
      (message, send) => {
        if (message === 'ready') send({ bytes });
        else back = (message as { bytes: Uint8Array }).bytes;
      },
      {
        code: `figma.showUI(''); figma.ui.postMessage('ready');
          figma.ui.onmessage = ({ bytes }) => { figma.ui.postMessage({ bytes }); setTimeout(() => figma.closePlugin(), 20); };`,
      },
    );
    const run = await stand.host.run('go');
    await run.closed;
    expect(run.problems).toEqual([]);
    expect(back?.length).toBe(size);
    expect(sum(back!)).toBe(sum(bytes));
  });

  it('ui.on, once and off hear messages too', async () => {
    const stand = await openStand((message, send) => send(message));
    expect(
      await stand.tell(`
        const first = (message) => say('first', message);
        const done = new Promise((resolve) => figma.ui.on('message', (message) => { if (message === 'b') setTimeout(resolve, 5); }));
        figma.ui.on('message', first);
        figma.ui.once('message', (message) => say('once', message));
        figma.ui.off('message', first);
        figma.showUI('');
        figma.ui.postMessage('a');
        figma.ui.postMessage('b');
        await done;`),
    ).toEqual(['once a']);
  });
});

describe('copyMessage', () => {
  it('knows objects of other worlds by what they are', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1 });
    expect(copyMessage(bare)).toEqual({ a: 1 });
    expect(() => copyMessage({ a: new Set() })).toThrow('message.a is Set');
    expect(() => copyMessage({ a: new Blob([]) })).toThrow('message.a is Blob');
  });
});
