// In: expressions in order. Out: a fragment shader in GLSL ES 3.00, one line an expression, each with the
// name that the graph has for it. It wants `picture`, a texture of 32-bit floats with a layer for each
// channel, in which a pixel lies where it is drawn, and `studio`, the uniforms, four in a vector.
import { SCALARS, TIME, type Expression } from './expression.ts';

interface Parts {
  /** Of each pixel; arguments first. */
  lines: readonly Expression[];
  /** The same for all pixels, in the order of `studio`. */
  uniforms: readonly Expression[];
  /** Red, green, blue, opacity. */
  result: readonly Expression[];
  /** Of expressions in the graph. */
  names: ReadonlyMap<Expression, string>;
}

export function fragmentShader({ lines, uniforms, result, names }: Parts): string {
  const places = new Map(uniforms.map((one, k) => [one, `studio[${Math.floor(k / 4)}].${'xyzw'[k % 4]}`]));
  const text = (one: Expression): string => {
    if (one.time === TIME.always) return literal(one.value);
    return places.get(one) ?? `v${one.id}`;
  };
  const line = (one: Expression): string => {
    const { type, args, value } = one;
    const right = type === null ? `channel(${value})` : SCALARS[type].glsl(...args.map(text));
    const name = names.get(one);
    return `  float v${one.id} = ${right};${name === undefined ? '' : ` // ${name}`}`;
  };
  return `#version 300 es
precision highp float;
precision highp sampler2DArray;
uniform sampler2DArray picture;
uniform vec4 studio[${Math.max(1, Math.ceil(uniforms.length / 4))}];
out vec4 lit;
float channel(int layer) {
  return texelFetch(picture, ivec3(gl_FragCoord.xy, layer), 0).r;
}
void main() {
${lines.map(line).join('\n')}
  lit = vec4(${result.map(text).join(', ')});
}
`;
}

function literal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`the graph computes with ${value}, which GLSL cannot write`);
  const digits = String(value);
  const float = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0.0' : float})` : float;
}
