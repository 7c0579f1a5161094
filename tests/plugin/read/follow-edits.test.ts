import { afterEach, describe, expect, it, vi } from 'vitest';
import { attach, create, remove } from '../../../host/document/tree.ts';
import { openPace } from '../../../src/plugin/read/throttle.ts';
import {
  asking,
  lastHeard,
  openPanel,
  openStage,
  pictureOf,
  picturesOn,
  placed,
  placing,
  settle,
  until,
  type Stage,
} from '../stage.ts';
import { MUG } from '../mug.ts';

const sketches = ({ heard }: Stage): number => heard.filter(({ type }) => type === 'sketch').length;
/** Long enough for an edit to have been told. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

let exports = 0;
const counting = {
  before: (operation: string): void => {
    if (operation === 'exportAsync') exports += 1;
  },
};

async function open(draw: (stage: Stage) => string = (stage) => stage.draw('FRAME', MUG)) {
  const stage = await openStage(asking, counting);
  const id = draw(stage);
  settle(stage, [id]);
  const { run, sketch } = await openPanel(stage);
  exports = 0;
  const [part] = stage.store.get(id).children;
  return { stage, id, part: part!, run, sketch };
}

describe('while the panel is open', () => {
  it('an edit of the drawing comes as the same sketch anew, and nothing is written', async () => {
    const { stage, part, run, sketch } = await open();
    stage.store.write(part, { width: 200 });
    const before = stage.store.snapshot();
    await until(() => expect(sketches(stage)).toBe(2));
    const again = lastHeard(stage, 'sketch')!;
    expect(again).toMatchObject({ job: sketch.job, index: 0, total: 1 });
    expect(again.sketch.svg).not.toBe(sketch.sketch.svg);
    run.close();
    expect(run.problems).toEqual([]);
    expect(stage.store.snapshot()).toBe(before);
  });

  it('so does undo, and redo', async () => {
    const { stage, part, sketch } = await open();
    stage.store.write(part, { width: 200 });
    stage.store.commit();
    await until(() => expect(sketches(stage)).toBe(2));
    stage.store.undo();
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).toBe(sketch.sketch.svg));
    stage.store.redo();
    await until(() => expect(sketches(stage)).toBe(4));
  });

  it('so does what is added, and what is taken away', async () => {
    const { stage, id, part } = await open();
    create(stage.store, 'RECTANGLE', id, { name: 'handle' });
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).toContain('handle'));
    remove(stage.store, part);
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).not.toContain('body'));
  });

  it('a style that is changed has the drawing read again: its layers do not tell of that', async () => {
    const { stage } = await open();
    stage.host.session.styleChanged();
    await until(() => expect(exports).toBe(1));
    await rest();
    expect(sketches(stage)).toBe(1); // none of its layers wears it
  });

  it('of many edits in a row the last comes, and few in between', async () => {
    const { stage, part } = await open();
    const began = performance.now();
    for (let width = 100; width < 160; width += 1) {
      stage.store.write(part, { width });
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).toContain('rx="79.5"'));
    // A busy machine makes pauses between the edits, each of which is an end of editing.
    expect(sketches(stage)).toBeLessThan(Math.max(15, (performance.now() - began) / 60));
    expect(sketches(stage)).toBeGreaterThan(2);
  });

  it('nothing comes of what does not show', async () => {
    const { stage, id, part } = await open();
    const { store } = stage;
    store.put(part, { ...store.get(part), pluginData: { other: 'x' } });
    store.write(part, { locked: true });
    store.write(id, { relativeTransform: [[1, 0, 900], [0, 1, 900]] }); // prettier-ignore
    store.write(stage.draw('RECTANGLE', { ...MUG, x: 3000 }), { width: 50 });
    await rest();
    expect(exports).toBe(0);
    store.write(id, { clipsContent: true });
    await rest();
    expect(sketches(stage)).toBe(1);
  });

  it('nothing comes of the pictures that we place, inside the drawing either', async () => {
    const { stage, id, sketch } = await open();
    await placed(stage, pictureOf(sketch));
    attach(stage.store, picturesOn(stage, stage.page)[0]!.id, id);
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    await placed(stage, placing(sketch, { where: 'beside', again: 'update' }, { shade: 90 }));
    await rest();
    expect(sketches(stage)).toBe(1);
  });

  it('an instance follows its component', async () => {
    const { stage } = await open((stage) => {
      const component = stage.draw('COMPONENT', { ...MUG, x: 2000, name: 'Part' });
      stage.draw('RECTANGLE', { ...MUG, width: 50, height: 50, parent: component, name: 'knob' });
      return stage.draw('FRAME', MUG);
    });
    const [component] = stage.store.get(stage.page).children;
    exports = 0;
    stage.store.write(stage.store.get(component!).children[0]!, { width: 80 });
    await until(() => expect(exports).toBe(1));
    expect(sketches(stage)).toBe(1); // this drawing has none of it: nothing changed
  });

  it('a drawing that is deleted is refused, and undo brings it back', async () => {
    const { stage, id } = await open();
    remove(stage.store, id);
    stage.store.commit();
    await until(() => expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'node-gone' }));
    await rest(); // the selection is empty now, which is no other sentence
    expect(stage.heard.filter(({ type }) => type === 'refused')).toHaveLength(1);
    stage.store.undo();
    await until(() => expect(sketches(stage)).toBe(2));
  });

  it('a drawing that is emptied is refused until something is drawn', async () => {
    const { stage, id, part } = await open();
    remove(stage.store, part);
    await until(() => expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'nothing-drawn' }));
    create(stage.store, 'RECTANGLE', id, { name: 'body' });
    await until(() => expect(sketches(stage)).toBe(2));
  });

  it('of a drawing that is left nothing more is read', async () => {
    const { stage, part } = await open();
    const jug = stage.draw('FRAME', { ...MUG, x: 900, name: 'Jug' });
    stage.store.select(stage.page, [jug]);
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.name).toBe('Jug'));
    exports = 0;
    stage.store.write(part, { width: 222 });
    await rest();
    expect(exports).toBe(0);
  });
});

describe('the pace', () => {
  afterEach(() => vi.useRealTimers());
  const watch = (work: () => Promise<void>) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    return openPace(work);
  };

  it('begins at once, then waits 30 ms after the last edit, and 150 ms at most', async () => {
    const at: number[] = [];
    const pace = watch(async () => void at.push(Date.now()));
    const start = Date.now();
    pace.touch();
    expect(at).toEqual([]); // all that is told in one turn is one edit
    await vi.advanceTimersByTimeAsync(0);
    expect(at.map((time) => time - start)).toEqual([0]);
    await vi.advanceTimersByTimeAsync(100);
    pace.touch();
    await vi.advanceTimersByTimeAsync(29);
    expect(at).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(at.map((time) => time - start)).toEqual([0, 130]);
    for (let time = 0; time < 600; time += 16) {
      pace.touch();
      await vi.advanceTimersByTimeAsync(16);
    }
    await vi.advanceTimersByTimeAsync(150);
    pace.touch();
    await vi.advanceTimersByTimeAsync(0);
    const gaps = at.slice(1).map((time, index) => time - at[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(170);
    expect(at.length).toBeLessThanOrEqual(8);
  });

  it('never works twice at once: edits meanwhile make it work once more, after a pause as long', async () => {
    const ends: (() => void)[] = [];
    const pace = watch(() => new Promise((resolve) => ends.push(resolve)));
    pace.touch();
    await vi.advanceTimersByTimeAsync(0);
    for (let edit = 0; edit < 10; edit += 1) pace.touch();
    await vi.advanceTimersByTimeAsync(400);
    expect(ends).toHaveLength(1);
    ends[0]!();
    await vi.advanceTimersByTimeAsync(390);
    expect(ends).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(ends).toHaveLength(2);
  });

  it('stops', async () => {
    let worked = 0;
    const pace = watch(async () => void (worked += 1));
    pace.touch();
    pace.stop();
    pace.touch();
    await vi.advanceTimersByTimeAsync(500);
    expect(worked).toBe(0);
  });
});
