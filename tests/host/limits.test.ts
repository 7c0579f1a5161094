import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { base64 } from '../../host/encoding/base64.ts';
import { sniff } from '../../host/api/images.ts';
import { sha1 } from '../../host/encoding/sha1.ts';
import { openStand } from './stand.ts';

const png = (width: number, height: number): Uint8Array =>
  new Uint8Array(encode({ width, height, data: new Uint8Array(width * height * 4).fill(128), channels: 4 }));
const inSandbox = (bytes: Uint8Array): string => `figma.base64Decode('${base64(bytes)}')`;
/** A file whose header claims a size; no more of it is read. */
const claims = (width: number, height: number): Uint8Array => {
  const bytes = png(1, 1);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};

describe('createImage', () => {
  it('takes PNG, JPEG and GIF up to 4096 × 4096 and gives back what it was given', async () => {
    const stand = await openStand();
    const bytes = png(3, 2);
    const lines = await stand.tell(`
      const image = figma.createImage(${inSandbox(bytes)});
      const size = await image.getSizeAsync();
      say(image.hash, size.width, size.height, (await image.getBytesAsync()).length);
      say(figma.getImageByHash(image.hash).hash === image.hash, figma.getImageByHash('none'));
      figma.createImage(${inSandbox(claims(4096, 4096))});`);
    expect(lines).toEqual([`${sha1(bytes)} 3 2 ${bytes.length}`, 'true null']);
    expect(stand.store.images.size).toBe(2);
  });

  it.each([
    ['too wide', claims(4097, 10), 'in createImage: Image is too large'],
    ['too high', claims(10, 4097), 'in createImage: Image is too large'],
    ['WebP', new TextEncoder().encode('RIFF....WEBPVP8 '), 'in createImage: Image type is unsupported'],
    ['SVG', new TextEncoder().encode('<svg/>'), 'in createImage: Image type is unsupported'],
    ['nothing', new Uint8Array(), 'in createImage: Image type is unsupported'],
  ])('refuses %s', async (_what, bytes, sentence) => {
    const stand = await openStand();
    expect(await stand.refusal(`figma.createImage(${inSandbox(bytes)})`)).toBe(`Error: ${sentence}`);
    expect(stand.store.images.size).toBe(0);
  });

  it('refuses text', async () => {
    expect(await (await openStand()).refusal('figma.createImage("abc")')).toContain(
      'Uint8Array, received string',
    );
  });

  it('reads the size of JPEG and GIF headers', () => {
    const jpeg = Uint8Array.of(
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      1,
      1,
      0xff,
      0xc2,
      0,
      17,
      8,
      0,
      32,
      0,
      64,
      3,
      1,
      0,
      0,
    );
    expect(sniff(jpeg)).toEqual({ type: 'image/jpeg', width: 64, height: 32 });
    const gif = new TextEncoder().encode('GIF89a\x05\x00\x07\x00');
    expect(sniff(gif)).toEqual({ type: 'image/gif', width: 5, height: 7 });
  });

  it('hashes as SHA-1 does', () => {
    expect(sha1(new TextEncoder().encode('abc'))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(sha1(new Uint8Array())).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
    expect(sha1(new TextEncoder().encode('a'.repeat(1000)))).toBe('291e9a6c66994949b57ba5e650361e98fc36b1ba');
  });
});

describe('plugin data', () => {
  it('holds 100 kB an entry and is removed by an empty string', async () => {
    const stand = await openStand();
    const lines = await stand.tell(`
      const node = figma.createRectangle();
      node.setPluginData('k', 'x'.repeat(100_000 - 'test'.length - 1));
      say(node.getPluginData('k').length, node.getPluginData('none') === '', node.getPluginDataKeys());
      node.setPluginData('k', '');
      say(node.getPluginDataKeys());`);
    expect(lines).toEqual(['99995 true ["k"]', '[]']);
  });

  // The plugin's id ("test"), the key and the value count, in bytes: "é" has two.
  it.each(['"x".repeat(99996)', '"é".repeat(49998)'])('refuses %s', async (value) => {
    expect(
      await (await openStand()).refusal(`figma.createRectangle().setPluginData('k', ${value})`),
    ).toContain('This pluginData entry exceeds 100 kB per entry limit.');
  });
});

describe('relaunch data', () => {
  it('takes commands of the manifest', async () => {
    expect(
      await (
        await openStand()
      ).tell(
        `const node = figma.createRectangle(); node.setRelaunchData({ again: 'x' }); say(node.getRelaunchData());
         node.setRelaunchData({}); say(node.getRelaunchData());`,
      ),
    ).toEqual(['{"again":"x"}', '{}']);
  });

  it.each([
    ['{ other: "" }', 'The command "other" is not in "relaunchButtons" of manifest.json (again)'],
    ['{ again: "x".repeat(1001) }', 'has 1001 characters; the limit is 1000'],
  ])('refuses %s', async (data, sentence) => {
    expect(await (await openStand()).refusal(`figma.createRectangle().setRelaunchData(${data})`)).toContain(
      sentence,
    );
  });
});

describe('clientStorage', () => {
  it('keeps plain values between runs and hands out copies', async () => {
    const { host } = await openStand(undefined, {
      code: `(async () => {
        const before = await figma.clientStorage.getAsync('k');
        console.log(before ? before.list[0] + ' ' + before.bytes.length : 'empty');
        await figma.clientStorage.setAsync('k', { list: [7], bytes: new Uint8Array(3) });
        console.log(await figma.clientStorage.keysAsync());
        figma.closePlugin();
      })()`,
    });
    for (const said of ['empty', '7 3']) {
      const run = await host.run('go');
      await run.closed;
      expect(run.log.map(({ text }) => text)).toEqual([said, '["k"]']);
    }
  });

  it('refuses more than 5 MB in all and keeps what it had', async () => {
    const stand = await openStand();
    const lines = await stand.tell(`
      await figma.clientStorage.setAsync('a', 'x'.repeat(3e6));
      try { await figma.clientStorage.setAsync('b', new Uint8Array(3e6)); say('allowed'); } catch (error) { say(error.message.slice(0, 44)); }
      say(await figma.clientStorage.keysAsync());
      await figma.clientStorage.deleteAsync('a');
      await figma.clientStorage.setAsync('b', new Uint8Array(3e6));
      say(await figma.clientStorage.keysAsync());`);
    expect(lines).toEqual(["in setAsync: The plugin's storage would hold", '["a"]', '["b"]']);
  });
});

describe('notify', () => {
  it('cuts a message at 100 characters', async () => {
    const notices: string[] = [];
    const stand = await openStand(undefined, {
      notify: (message) => {
        notices.push(message);
        return { cancel: () => undefined };
      },
    });
    await stand.tell(`figma.notify('n'.repeat(100)); figma.notify('n'.repeat(130));`);
    expect(notices.map(({ length }) => length)).toEqual([100, 100]);
  });

  it('a lasting notice goes with the plugin', async () => {
    let cancelled = 0;
    const stand = await openStand(undefined, { notify: () => ({ cancel: () => (cancelled += 1) }) });
    await stand.tell(`figma.notify('stay', { timeout: Infinity }); figma.notify('go', { timeout: 10 });`);
    expect(cancelled).toBe(1);
  });
});
