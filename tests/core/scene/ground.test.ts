import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../src/core/scene/ground.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal, PLAIN, type FrameFacts } from '../../../src/core/sketch.ts';

/** The places in paint order of what counts as ground. */
function grounds(body: string, viewBox = '0 0 200 200', frame?: FrameFacts): number[] {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="none">${body}</svg>`,
    PLAIN.photo,
    frame,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const ground = groundOf(drawing);
  return drawing.shapes.flatMap((shape, i) => (ground.has(shape) ? [i] : []));
}

const SHEET = '<rect width="200" height="200" fill="white"/>';
const BODY = '<rect x="60" y="70" width="80" height="80" rx="10" fill="#2A9D8F"/>';

describe('what is ground', () => {
  it('a sheet below, a border drawn last, both with round corners and the frame’s clip', () => {
    const clip = '<clipPath id="c"><rect width="200" height="200" rx="8" fill="white"/></clipPath>';
    const sheet = '<rect width="200" height="200" rx="8" fill="white"/>';
    const border = '<rect x="0.5" y="0.5" width="199" height="199" rx="7.5" stroke="#D0D0D0"/>';
    expect(grounds(`<g clip-path="url(#c)">${sheet}${BODY}</g>${border}${clip}`)).toEqual([0, 2]);
  });

  it('a gradient over all of it that ends in nothing, not one that does not, nor a shape', () => {
    const fade = (end: number): string =>
      `<linearGradient id="g"><stop stop-color="#CA2EBD"/><stop offset="1" stop-color="#462ADF" stop-opacity="${end}"/></linearGradient>`;
    const plate = '<rect width="200" height="200" fill="url(#g)"/>';
    expect(grounds(fade(0) + plate + BODY)).toEqual([0]);
    expect(grounds(fade(0.6) + plate + BODY)).toEqual([]);
    expect(grounds(fade(0) + '<circle cx="100" cy="100" r="100" fill="url(#g)"/>' + BODY)).toEqual([]);
  });

  it('no strip in a colour with words in white: a card’s band', () => {
    const band = '<rect y="60" width="200" height="140" fill="#DF0000"/>';
    const words =
      '<path d="M60 100h12v20h-12zM76 100h17v20h-17zM97 100h8v20h-8zM110 100h14v20h-14z" fill="#fff"/>';
    expect(grounds(SHEET + band + words)).toEqual([0]);
    expect(grounds(SHEET + band + BODY)).toEqual([0, 1]);
  });

  it('wall and floor', () => {
    expect(grounds(`${SHEET}<rect y="140" width="200" height="60" fill="#E5E5E5"/>${BODY}`)).toEqual([0, 1]);
  });

  it('a sheet with room round it for its shadow', () => {
    const sheet = '<rect width="200" height="170" transform="translate(20 12)" fill="white"/>';
    const disc = '<circle cx="120" cy="97" r="50" fill="#D94F3D"/>';
    const shadow = '<filter id="f"><feDropShadow dy="8" stdDeviation="10"/></filter>';
    expect(grounds(`${shadow}<g filter="url(#f)">${sheet}${disc}</g>`, '0 0 240 210')).toEqual([0]);
    expect(grounds(sheet + disc, '0 0 240 210')).toEqual([]);
    const grey = sheet.replace('white', '#9DB4D8');
    expect(grounds(`${shadow}<g filter="url(#f)">${grey}${disc}</g>`, '0 0 240 210')).toEqual([0]);
    const layer = '<rect x="20" y="12" width="200" height="170" fill="#9DB4D8"/>';
    expect(grounds(`${shadow}<g filter="url(#f)">${layer}${disc}</g>`, '0 0 240 210')).toEqual([]);
  });

  it('a frame’s fill over whose edges things hang, up to which the viewBox reaches', () => {
    const fill = '<rect width="180" height="180" transform="translate(20 22)" fill="#FFF7ED"/>';
    const hull = '<path d="M0 142C50 82 170 82 220 142L190 192H30L0 142Z" fill="#0EA5E9"/>';
    const mast = '<rect x="102" width="16" height="110" fill="#7C2D12"/>';
    expect(grounds(fill + hull + mast, '0 0 220 202')).toEqual([0]);
    expect(grounds(fill + hull + mast, '0 0 240 222')).toEqual([]); // in a larger frame: a layer
    const layer = '<rect x="20" y="22" width="180" height="180" fill="#FFF7ED"/>';
    expect(grounds(layer + hull + mast, '0 0 220 202')).toEqual([]);
  });
});

describe('what is none', () => {
  it('a body larger than the frame that a mask cuts inside it', () => {
    const mask =
      '<mask id="m" style="mask-type:alpha"><circle cx="100" cy="100" r="50" fill="#D9D9D9"/></mask>';
    const body =
      '<rect x="-10" y="-10" width="220" height="220" fill="#2A9D8F"/><circle cx="100" cy="100" r="20" fill="#E9C46A"/>';
    expect(grounds(`${mask}<g mask="url(#m)">${body}</g>`)).toEqual([]);
  });

  it('a tile with corners of 12 %; with corners of 3 % it is a frame', () => {
    const tile = (rx: number): string => `<rect width="200" height="200" rx="${rx}" fill="#3355aa"/>${BODY}`;
    expect(grounds(tile(24))).toEqual([]);
    expect(grounds(tile(6))).toEqual([0]);
  });

  it('a screen or a board in a broad frame of its own outline', () => {
    const bezel = '<path fill-rule="evenodd" d="M0 0h200v200h-200ZM16 16h168v168h-168Z" fill="#2E271E"/>';
    expect(grounds(SHEET + bezel + BODY)).toEqual([]);
    expect(grounds(SHEET + bezel.replaceAll('16', '2').replaceAll('168', '196') + BODY)).toContain(0);
  });

  it('a frame’s only shape, and the window that a drawing of a window is', () => {
    expect(grounds(SHEET)).toEqual([]);
    expect(
      grounds(`<rect x="20" y="20" width="160" height="160" stroke="#000" stroke-width="2"/>${BODY}`),
    ).toEqual([]);
  });
});

describe('a ground on which hardly anything lies', () => {
  const night = '<rect width="200" height="200" fill="#0B1033"/>';
  const stars = '<circle cx="40" cy="50" r="4" fill="#D7E2F7"/><path d="M120 40l30 20" stroke="#8FA3FF"/>';

  it('is a night sky, where it is dark or in a colour, with what else is dark along its edge', () => {
    expect(grounds(night + stars)).toEqual([]);
    expect(grounds(night.replace('#0B1033', '#FFD166') + stars)).toEqual([]);
    expect(grounds(`${night}<rect width="60" height="200" fill="#0B1030"/>${stars}`)).toEqual([]);
  });

  it('is a ground below a drawing in lines, however thin', () => {
    const lines = '<path d="M60 60h70v80h-70zM130 80h20v30h-20" fill="none" stroke="#111" stroke-width="1"/>';
    expect(grounds(night.replace('#0B1033', '#FFD166') + lines)).toEqual([0]);
  });

  it('is a ground all the same where it is pale, and where a body lies on it', () => {
    expect(grounds(night.replace('#0B1033', '#EFEFEF') + stars)).toEqual([0]);
    expect(grounds(night + BODY + stars)).toEqual([0]);
    expect(grounds(`${night}<path d="M80 80h40v40h-40z" fill="#CC3333"/>`)).toEqual([0]);
  });
});

describe('white on a colour', () => {
  const plate = '<rect width="200" height="200" fill="#3355aa"/>';

  it('is a sign on a tile', () => {
    const sign = '<path d="M60 60h80v80h-80Z" fill="white"/>';
    expect(grounds(plate + sign)).toEqual([]);
    expect(grounds(SHEET + plate + sign)).toEqual([0]);
  });

  it('on black or beside other colours it is not', () => {
    expect(grounds(plate.replace('#3355aa', '#111') + '<path d="M60 60h80v80h-80Z" fill="white"/>')).toEqual([
      0,
    ]);
    expect(grounds(plate + BODY)).toEqual([0]);
  });
});

describe('what Figma knows decides', () => {
  const all = { x: 0, y: 0, width: 200, height: 200 };
  const frame: FrameFacts = { kind: 'frame', box: all, filled: false, stroke: 0, radius: 0, clips: true };
  const named = (name: string, more: string): string =>
    `<rect id="${name}" width="200" height="200" ${more}/>`;
  const inFrame = (body: string): string => `<g id="Frame 1">${body}</g>`;
  const of = (facts: Partial<FrameFacts>, body: string, viewBox?: string): number[] =>
    grounds(inFrame(body), viewBox, { ...frame, ...facts });

  it.each([
    ['coloured', '<rect width="200" height="200" fill="#3355aa"/>', {}],
    ['translucent', '<rect width="200" height="200" fill="#3355aa" fill-opacity="0.4"/>', {}],
    ['slightly round', '<rect width="200" height="200" rx="8" fill="#3355aa"/>', { radius: 8 }],
  ])('a %s fill of the frame’s own is ground', (_, fill, facts) => {
    expect(of({ filled: true, ...facts }, fill + BODY)).toEqual([0]);
    expect(of({ filled: true, ...facts }, fill)).toEqual([0]);
    expect(of(facts, fill.replace('<rect', '<rect id="tile"') + BODY)).toEqual([]);
  });

  it('a coloured one with the round corners of an app icon is a tile', () => {
    const tile = '<rect width="200" height="200" rx="44" fill="#3355aa"/>';
    expect(of({ filled: true, radius: 44 }, tile + BODY)).toEqual([]);
    expect(of({ filled: true, radius: 44 }, tile.replace('#3355aa', 'white') + BODY)).toEqual([0]);
  });

  it('its strokes are, below all else or last', () => {
    const border = '<rect x="2" y="2" width="196" height="196" stroke="#000" stroke-width="4"/>';
    expect(of({ filled: true, stroke: 4 }, SHEET + BODY + border)).toEqual([0, 2]);
    expect(of({ stroke: 4 }, border + BODY)).toEqual([0]);
    expect(of({}, border.replace('<rect', '<rect id="window frame"') + BODY)).toEqual([]);
  });

  it('a rounded rectangle that fills a frame without a fill is a body, white or not; a sheet is ground', () => {
    for (const fill of ['white', '#3355aa'])
      expect(of({}, named('phone', `rx="12" fill="${fill}"`) + BODY)).toEqual([]);
    expect(of({}, named('Rectangle 1', 'fill="white"') + BODY)).toEqual([0]);
    expect(of({}, named('background', 'rx="4" fill="#3355aa"') + BODY)).toEqual([0]);
    expect(of({ radius: 40 }, named('Rectangle 1', 'rx="40" fill="white"') + BODY)).toEqual([0]);
  });

  it('layers that nobody named, on a fill of the frame’s own, are wall and floor; without it the front of a box', () => {
    const wall = named('Rectangle 1', 'fill="#DDE3EA"');
    const floor = '<rect id="Rectangle 2" y="140" width="200" height="60" fill="#8a6a4a"/>';
    expect(of({ filled: true }, SHEET + wall + floor + BODY)).toEqual([0, 1, 2]);
    expect(of({}, wall + floor + BODY)).toEqual([]);
    expect(of({ filled: true }, SHEET + floor.replace('Rectangle 2', 'table') + BODY)).toEqual([0]);
  });

  it('the frame’s round clip cuts no ground off; a layer’s own clip does', () => {
    const clip = '<clipPath id="c"><rect width="200" height="200" rx="50" fill="white"/></clipPath>';
    const body = `<g clip-path="url(#c)">${named('background', 'fill="#3355aa"')}${BODY}</g>${clip}`;
    expect(of({ radius: 50 }, body)).toEqual([0]);
    expect(of({ radius: 0 }, body)).toEqual([]);
  });

  it('round the frame there is room for its shadow', () => {
    const box = { x: 20, y: 12, width: 200, height: 170 };
    const sheet = '<rect width="200" height="170" transform="translate(20 12)" fill="#3355aa"/>';
    expect(of({ box, filled: true }, sheet + BODY, '0 0 240 210')).toEqual([0]);
    const paper = sheet.replace('<rect', '<rect id="Rectangle 1"').replace('#3355aa', 'white');
    expect(of({ box }, paper + BODY, '0 0 240 210')).toEqual([0]);
  });

  it('a photo that fills the frame is ground only where more is drawn', () => {
    const photo =
      '<rect width="200" height="200" fill="url(#p)"/><pattern id="p" width="1" height="1"><image href="data:,"/></pattern>';
    expect(of({ filled: true }, photo + BODY)).toEqual([0]);
    expect(of({ filled: true }, `${photo}<rect id="dot" width="5" height="5" fill="red"/>`)).toEqual([]);
  });

  it('a group has no ground of its own but may hold a sheet; two fills of one shape are the shape', () => {
    const twice =
      '<rect width="200" height="200" fill="white"/><rect width="200" height="200" fill="#3355aa"/>';
    const group = { kind: 'group' } as const;
    expect(of(group, `<g id="lid">${twice}</g>${BODY}`)).toEqual([0]);
    expect(of(group, named('paper', 'fill="white"') + BODY)).toEqual([0]);
    expect(of(group, named('lid', 'fill="#3355aa"') + BODY)).toEqual([]);
    expect(of({ kind: 'shape' }, twice)).toEqual([]);
    expect(grounds(twice)).toEqual([0]);
  });
});
