// SVG's transform attribute and lengths → Transform and numbers.
import { compose, IDENTITY, translation, type Transform } from '../geometry/transform.ts';

export function readTransform(text: string | undefined): Transform {
  let all = IDENTITY;
  for (const [, name = '', list = ''] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const n = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    all = compose(all, one(name, n));
  }
  return all;
}

function one(name: string, n: readonly number[]): Transform {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return [
        [a, c, e],
        [b, d, f],
      ];
    case 'translate':
      return translation(a, b);
    case 'scale':
      return [
        [a, 0, 0],
        [0, n.length > 1 ? b : a, 0],
      ];
    case 'rotate': {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const turn: Transform = [
        [cos, -sin, 0],
        [sin, cos, 0],
      ];
      return compose(translation(b, c), compose(turn, translation(-b, -c)));
    }
    case 'skewX':
      return [
        [1, Math.tan(radians), 0],
        [0, 1, 0],
      ];
    case 'skewY':
      return [
        [1, 0, 0],
        [Math.tan(radians), 1, 0],
      ];
    default:
      throw new Error(`transform: unknown function ${JSON.stringify(name)}`);
  }
}

/** A length in user units; `whole` is what 100 % means. */
export function length(text: string | undefined, otherwise: number, whole = 0): number {
  if (text === undefined) return otherwise;
  const value = parseFloat(text);
  if (!Number.isFinite(value)) return otherwise;
  if (text.trim().endsWith('%')) return (value / 100) * whole;
  const unit = /[a-z]+$/.exec(text.trim())?.[0];
  const scale: Record<string, number> = {
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    in: 96,
    pt: 4 / 3,
    pc: 16,
    em: 16,
    rem: 16,
  };
  return value * (unit === undefined ? 1 : (scale[unit] ?? 1));
}

/** True when shapes keep their kind under it: right angles stay right. */
export const isRigid = (t: Transform): boolean => {
  const [[a, c], [b, d]] = t;
  return Math.abs(a * c + b * d) < 1e-6 * (a * a + b * b + c * c + d * d) && a * d - b * c > 0;
};
