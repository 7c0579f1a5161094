// The canvas: drawing, names, selection, and all that pointer and wheel do on it.
// In: Desk. Out: edits of the document.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { move } from '../geometry/transform.ts';
import { place, relativeTransform } from '../document/scene.ts';
import type { Desk } from './desk.ts';
import { boxBetween, drawPencil, drawShape } from './draw.ts';
import type { Gesture, Point } from './gesture.ts';
import { Layer } from './layer.ts';
import { Draft, Names, Outlines } from './marks.tsx';
import { inMarquee, pick } from './pick.ts';

export function Canvas({ desk, spaceHeld }: { desk: Desk; spaceHeld: boolean }) {
  const { camera, store } = desk;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGGElement>(null);
  const layer = useRef<Layer | null>(null);
  const last = useRef<Point>([0, 0]);
  const [gesture, setGesture] = useState<Gesture | null>(null);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !drawing.current) return undefined;
    layer.current = new Layer(store, drawing.current);
    const measure = (): void => {
      const first = camera.width === 1;
      camera.width = element.clientWidth;
      camera.height = element.clientHeight;
      if (first) desk.fit();
      else desk.changed();
    };
    measure(); // at once: a plugin that runs before the observer tells of it would find a canvas of one pixel
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      // Pinching arrives as wheel with ctrlKey.
      if (event.ctrlKey || event.metaKey)
        camera.zoomBy(
          Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.004)),
          event.clientX - left,
          event.clientY - top,
        );
      else if (event.shiftKey && event.deltaX === 0) camera.pan(event.deltaY, 0);
      else camera.pan(event.deltaX, event.deltaY);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      sized.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, [desk, camera, store]);

  useEffect(() => layer.current?.draw());

  const pagePoint = (event: PointerEvent | MouseEvent): Point => {
    const { left, top } = frame.current!.getBoundingClientRect();
    return camera.toPage(event.clientX - left, event.clientY - top);
  };
  const hit = (event: MouseEvent): string | null =>
    document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.getAttribute('data-node'))
      .find((id) => id !== null) ?? null;

  function press(event: PointerEvent): void {
    if (event.button > 1) return;
    frame.current?.focus({ preventScroll: true });
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const at = pagePoint(event);
    last.current = [event.clientX, event.clientY];
    if (event.button === 1 || spaceHeld || desk.tool === 'hand') return setGesture({ kind: 'pan' });
    if (desk.tool === 'pencil') return setGesture({ kind: 'pencil', points: [at] });
    if (desk.tool !== 'move') return setGesture({ kind: 'draw', from: at, to: at, square: event.shiftKey });
    const found = pick(store, hit(event), at, event.ctrlKey || event.metaKey);
    const selected = desk.selection;
    if (found === null) {
      if (!event.shiftKey) desk.select([]);
      return setGesture({ kind: 'marquee', from: at, to: at, before: event.shiftKey ? selected : [] });
    }
    if (event.shiftKey)
      desk.select(selected.includes(found) ? selected.filter((id) => id !== found) : [...selected, found]);
    else if (!selected.includes(found) && !selected.some((id) => isInside(found, id))) desk.select([found]);
    const starts = new Map(
      desk.selection.map((id): [string, Point] => {
        const [[, , x], [, , y]] = relativeTransform(store, store.get(id));
        return [id, [x, y]];
      }),
    );
    setGesture({ kind: 'move', from: at, moved: false, starts });
  }

  function isInside(below: string, above: string): boolean {
    for (let id: string | null = below; id !== null; id = store.find(id)?.parent ?? null)
      if (id === above) return true;
    return false;
  }

  function drag(event: PointerEvent): void {
    if (!gesture) return;
    const at = pagePoint(event);
    switch (gesture.kind) {
      case 'pan':
        camera.pan(last.current[0] - event.clientX, last.current[1] - event.clientY);
        last.current = [event.clientX, event.clientY];
        return;
      case 'marquee':
        desk.select([
          ...new Set([...gesture.before, ...inMarquee(store, boxBetween(gesture.from, at, false))]),
        ]);
        return setGesture({ ...gesture, to: at });
      case 'move': {
        const [dx, dy] = [Math.round(at[0] - gesture.from[0]), Math.round(at[1] - gesture.from[1])];
        if (
          !gesture.moved &&
          Math.hypot(event.clientX - last.current[0], event.clientY - last.current[1]) < 3
        )
          return;
        for (const [id, [x, y]] of gesture.starts)
          if (store.find(id)) place(store, id, move(relativeTransform(store, store.get(id)), x + dx, y + dy));
        return setGesture({ ...gesture, moved: true });
      }
      case 'draw':
        return setGesture({ ...gesture, to: at, square: event.shiftKey });
      case 'pencil': {
        const more = event.getCoalescedEvents?.() ?? [];
        gesture.points.push(...(more.length > 0 ? more : [event]).map(pagePoint));
        return setGesture({ ...gesture });
      }
    }
  }

  function release(): void {
    if (!gesture) return;
    setGesture(null);
    if (gesture.kind === 'move') store.commit();
    if (gesture.kind === 'draw' && desk.tool !== 'move' && desk.tool !== 'hand') {
      const { from, to, square } = gesture;
      const { tool } = desk;
      if (Math.hypot(to[0] - from[0], to[1] - from[1]) * camera.zoom > 3)
        desk.edit(() => desk.select([drawShape(store, tool, { from, to, square })]));
      desk.setTool('move');
    }
    if (gesture.kind === 'pencil') desk.edit(() => void drawPencil(store, gesture.points, 1 / camera.zoom));
  }

  function enter(event: MouseEvent): void {
    if (desk.tool !== 'move') return;
    const found = pick(store, hit(event), pagePoint(event), true);
    if (found !== null) desk.select([found]);
  }

  const { x, y, zoom } = camera;
  const cursor = gesture?.kind === 'pan' ? 'grabbing' : spaceHeld || desk.tool === 'hand' ? 'grab' : desk.tool === 'move' ? 'default' : 'crosshair'; // prettier-ignore
  return (
    <div
      ref={frame}
      class="canvas"
      style={{
        cursor,
        backgroundSize: `${gridStep(zoom)}px ${gridStep(zoom)}px`,
        backgroundPosition: `${-x * zoom}px ${-y * zoom}px`,
      }}
      tabIndex={0}
      role="application"
      aria-label="Canvas. Click a drawing to select it; arrow keys move the selection."
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onDblClick={enter}
    >
      <svg class="drawing" fill="none" aria-hidden="true">
        <g ref={drawing} transform={`matrix(${zoom} 0 0 ${zoom} ${-x * zoom} ${-y * zoom})`} />
      </svg>
      <Names desk={desk} />
      <svg class="overlay" aria-hidden="true">
        <Outlines desk={desk} />
        {gesture && <Draft desk={desk} gesture={gesture} />}
      </svg>
    </div>
  );
}

/** Dots every 16 page units, doubled until they stand apart on screen. */
const gridStep = (zoom: number): number => {
  let step = 16 * zoom;
  while (step < 14) step *= 2;
  return step;
};
