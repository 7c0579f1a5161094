// What is drawn over the drawing: names of frames, selection, and what is being
// drawn or marked. In: Desk, gesture.
import type { Rect } from '../geometry/rect.ts';
import { FRAME_LIKE } from '../document/kinds.ts';
import { absoluteBox, stringOf } from '../document/scene.ts';
import type { Desk } from './desk.ts';
import { boxBetween } from './draw.ts';
import type { Gesture, Point } from './gesture.ts';

const onScreen = ({ camera }: Desk, box: Rect): Rect => ({
  x: (box.x - camera.x) * camera.zoom,
  y: (box.y - camera.y) * camera.zoom,
  width: box.width * camera.zoom,
  height: box.height * camera.zoom,
});

/** The names of frames, above them. Pressing one selects its frame. */
export function Names({ desk }: { desk: Desk }) {
  const { store } = desk;
  return (
    <>
      {store
        .get(store.currentPage)
        .children.map((id) => store.get(id))
        .filter((node) => FRAME_LIKE.has(node.type) || node.type === 'SECTION' || isPicture(node.props.fills))
        .map((node) => {
          const box = onScreen(desk, absoluteBox(store, node));
          const isOn = desk.selection.includes(node.id);
          return (
            <span
              key={node.id}
              data-node={node.id}
              class={isOn ? 'name is-on' : 'name'}
              style={{ left: `${box.x}px`, top: `${box.y - 20}px`, maxWidth: `${Math.max(box.width, 40)}px` }}
            >
              {stringOf(node, 'name')}
            </span>
          );
        })}
    </>
  );
}

const isPicture = (fills: unknown): boolean =>
  Array.isArray(fills) && fills.some((fill: { type?: string }) => fill.type === 'IMAGE');

export function Outlines({ desk }: { desk: Desk }) {
  const boxes = desk.selection.map((id) => absoluteBox(desk.store, desk.store.get(id)));
  const [only] = boxes;
  const single = boxes.length === 1 && only ? { page: only, screen: onScreen(desk, only) } : null;
  return (
    <>
      {boxes.map((box, index) => (
        <rect key={index} class="outline" {...onScreen(desk, box)} />
      ))}
      {single && (
        <g
          transform={`translate(${single.screen.x + single.screen.width / 2} ${single.screen.y + single.screen.height + 18})`}
        >
          <rect class="badge" x={-36} y={-10} width={72} height={19} rx={3} />
          <text class="badge-text" text-anchor="middle" y={4}>
            {Math.round(single.page.width)} × {Math.round(single.page.height)}
          </text>
        </g>
      )}
    </>
  );
}

export function Draft({ desk, gesture }: { desk: Desk; gesture: Gesture }) {
  if (gesture.kind === 'marquee')
    return <rect class="marquee" {...onScreen(desk, boxBetween(gesture.from, gesture.to, false))} />;
  const screen = ([x, y]: Point): string => {
    const point = onScreen(desk, { x, y, width: 0, height: 0 });
    return `${point.x},${point.y}`;
  };
  if (gesture.kind === 'pencil')
    return <polyline class="draft" points={gesture.points.map(screen).join(' ')} />;
  if (gesture.kind !== 'draw') return null;
  if (desk.tool === 'line')
    return <polyline class="draft" points={`${screen(gesture.from)} ${screen(gesture.to)}`} />;
  const box = onScreen(desk, boxBetween(gesture.from, gesture.to, gesture.square));
  if (desk.tool === 'ellipse')
    return (
      <ellipse
        class="draft"
        cx={box.x + box.width / 2}
        cy={box.y + box.height / 2}
        rx={box.width / 2}
        ry={box.height / 2}
      />
    );
  return <rect class="draft" {...box} />;
}
