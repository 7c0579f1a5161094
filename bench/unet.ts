// The generator of Pix2Pix's paper (arXiv 1611.07004, U-Net-256) with random weights, as an .onnx file: for
// time only.
// C64-C128-C256-C512 × 5 down, CD512 × 3-C512-C256-C128-C64 up, skips by concatenation; 54.4 M parameters.
// Batch norms are folded into the convolutions, as any export for inference would: in the baseline's favour.
import { writeOnnx, type Graph, type Operator, type Weight } from './onnx.ts';
import { randomFrom } from './random.ts';

export const UNET = { input: 'edges', shape: [1, 3, 256, 256], output: 'picture' } as const;

export function unet256(seed: number): { onnx: Uint8Array; parameters: number } {
  const graph = graphOfUnet256(seed);
  return {
    onnx: writeOnnx(graph),
    parameters: graph.weights.reduce((sum, { data }) => sum + data.length, 0),
  };
}

export function graphOfUnet256(seed: number): Graph {
  const random = randomFrom(seed);
  const operators: Operator[] = [];
  const weights: Weight[] = [];
  const weight = (name: string, shape: number[]): string => {
    const size = shape.reduce((product, side) => product * side, 1);
    // Spread like N(0, 0.02), so that no value overflows or becomes denormal on the way.
    weights.push({ name, shape, data: Float32Array.from({ length: size }, () => (random() - 0.5) * 0.07) });
    return name;
  };
  const step = ({ output, ...operator }: Omit<Operator, 'outputs'> & { output: string }): string => {
    operators.push({ ...operator, outputs: [output] });
    return output;
  };
  const halved = { kernel_shape: [4, 4], strides: [2, 2], pads: [1, 1, 1, 1] };

  const widths = [64, 128, 256, 512, 512, 512, 512, 512];
  const skips: string[] = [];
  let at: string = UNET.input;
  widths.forEach((out, level) => {
    const inside = level === 0 ? 3 : widths[level - 1]!;
    const source =
      level === 0
        ? at
        : step({ type: 'LeakyRelu', inputs: [at], output: `leaky${level}`, floats: { alpha: 0.2 } });
    const inputs = [source, weight(`down${level}.w`, [out, inside, 4, 4]), weight(`down${level}.b`, [out])];
    at = step({ type: 'Conv', inputs, output: `down${level}`, lists: halved });
    skips.push(at);
  });
  skips.pop(); // the innermost is where the way up begins
  for (let level = 7; level >= 0; level--) {
    const out = level === 0 ? 3 : widths[level - 1]!;
    const inside = widths[level]! * (level === 7 ? 1 : 2);
    const source = step({ type: 'Relu', inputs: [at], output: `relu${level}` });
    const inputs = [source, weight(`up${level}.w`, [inside, out, 4, 4]), weight(`up${level}.b`, [out])];
    at = step({ type: 'ConvTranspose', inputs, output: `up${level}`, lists: halved });
    const skip = skips.pop();
    if (skip) at = step({ type: 'Concat', inputs: [at, skip], output: `join${level}`, whole: { axis: 1 } });
  }
  step({ type: 'Tanh', inputs: [at], output: UNET.output });

  return {
    operators,
    weights,
    inputs: [{ name: UNET.input, shape: UNET.shape }],
    outputs: [{ name: UNET.output, shape: UNET.shape }],
  };
}
