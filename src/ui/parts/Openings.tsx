// Where outlines are open in, marks there over the picture out: a dashed line across a gap with a ring at
// each end; of a narrow one, one ring around it.
import type { Opening } from '../../core/picture.ts';
import type { Box } from '../../core/sketch.ts';

interface Props {
  openings: readonly Opening[];
  /** What is shown, in the drawing's coordinates. */
  frame: Box;
  style: Record<string, string>;
}

/** Of the frame's longer side: a ring that is found at a glance and hides nothing. */
const RING = 0.02;

export function Openings({ openings, frame, style }: Props) {
  const { x, y, width, height } = frame;
  const r = RING * Math.max(width, height);
  return (
    <div class="layer openings" aria-hidden="true">
      <svg class="framed" viewBox={`${x} ${y} ${width} ${height}`} style={style}>
        {openings.map(({ from, to }) => {
          const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
          const isGap = Math.hypot(dx, dy) > 2 * r;
          const [cx, cy] = isGap ? from : [from[0] + dx / 2, from[1] + dy / 2];
          return (
            <g key={`${from.join()} ${to.join()}`}>
              {isGap && (
                <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} vector-effect="non-scaling-stroke" />
              )}
              <circle cx={cx} cy={cy} r={r} vector-effect="non-scaling-stroke" />
              {isGap && <circle cx={to[0]} cy={to[1]} r={r} vector-effect="non-scaling-stroke" />}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
