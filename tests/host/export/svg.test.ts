// What exportAsync writes: ids, forms and units as Figma has them; every sample comes through unchanged.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../host/document/document.ts';
import { exportSvg } from '../../../host/export/svg.ts';
import { importSvg } from '../../../host/import/import-svg.ts';
import { openStand } from '../stand.ts';
import { render, difference } from './seen.ts';

describe('exportAsync as Figma writes it', () => {
  it('ids are layer names, made unique, only when asked', async () => {
    const [bare, named] = await (
      await openStand()
    ).tell(`
      const frame = figma.createFrame(); frame.name = 'A & B'; frame.resize(20, 20);
      for (const x of [0, 10]) { const one = figma.createRectangle(); one.resize(5, 5); one.x = x; frame.appendChild(one); }
      say(await frame.exportAsync({ format: 'SVG_STRING' }));
      say(await frame.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true }));`);
    expect(bare!.replace(/clip0_\w+/g, 'clip0')).toBe(
      [
        '<svg width="20" height="20" viewBox="0 0 20 20" fill="none" xmlns="http://www.w3.org/2000/svg">',
        '<g clip-path="url(#clip0)">',
        '<rect width="20" height="20" fill="white"/>',
        '<rect width="5" height="5" fill="#D9D9D9"/>',
        '<rect x="10" width="5" height="5" fill="#D9D9D9"/>',
        '</g>',
        '<defs>',
        '<clipPath id="clip0">',
        '<rect width="20" height="20" fill="white"/>',
        '</clipPath>',
        '</defs>',
        '</svg>',
        '',
      ].join('\n'),
    );
    expect(named).toContain('<g id="A &#38; B" clip-path=');
    expect(named).toContain('<rect id="Rectangle" width="5"');
    expect(named).toContain('<rect id="Rectangle_2" x="10"');
  });

  it('effects are one filter on a group of the layer’s name; a blurred background is HTML before it', async () => {
    const [shadows, blurred] = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(40, 40); node.name = 'Card';
      const shadow = { visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.25 }, offset: { x: 0, y: 4 }, radius: 4 };
      node.effects = [{ ...shadow, type: 'DROP_SHADOW' }, { ...shadow, type: 'INNER_SHADOW', spread: 2 }];
      say(await node.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true }));
      node.effects = [{ type: 'BACKGROUND_BLUR', blurType: 'NORMAL', visible: true, radius: 12 }];
      say(await node.exportAsync({ format: 'SVG_STRING' }));`);
    const hard = '<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/>'; // prettier-ignore
    const tint = '<feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>';
    expect(
      shadows!
        .replace(/_1_\d+/g, '_N')
        .split('\n')
        .slice(1, -3),
    ).toEqual([
      '<g id="Card" filter="url(#filter0_di_N)">',
      '<rect x="4" width="40" height="40" fill="#D9D9D9"/>',
      '</g>',
      '<defs>',
      '<filter id="filter0_di_N" x="0" y="0" width="48" height="48" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">',
      '<feFlood flood-opacity="0" result="BackgroundImageFix"/>',
      hard,
      '<feOffset dy="4"/>',
      '<feGaussianBlur stdDeviation="2"/>',
      '<feComposite in2="hardAlpha" operator="out"/>',
      tint,
      '<feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow_N"/>',
      '<feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow_N" result="shape"/>',
      hard,
      '<feMorphology radius="2" operator="erode" in="SourceAlpha" result="effect2_innerShadow_N"/>',
      '<feOffset dy="4"/>',
      '<feGaussianBlur stdDeviation="2"/>',
      '<feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/>',
      tint,
      '<feBlend mode="normal" in2="shape" result="effect2_innerShadow_N"/>',
      '</filter>',
    ]);
    expect(blurred).toContain('<svg width="40" height="40"');
    expect(blurred).toContain('<foreignObject x="-12" y="-12" width="64" height="64"><div xmlns="http://www.w3.org/1999/xhtml" style="backdrop-filter:blur(6px);clip-path:url(#bgblur_0_'); // prettier-ignore
    expect(blurred).toContain('<rect data-figma-bg-blur-radius="12" width="40"');
  });

  it('a shadow that is spread is a grown one, and reaches farther', async () => {
    const [text] = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(40, 40);
      node.effects = [{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 0, spread: 4 }];
      say(await node.exportAsync({ format: 'SVG_STRING' }));`);
    expect(text).toContain('<svg width="48" height="48"');
    expect(text).toMatch(
      /<feMorphology radius="4" operator="dilate" in="SourceAlpha" result="effect1_dropShadow_1_\d+"\/>\n<feOffset\/>/,
    );
  });

  it('sides, strokes and corners that differ are figma.mixed, and one weight makes them equal again', async () => {
    expect(
      await (
        await openStand()
      ).tell(`
        const node = figma.createRectangle(); node.strokeWeight = 3; say(node.strokeWeight, node.strokeLeftWeight);
        node.strokeTopWeight = 9; say(node.strokeWeight === figma.mixed, node.strokeLeftWeight);
        node.strokeWeight = 2; say(node.strokeWeight, node.strokeTopWeight);`),
    ).toEqual(['3 3', 'true 3', '2 2']);
  });

  it('PNG at a scale, a width and a height; SVG as bytes; PNG at 1 by default', async () => {
    const lines = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(30, 20);
      const size = async (settings) => { const b = await node.exportAsync(settings); const v = new DataView(b.buffer); return v.getUint32(16) + '×' + v.getUint32(20); };
      say(await size(), await size({ format: 'PNG', constraint: { type: 'SCALE', value: 3 } }));
      say(await size({ format: 'PNG', constraint: { type: 'WIDTH', value: 120 } }), await size({ format: 'PNG', constraint: { type: 'HEIGHT', value: 10 } }));
      const bytes = await node.exportAsync({ format: 'SVG' });
      say(bytes instanceof Uint8Array, String.fromCharCode(...bytes.slice(0, 4)));`);
    expect(lines).toEqual(['30×20 90×60', '120×80 15×10', 'true <svg']);
  });

  it('useAbsoluteBounds shows the whole box', async () => {
    const lines = await (
      await openStand()
    ).tell(`
      const frame = figma.createFrame(); frame.fills = []; frame.clipsContent = false; frame.resize(50, 50);
      const one = figma.createRectangle(); one.resize(90, 10); frame.appendChild(one);
      for (const useAbsoluteBounds of [true, false])
        say((await frame.exportAsync({ format: 'SVG_STRING', useAbsoluteBounds })).slice(0, 29));`);
    expect(lines).toEqual(['<svg width="50" height="50" v', '<svg width="90" height="50" v']);
  });
});

describe('every sample', () => {
  const samples = readdirSync('samples').filter((file) => file.endsWith('.svg'));
  it.each(samples)('%s looks the same as the file, and the same again after a second round', (file) => {
    const text = readFileSync(`samples/${file}`, 'utf8');
    const store = newDocument();
    const first = exportSvg(store, store.get(importSvg(store, text)), { svgIdAttribute: true }).svg;
    const second = exportSvg(store, store.get(importSvg(store, first)), { svgIdAttribute: true }).svg;
    const seen = difference(render(text, 1), render(first, 1));
    expect(seen.mean, JSON.stringify(seen)).toBeLessThan(0.5);
    expect(seen.far).toBeLessThan(0.005);
    expect(second.replace(/_1_\d+/g, '')).toBe(first.replace(/_1_\d+/g, ''));
  });
});
