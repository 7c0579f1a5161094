import { expect, it } from 'vitest';
import { readEngines } from '../../host/engines.mjs';
import { Vm } from '../../host/sandbox/vm.ts';

type Strike = () => void;

async function open(html = '') {
  const { quickjs } = await readEngines();
  const due: Strike[] = [];
  const got: unknown[] = [];
  const vm = await Vm.open(quickjs, {
    shape: { figma: { get: [], set: [], call: ['on', 'off', 'showUI'], areas: [] } },
    html,
    typeOf: () => 'FRAME',
    uncaught: (message) => got.push(message),
    answer([operation, ...rest]) {
      if (operation === 'setTimeout') return due.push(rest[0] as Strike);
      if (operation === 'figma.call' && rest[1] === 'showUI') got.push((rest[2] as unknown[])[0]);
      return undefined;
    },
  });
  return { vm, due, got };
}

it('a run may last for days: timers that struck and what listens no longer are forgotten', async () => {
  const { vm, due, got } = await open();
  const round = (): number => {
    vm.run(
      `for (let i = 0; i < 500; i += 1) {
         const hear = () => i;
         figma.on('selectionchange', hear);
         figma.off('selectionchange', hear);
         setTimeout(() => i, 1);
         clearTimeout(setTimeout(() => i, 1));
       }`,
      'round.js',
    );
    for (const strike of due.splice(0).filter((_, index) => index % 2 === 0)) strike();
    return vm.size;
  };
  round();
  const before = round();
  for (let i = 0; i < 5; i += 1) round();
  expect(round() / before).toBeLessThan(1.1);
  expect(got).toEqual([]);
  vm.close();
});

it('a timer that struck can be set again by what it calls', async () => {
  const { vm, due, got } = await open();
  vm.run(
    `globalThis.strikes = 0;
     const again = () => { strikes += 1; if (strikes < 3) setTimeout(again, 1); else figma.showUI(String(strikes)); };
     setTimeout(again, 1);`,
    'again.js',
  );
  while (due.length > 0) due.shift()!();
  expect(got).toEqual(['3']);
  vm.close();
});

it('__html__ crosses as it is, alone and as a part of another text', async () => {
  const html = '<p>ä</p>'.repeat(9);
  const { vm, got } = await open(html);
  vm.run(
    `figma.showUI(__html__); figma.showUI(__html__ + '!'); figma.showUI(__html__.slice(0, 4));`,
    'html.js',
  );
  expect(got).toEqual([html, `${html}!`, html.slice(0, 4)]);
  vm.close();
});
