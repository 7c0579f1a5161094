// In: a light graph, which looks at one pixel at a time. Out: the same as one fragment shader, and how its
// uniforms follow from the light set-up. Partial evaluation: what is known before is computed before.
import type { Tensor } from '../engine.ts';
import { createMaker, topologicalOrder, TIME, type Expression, type Maker } from './expression.ts';
import { entries, type Field } from './field.ts';
import { fragmentShader } from './glsl.ts';
import { readShaderGraph, type Node, type GraphPort } from './graph.ts';
import { OPERATORS } from './operators.ts';
import { evaluator } from './uniforms.ts';

/** One tensor of the picture: its channels are layers of the shader's texture, from `layer` on. */
interface Layers {
  tensor: string;
  layer: number;
  channels: number;
}

export interface Shader {
  /** GLSL ES 3.00; glsl.ts says what it wants to be given. */
  source: string;
  layers: readonly Layers[];
  /** Name of the tensor that comes out: red, green, blue, opacity. */
  output: string;
  /**
   * Of the inputs that are the same for all pixels: four numbers for each vector of the shader's uniforms.
   */
  uniforms: (inputs: Readonly<Record<string, Tensor>>) => Float32Array;
}

/** Throws where the graph does what one pixel alone cannot: names the operator, its output, and why. */
export function compile(onnx: Uint8Array): Shader {
  const graph = readShaderGraph(onnx);
  const maker = createMaker();
  const values = new Map<string, Field>();
  for (const [name, { shape, data }] of graph.constants)
    values.set(name, { shape, items: data.map((value) => maker.number(value)) });

  const names = new Map<Expression, string>();
  const layers: Layers[] = [];
  const loose: { tensor: string; at: number }[] = [];
  let layer = 0;
  for (const { name, shape } of graph.inputs) {
    const channels = entries(shape);
    const ofPicture = shape.some((size) => typeof size === 'string');
    const from = ofPicture ? layer : loose.length;
    const items = Array.from({ length: channels }, (_, k) =>
      maker.input(ofPicture ? TIME.pixel : TIME.studio, from + k),
    );
    values.set(name, { shape, items });
    items.forEach((item, k) => names.set(item, `${name} ${k}`));
    if (!ofPicture) loose.push(...items.map((_, at) => ({ tensor: name, at })));
    else {
      layers.push({ tensor: name, layer, channels });
      layer += channels;
    }
  }

  for (const node of graph.nodes) run(node, values, maker, names);

  const [port, ...more] = graph.outputs;
  const found = port && values.get(port.name);
  if (!found || more.length > 0 || found.items.length !== 4)
    throw new Error(
      `the graph gives ${graph.outputs.map(told).join(' and ')}, wanted one picture of four channels`,
    );
  const turned = graph.inputs.find(
    ({ name, shape }) => layers.some(({ tensor }) => tensor === name) && sides({ shape }) !== sides(found),
  );
  if (turned)
    throw new Error(`the picture is ${sides(found)}, the input ${told(turned)}: pixels would be mixed`);

  const lines = topologicalOrder(found.items, ({ time }) => time !== TIME.pixel);
  const handed = [...lines.flatMap(({ args }) => args), ...found.items];
  const uniforms = [...new Set(handed.filter(({ time }) => time === TIME.studio))];
  return {
    source: fragmentShader({ lines, uniforms, result: found.items, names }),
    layers,
    output: port.name,
    uniforms: evaluator(uniforms, loose),
  };
}

const sides = ({ shape }: Pick<Field, 'shape'>): string => shape.slice(-2).join(' × ');
const told = ({ name, shape }: GraphPort): string => `${name} [${shape.join(', ')}]`;

function run(node: Node, values: Map<string, Field>, maker: Maker, names: Map<Expression, string>): void {
  const [name = ''] = node.outputs;
  try {
    const operator = OPERATORS[node.type];
    if (!operator) throw new Error(`no shader is made of it yet (src/core/shader/operators.ts)`);
    const inputs = node.inputs.map((input) => {
      if (input === '') return null;
      const field = values.get(input);
      if (!field) throw new Error(`its input "${input}" comes from nowhere`);
      return field;
    });
    operator({ node, inputs, maker }).forEach((field, k) => {
      values.set(node.outputs[k] ?? '', field);
      for (const item of field.items) if (!names.has(item)) names.set(item, node.outputs[k] ?? '');
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${node.type}, which gives "${name}": ${why}`, { cause: error });
  }
}
