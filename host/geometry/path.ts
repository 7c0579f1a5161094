// Path data of absolute M, L, H, V, Q, C and Z in; transformed data, or polylines, out.
import svgpath from 'svgpath';
import { svgOrder, type Transform } from './transform.ts';

/**
 * Absolute path data under a transform. Each command is written out, as Figma
 * does: "L 1 2 L 3 4", never "L 1 2 3 4".
 */
export function transformPath(data: string, t: Transform): string {
  const words: string[] = [];
  svgpath(data)
    .abs()
    .matrix(svgOrder(t))
    .iterate(([command, ...numbers]) => {
      words.push(command + numbers.join(' '));
    });
  return words.join('');
}

/** A path as polylines; curves in `steps` pieces. */
export function flatten(data: string, steps = 16): { points: [number, number][]; closed: boolean }[] {
  const lines: { points: [number, number][]; closed: boolean }[] = [];
  let line: [number, number][] = [];
  const curve = (points: (t: number) => [number, number]) => {
    for (let i = 1; i <= steps; i += 1) line.push(points(i / steps));
  };
  svgpath(data)
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      const [command, ...n] = segment;
      const at = (i: number): number => n[i]!;
      if (command === 'M') lines.push({ points: (line = [[at(0), at(1)]]), closed: false });
      else if (command === 'Z' || command === 'z') {
        const last = lines.at(-1);
        if (last) last.closed = true;
      } else if (command === 'C')
        curve((t) => [cubic(t, [x, at(0), at(2), at(4)]), cubic(t, [y, at(1), at(3), at(5)])]);
      else if (command === 'Q') curve((t) => [quadratic(t, x, at(0), at(2)), quadratic(t, y, at(1), at(3))]);
      else if (command === 'H') line.push([at(0), y]);
      else if (command === 'V') line.push([x, at(0)]);
      else line.push([at(0), at(1)]);
    });
  return lines;
}

function cubic(t: number, [a, b, c, d]: [number, number, number, number]): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function quadratic(t: number, a: number, b: number, c: number): number {
  const s = 1 - t;
  return s * s * a + 2 * s * t * b + t * t * c;
}
