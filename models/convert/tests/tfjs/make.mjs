// Out: layers/ — a small U-Net saved by TensorFlow.js itself (model.save), a drawing, what TensorFlow.js
// paints of it (out), and what it paints with the statistics of the picture, as in training, dropout aside
// (still); smooth/ — a network that enlarges smoothly, likewise.
// Run where @tensorflow/tfjs 4 is installed, which this repository does not need:
//   node make.mjs PATH/TO/tests/tfjs
// With a second path it loads a graph model's model.json and paints the drawing beside it: the check of what
// test_tfjs.py writes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';

const [, , out, graph] = process.argv;
const SIDE = 64;

function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function network() {
  const { layers } = tf;
  const down = (filters) =>
    tf.sequential({
      layers: [
        layers.conv2d({
          inputShape: [null, null, filters / 2],
          filters,
          kernelSize: 4,
          strides: 2,
          padding: 'same',
          useBias: false,
        }),
        layers.batchNormalization({}),
        layers.leakyReLU({ alpha: 0.2 }),
      ],
    });
  const drawing = tf.input({ shape: [SIDE, SIDE, 1] });
  const a = layers
    .conv2d({ filters: 4, kernelSize: 4, strides: 2, padding: 'same', activation: 'relu' })
    .apply(drawing);
  const b = down(8).apply(a);
  const c = down(16).apply(b);
  let x = layers.conv2dTranspose({ filters: 8, kernelSize: 4, strides: 2, padding: 'same' }).apply(c);
  x = layers.reLU().apply(layers.dropout({ rate: 0.5 }).apply(layers.batchNormalization({}).apply(x)));
  x = layers.upSampling2d({ size: [2, 2] }).apply(layers.concatenate().apply([x, b]));
  x = layers
    .concatenate()
    .apply([layers.separableConv2d({ filters: 6, kernelSize: 3, padding: 'same' }).apply(x), a]);
  x = layers
    .conv2dTranspose({ filters: 3, kernelSize: 4, strides: 2, padding: 'same', activation: 'tanh' })
    .apply(x);
  return tf.model({ inputs: drawing, outputs: x });
}

function smooth() {
  const { layers } = tf;
  const conv = (more) => layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', activation: 'tanh', ...more });
  return tf.sequential({
    layers: [
      conv({ inputShape: [16, 16, 1], strides: 2 }),
      layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' }),
      conv({}),
    ],
  });
}

// Sets the numbers of a model's weights, seeded.
function numbered(model, next) {
  model.setWeights(
    model.getWeights().map((w) =>
      tf.tensor(
        Float32Array.from({ length: w.size }, () => next() * 0.8),
        w.shape,
      ),
    ),
  );
}

const into = (folder) => ({
  save: async ({ modelTopology, weightSpecs, weightData, ...rest }) => {
    const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
    await mkdir(folder, { recursive: true });
    await writeFile(
      `${folder}/model.json`,
      JSON.stringify({ modelTopology, ...rest, weightsManifest }, null, 1),
    );
    await writeFile(`${folder}/weights.bin`, new Uint8Array(weightData));
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
  },
});

function drawing(side, next) {
  return tf.tensor(
    Float32Array.from({ length: side * side }, () => next() * 2),
    [1, side, side, 1],
  );
}

const pixels = async (tensor) => new Uint8Array((await tensor.data()).buffer);

if (graph) {
  const model = await tf.loadGraphModel({
    load: async () => {
      const json = JSON.parse(await readFile(`${graph}/model.json`, 'utf8'));
      const [{ paths, weights }] = json.weightsManifest;
      const data = await readFile(`${graph}/${paths[0]}`);
      return {
        ...json,
        weightSpecs: weights,
        weightData: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength),
      };
    },
  });
  const bytes = await readFile(`${graph}/in`);
  const given = tf.tensor(
    new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
    [1, SIDE, SIDE, 1],
  );
  await writeFile(`${graph}/out`, await pixels(model.predict(given)));
} else {
  const model = network();
  const next = random(5);
  numbered(model, next);
  for (const weight of model.weights.filter((w) => /gamma|moving_variance/.test(w.name)))
    weight.write(
      tf.tensor(
        Float32Array.from({ length: weight.shape[0] }, () => next() * 0.8 + 1),
        weight.shape,
      ),
    );
  await model.save(into(`${out}/layers`));
  const given = drawing(SIDE, next);
  await writeFile(`${out}/layers/in`, await pixels(given));
  await writeFile(`${out}/layers/out`, await pixels(model.predict(given)));
  model.layers.find((layer) => layer.getClassName() === 'Dropout').rate = 0;
  await writeFile(`${out}/layers/still`, await pixels(model.apply(given, { training: true })));

  const other = smooth();
  numbered(other, next);
  await other.save(into(`${out}/smooth`));
  const small = drawing(16, next);
  await writeFile(`${out}/smooth/in`, await pixels(small));
  await writeFile(`${out}/smooth/out`, await pixels(other.predict(small)));
}
