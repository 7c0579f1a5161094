// A second connection (WebGPU) takes over, fails, rests: the first goes on, and it is told why.
import { expect, test } from 'vitest';
import { order, picture, engineOf, loaded } from './workers.ts';

test('a connection that takes over gets the open job too, and the one before is closed', async () => {
  const { engine, another, workers, closed } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize' && worker === 1)
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  const job = engine.realize(order);
  expect(await engine.adopt(another)).toBeNull();
  expect(await job).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([2, 1]);
});

test('a rival that does not come changes nothing and says why', async () => {
  const { engine, workers, closed } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  expect(await engine.adopt(async () => 'no adapter')).toBe('no adapter');
  expect(await engine.adopt(() => Promise.reject(new Error('device lost')))).toBe('device lost');
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([1, 0]);
});

test('a rival that breaks is told once, its job is done where it was before, and it does not come back', async () => {
  const { engine, another, workers } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    if (worker === 1) say({ type: 'crashed', job: 0, message: 'the WebGPU device was lost' });
    else say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  let lost = 0;
  expect(await engine.adopt(another, () => lost++)).toBeNull();
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect([lost, workers()]).toEqual([1, 3]);
});

test('a rival that was resting is woken after the next job, which does not wait for it', async () => {
  const { engine, another, workers } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  let rivals = 0;
  const rival = (fell: () => void) => {
    rivals += 1;
    return another(fell);
  };
  await engine.adopt(rival);
  engine.rest();
  expect(rivals).toBe(1);
  await engine.realize(order);
  expect(rivals).toBe(2);
  await engine.realize(order);
  expect([rivals, workers()]).toEqual([2, 3]);
});
