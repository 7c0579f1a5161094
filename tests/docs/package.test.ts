import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { average } from '../../docs/package/average.ts';
import { halves, ICON, pairs, pictures, type Realized, WIDE } from '../../docs/package/layout.ts';
import { type Listing, LIMITS, listingText, misfits, securityText } from '../../docs/package/listing.ts';
import { STEPS, writePackage } from '../../docs/package/main.ts';
import { MOST_NOTES, releaseNotes } from '../../docs/package/notes.ts';
import { drawer, type Tools } from '../../docs/package/pictures.ts';
import { FACE, LIGHTS, MATERIALS, PAIRS } from '../../docs/package/scenes.ts';
import { type Manifest, packedFiles, packZip } from '../../docs/package/zip.ts';
import { encodePng } from '../../src/core/image/png.ts';
import { ROOT } from '../architecture/sources.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as Manifest & {
  editorType: string[];
  menu: { name: string }[];
};
const listing = JSON.parse(read('docs/package/listing.json')) as Listing;
const NAMES = ['carousel-1-drawings.png', 'carousel-2-materials.png', 'carousel-3-light.png', 'cover.png', 'icon.png', 'listing.txt', 'realize-sketch.zip', 'release-notes.txt', 'security.txt']; // prettier-ignore
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the zip', () => {
  it('has the manifest and each file that the manifest names', () => {
    const files = packedFiles(manifest);
    const figma = ['manifest.json', 'dist/code.js', 'dist/ui.html'];
    expect(Object.keys(files)).toEqual([...figma, 'LICENSE', 'FIRST STEPS.txt']);
    for (const file of [...figma, manifest.main, manifest.ui]) expect(files[file]).toBe(file);
  });

  it('has first steps whose file and commands are there', () => {
    const steps = read(packedFiles(manifest)['FIRST STEPS.txt']!);
    expect(steps).toContain(`> ${manifest.name} > ${manifest.menu[0]!.name}.`);
    expect(steps).toContain('manifest.json');
  });

  it('has their bytes below their paths, and is the same each time', async () => {
    const make = (): Promise<Uint8Array> => packZip(manifest, async (path) => bytes(`in ${path}`));
    const zip = await make();
    const files = Object.entries(unzipSync(zip)).map(([path, data]) => [path, Buffer.from(data).toString()]);
    expect(files).toEqual(Object.entries(packedFiles(manifest)).map(([path, here]) => [path, `in ${here}`]));
    expect(await make()).toEqual(zip);
  });

  it('is not made without a file that is named', async () => {
    const missing = async (path: string): Promise<Uint8Array> => {
      if (path === manifest.ui) throw new Error(`no ${path}`);
      return bytes('');
    };
    await expect(packZip(manifest, missing)).rejects.toThrow('no dist/ui.html');
  });
});

describe('the pictures', () => {
  const realized: Realized = {
    drawing: { width: 100, height: 50, href: 'data:drawing' },
    picture: { href: 'data:picture', box: { x: 20, y: 10, width: 60, height: 30 } },
  };

  it('have the sizes that Figma asks for', () => {
    expect(halves(realized, ICON)).toMatch(/^<svg [^>]*width="128" height="128"/);
    for (const svg of [halves(realized, WIDE), pairs([realized]), pictures([realized])])
      expect(svg).toMatch(/^<svg [^>]*width="1920" height="1080"/);
  });

  it('show drawing and picture registered: at one scale, the box where it lies in the drawing', () => {
    const tags = [...halves(realized, ICON).matchAll(/<image ([^>]*)\/>/g)].map(([, tag]) => tag ?? '');
    const numbers = (tag = ''): number[] =>
      [...tag.matchAll(/\b(?:x|y|width|height)="([^"]*)"/g)].map(([, value]) => Number(value));
    const [[x0, y0, across], [x, y, width]] = [numbers(tags[0]), numbers(tags[1])];
    const scale = (0.84 * 128) / 60;
    expect(width).toBeCloseTo(60 * scale, 9);
    expect(across).toBeCloseTo(100 * scale, 9);
    expect(Number(x) - Number(x0)).toBeCloseTo(20 * scale, 9);
    expect(Number(y) - Number(y0)).toBeCloseTo(10 * scale, 9);
  });

  it('are of drawings that are there', () => {
    for (const { file } of [FACE, ...PAIRS, ...MATERIALS, ...LIGHTS]) expect(read(file)).toContain('<svg');
  });

  it('are averages of squares, written as PNG', async () => {
    const row = (...greys: number[]): number[] => greys.flatMap((grey) => [grey, grey, grey, 255]);
    const pixels = Uint8Array.from([...row(0, 20, 100, 100), ...row(40, 60, 100, 104)]);
    const png = decode(await drawer(() => Promise.resolve({ width: 4, height: 2, pixels }))('', 2));
    expect([png.width, png.height]).toEqual([2, 1]);
    expect([...png.data]).toEqual(row(30, 101));
    expect(() => average({ width: 4, height: 2, pixels }, 3)).toThrow('no squares of 3');
  });
});

describe('the package', () => {
  const tools: Tools = {
    // Where it lies and how large it is, is the command line's; what is drawn, the rasterizer's.
    async realizeAll([file], folder) {
      const out = join(folder, 'picture.png');
      await writeFile(out, encodePng({ width: 1, height: 1, data: Uint8Array.of(0, 0, 0, 255) }));
      expect(read(file!)).toContain('<svg');
      return [{ out, box: { x: 0, y: 0, width: 10, height: 10 } }];
    },
    sizeOf: () => ({ width: 10, height: 10 }),
    draw: (svg) => Promise.resolve(bytes(svg)),
  };

  it('is all that Figma’s form asks for: a zip, pictures of its sizes, texts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'package-'));
    try {
      const begun: [number, string][] = [];
      const told = await writePackage(tools, folder, {
        read: async (path) => bytes(`in ${path}`),
        tell: (done, what) => void begun.push([done, what]),
      });
      expect(begun.map(([done]) => done)).toEqual(Array.from({ length: STEPS }, (_, k) => k));
      for (const what of ['realize-sketch.zip', FACE.file, 'samples/handbag.svg --light dark', 'cover.png'])
        expect(begun.map(([, name]) => name)).toContain(what);
      expect((await readdir(folder)).sort()).toEqual(NAMES);
      const zip = unzipSync(await readFile(join(folder, 'realize-sketch.zip')));
      expect(Object.keys(zip)).toEqual(Object.keys(packedFiles(manifest)));
      for (const name of NAMES.filter((one) => one.endsWith('.png'))) {
        const { width, height } = name === 'icon.png' ? ICON : WIDE;
        const svg = await readFile(join(folder, name), 'utf8');
        expect(svg).toContain(` width="${width}" height="${height}" viewBox`);
        expect(svg).toContain('<image');
      }
      for (const name of NAMES.filter((one) => one.endsWith('.txt')))
        expect((await readFile(join(folder, name), 'utf8')).trim().length).toBeGreaterThan(100);
      const isNamed = listing.supportContact !== null;
      expect(told.some((line) => line.startsWith('Support contact: still to be entered'))).toBe(!isNamed);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is not made where the bundle is missing', async () => {
    const read = (path: string): Promise<Uint8Array> => Promise.reject(new Error(`no ${path}`));
    const missing = writePackage(tools, join(tmpdir(), 'never'), { read, tell: () => undefined });
    await expect(missing).rejects.toThrow('no manifest.json');
  });
});

describe('the texts', () => {
  it('have all fields and fit the form', () => {
    expect(misfits(listing)).toEqual([]);
    for (const field of ['Name', 'Tagline', 'Description', 'Category', 'Tags', 'Support contact'])
      expect(listingText(listing)).toMatch(new RegExp(`^${field}\n-+\n\\S`, 'm'));
    expect(listing.name).toBe(manifest.name);
    for (const editor of manifest.editorType)
      expect(listing.description.join(' ').toLowerCase()).toContain(editor);
  });

  it.each([
    [{ tagline: 'x'.repeat(LIMITS.tagline + 1) }, 'tagline has 101 characters'],
    [{ tags: Array.from({ length: LIMITS.tags + 1 }, (_, i) => `tag ${i}`) }, 'there are 13 tags'],
    [{ tags: [] }, 'there are no tags'],
    [{ tags: ['a', 'a'] }, 'a tag stands there twice'],
    [{ name: ' ' }, 'name is empty'],
    [{ supportContact: '' }, 'supportContact is empty'],
    [{ description: [''] }, 'description is empty'],
    [{ security: [{ question: 'Why?', answer: '', because: 'x' }] }, 'security: "Why?" has no answer'],
  ])('that do not fit are told: %j', (change, sentence) => {
    const wrong = misfits({ ...listing, ...change });
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(sentence);
  });

  it('say that the support contact is missing, and the contact when there is one', () => {
    expect(listingText({ ...listing, supportContact: null })).toContain(
      'Support contact\n---------------\nNOT YET',
    );
    expect(listingText({ ...listing, supportContact: 'help@example.com' })).toContain('\nhelp@example.com\n');
  });

  it('answer the security questions as the manifest does', () => {
    expect(manifest).toMatchObject({ networkAccess: { allowedDomains: ['none'] } });
    expect(manifest).not.toHaveProperty('permissions');
    expect(securityText(listing)).toContain('network requests with services that you do not host?\n→ No.');
  });

  it('take what is new in short from the newest part of the change log, without Markdown', () => {
    const log =
      '# Changelog\n\n## Unreleased\n\nIn short:\n\n- _Place_ is **seen**: `a_b/**/*.c` in [a page](x.md).\n- B\n\nMore:\n\n- c\n\n## 1\n\n- old\n';
    expect(releaseNotes(log)).toBe('• Place is seen: a_b/**/*.c in a page.\n• B\n');
    for (const wrong of ['# Changelog\n', log.replace('In short:', 'New:')])
      expect(() => releaseNotes(wrong)).toThrow('wanted "In short:"');
    expect(() => releaseNotes(log.replace('- B', `- ${'B'.repeat(MOST_NOTES)}`))).toThrow('are read');
    const lines = releaseNotes(read('CHANGELOG.md')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line).toMatch(/^• .*\.$/);
  });
});
