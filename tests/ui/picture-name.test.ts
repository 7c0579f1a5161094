import { expect, test } from 'vitest';
import { MOST_NAME } from '../../src/naming.ts';
import { fileName, layerName, planned } from '../../src/ui/picture-name.ts';

const subject = {
  sketch: { name: 'Mug/red' },
  settings: { parts: { body: { colour: '#c4623f' } }, seed: 3 },
  picture: { width: 800, height: 600 },
};

test('without a pattern a layer has its usual name, and a file that of its drawing', () => {
  expect(layerName('', subject)).toEqual({});
  expect(fileName('', subject, 'glb')).toBe('Mug-red.glb');
});

test('a pattern names both; a file that is there already gets a number', () => {
  expect(layerName('{name} {colourway} {size} {seed} {n}', subject)).toEqual({
    name: 'Mug/red Clay 800 3 {n}',
  });
  const there = new Set(['Mug-red_Clay.png', 'Mug-red_Clay 2.png']);
  expect(fileName('{name}_{colourway}', subject, 'png', (file) => there.has(file))).toBe(
    'Mug-red_Clay 3.png',
  );
  expect(fileName('{name}_{n}', subject, 'png')).toBe('Mug-red_1.png');
});

test('a name that would be blank is as usual, and one is no longer than a layer takes', () => {
  const named = (name: string, pattern: string) => layerName(pattern, { ...subject, sketch: { name } });
  expect(named(' ', '{name}')).toEqual({});
  expect(named('M'.repeat(600), '{name}{name}').name).toHaveLength(MOST_NAME);
});

test('before they come, layer and file have sizes of their own, and any number may be free', () => {
  const plan = { ...subject, layerSize: 1024, fileSize: 640 };
  expect(planned('', plan)).toEqual({ layer: 'Mug/red · realized', file: 'Mug-red.png' });
  expect(planned('{name}_{size}_{n}', plan)).toEqual({
    layer: 'Mug/red_1024_1, 2 …',
    file: 'Mug-red_640_1, 2 ….png',
  });
  expect(planned('{size}', { ...plan, fileSize: '2x' }).file).toBe('2x.png');
});
