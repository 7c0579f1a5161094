import { readFileSync, readdirSync, appendFileSync } from 'node:fs';
import { it } from 'vitest';
import { serve } from '../../host/serve.mjs';
import { MODELS, PANEL } from '../../src/words.ts';
import { chromium } from 'playwright-core';
import { unpackChromium } from './unpack.ts';
import { openPlayground } from './desk.ts';
import { complaints, section, sharp } from './preview.ts';

function cpu(): Record<string, number> {
  const procs = readdirSync('/proc').filter((d) => /^\d+$/.test(d)).flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const type = /--type=([a-z-]+)/.exec(cmd)?.[1] ?? 'main';
      return [{ pid: +pid, ppid: +rest[1]!, ticks: +rest[11]! + +rest[12]! + +rest[13]! + +rest[14]!, type, cmd }];
    } catch { return []; }
  });
  const out: Record<string, number> = {};
  const walk = (pid: number, depth: number): void => {
    for (const p of procs.filter((q) => q.ppid === pid)) {
      if (/chrom/.test(p.cmd)) out[p.type] = (out[p.type] ?? 0) + p.ticks / 100;
      walk(p.pid, depth + 1);
    }
  };
  walk(process.pid, 0);
  out['node'] = (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  return out;
}
let last: Record<string, number> = {};
let at = performance.now();
function step(what: string): void {
  const now = cpu();
  const d = Object.keys(now).map((k) => `${k} ${(now[k]! - (last[k] ?? 0)).toFixed(2)}`).join('  ');
  appendFileSync('/tmp/core-prof2.txt', `${what.padEnd(24)} ${((performance.now() - at) / 1000).toFixed(1).padStart(6)} s wall   ${d}\n`);
  last = now; at = performance.now();
}
it('profile', { timeout: 900_000 }, async () => {
  step('start');
  const u = await unpackChromium(); const browser = await chromium.launch({ executablePath: u.executable, headless: true, args: ['--no-sandbox','--disable-dev-shm-usage','--hide-scrollbars','--font-render-hinting=none','--disable-gpu', ...(process.env['JSF'] ? ['--js-flags=' + process.env['JSF']] : [])], env: { ...process.env, LD_LIBRARY_PATH: u.libraries, FONTCONFIG_PATH: u.fonts } });
  const site = await serve({ port: 0 });
  step('launch');
  for (let n = 0; n < 1; n += 1) {
    const desk = await openPlayground(browser, site.url);
    step('open playground');
    await desk.select('Mug');
    await desk.start('open');
    const window = await desk.window();
    step('window');
    await sharp(window, 'Mug');
    step('sharp');
    await desk.page.locator('.plugin-window').screenshot({ path: '/tmp/core-shot.png' });
    step('screenshot');
    await complaints(window);
    step('axe first');
    await complaints(window);
    step('axe again');
    await complaints(window, true);
    step('axe colours');
    await desk.select('Bottle');
    await sharp(window, 'Bottle');
    step('select other');
    await new Promise((r) => setTimeout(r, 30));
    step('idle 3 s');
    await desk.page.locator('[aria-label="Close the plugin"]').click();
    await desk.start('realize');
    await desk.closed();
    step('one click');
    if (n === 1) {
      await desk.start('open');
      const w2 = await desk.window();
      await sharp(w2, 'Bottle');
      step('open again');
      await section(w2, 'output');
      await w2.getByRole('button', { name: PANEL.model }).click();
      await w2.getByRole('menuitem', { name: MODELS.add }).click();
      await w2.locator('.models input[type=file]').setInputFiles(['tests/fixtures/bare.onnx']);
      const tiles = w2.getByRole('list', { name: MODELS.tiles }).getByRole('button', { disabled: false });
      while ((await tiles.count()) < 8) await new Promise((r) => setTimeout(r, 300));
      step('tiles');
    }
    await desk.page.close();
    step('close');
  }
  await browser.close();
  await site.close();
});
