// Thirty pictures, a frame with pictures in it, and what the user looks at meanwhile.
import { describe, expect, it } from 'vitest';
import { boxOn, finish, isApart, openStage, picturesOn, pictureOf, settle, type Stage } from './stage.ts';
import { MUG, ROOMY, realizeIn } from './place/realize-in.ts';

describe('many at once', () => {
  it('thirty frames: thirty pictures, none over anything, one undo', async () => {
    const stage = await openStage();
    const frames = Array.from({ length: 30 }, (_, i) =>
      stage.draw('FRAME', {
        x: (i % 6) * 260,
        y: Math.floor(i / 6) * 240,
        width: 200,
        height: 200,
        name: `Sketch ${i + 1}`,
      }),
    );
    const before = settle(stage, frames);
    expect(await finish(stage)).toBe('30 pictures realized.');
    expect(stage.host.notices[0]).toBe('30 pictures, one after another. Cancel takes all of them back.');
    const pictures = picturesOn(stage, stage.page).map(({ id }) => id);
    const boxes = [...frames, ...pictures].map((id) => boxOn(stage, id));
    expect(pictures).toHaveLength(30);
    boxes.forEach((box, i) => expect(boxes.slice(i + 1).every((other) => isApart(box, other))).toBe(true));
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('a frame in which a picture stands', () => {
  it('is realized without it', async () => {
    const { stage, parent } = await realizeIn('FRAME');
    stage.store.select(stage.page, [parent]);
    await finish(stage);
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches).toHaveLength(2);
    const { svg } = sketches[1]!.sketch;
    expect(svg).toContain('id="Mug"');
    expect(svg).not.toContain('realized');
    expect(svg).not.toContain('<image');
  });

  it('whatever its letters, which Figma writes byte by byte', async () => {
    const stage = await openStage();
    const parent = stage.draw('FRAME', ROOMY);
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, name: 'Krug "ä" & カップ', parent })]);
    await finish(stage);
    expect(picturesOn(stage, stage.page).map((picture) => picture.parent)).toEqual([parent]);
    stage.store.select(stage.page, [parent]);
    await finish(stage);
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches).toHaveLength(2);
    expect(sketches[1]!.sketch.svg).toContain('id="Krug &#34;&#195;&#164;&#34; &#38; ');
    expect(sketches[1]!.sketch.svg).not.toContain('<image');
  });
});

describe('her attention', () => {
  const busy = (act: (stage: Stage) => void) =>
    openStage((message, send, stage) => {
      if (message.type !== 'sketch') return;
      act(stage);
      send(pictureOf(message));
    });

  it('what she selected meanwhile stays selected', async () => {
    const stage = await busy(({ store, page }) => store.select(page, []));
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(stage.store.selection(stage.page)).toEqual([]);
  });

  it('the view goes to a picture out of sight', async () => {
    const stage = await openStage();
    settle(stage, [stage.draw('FRAME', { ...MUG, x: 5000 })]);
    await finish(stage);
    expect(stage.view.bounds.x).toBeGreaterThan(4000);
    expect(stage.view.bounds.width).toBe(1440);
  });

  it('but stays where she has moved it meanwhile', async () => {
    const stage = await busy(({ view }) => view.show({ x: -900, y: 0, width: 1440, height: 900 }));
    settle(stage, [stage.draw('FRAME', { ...MUG, x: 5000 })]);
    await finish(stage);
    expect(stage.view.bounds.x).toBe(-900);
  });

  it('on another page she is told where the picture stands', async () => {
    const stage = await busy(({ store }) => (store.currentPage = '0:2'));
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized on page “Page 1”: Mug');
    expect(stage.store.currentPage).toBe('0:2');
  });
});
