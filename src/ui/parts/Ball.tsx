// Lamps and how far they are turned in, a small grey ball that they shine on out.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { turnLamp, type Lamp } from '../lamps.ts';
import type { LightAngles } from '../turning.ts';

/** Px, twice as many as are shown. */
const SIDE_PX = 72;
/** What is lit by nothing else, and how narrow and strong the reflexes of the lamps are. */
const AMBIENT = 0.1;
const SHINE = { power: 24, strength: 1.4 };
/** The strongest studio just reaches white. */
const EXPOSURE = 0.9;

export function Ball({ lamps, light }: { lamps: readonly Lamp[]; light: LightAngles }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) context.putImageData(new ImageData(shine(lamps, light), SIDE_PX, SIDE_PX), 0, 0);
  }, [lamps, light.azimuth, light.elevation]);
  return <canvas ref={canvas} class="ball" width={SIDE_PX} height={SIDE_PX} aria-hidden="true" />;
}

function shine(lamps: readonly Lamp[], light: LightAngles): Uint8ClampedArray<ArrayBuffer> {
  const most = Math.max(1e-6, ...lamps.flatMap(({ power }) => power));
  const turned = lamps.map((lamp) => turnLamp(lamp, light));
  const pixels = new Uint8ClampedArray(4 * SIDE_PX * SIDE_PX);
  const radius = SIDE_PX / 2;
  for (let row = 0; row < SIDE_PX; row++)
    for (let column = 0; column < SIDE_PX; column++) {
      const x = (column + 0.5 - radius) / radius;
      const y = -(row + 0.5 - radius) / radius;
      const away = Math.hypot(x, y);
      if (away > 1 + 1 / radius) continue;
      const z = Math.sqrt(Math.max(0, 1 - away * away));
      const rgb = [AMBIENT, AMBIENT, AMBIENT];
      for (const { towards, power } of turned) {
        const facing = Math.max(0, x * towards[0] + y * towards[1] + z * towards[2]);
        // Where the viewer sees the lamp itself: the view ray mirrored at the surface.
        const mirrored = 2 * z * x * towards[0] + 2 * z * y * towards[1] + (2 * z * z - 1) * towards[2];
        const glint = SHINE.strength * Math.max(0, mirrored) ** SHINE.power;
        for (let c = 0; c < 3; c++) rgb[c] = rgb[c]! + (power[c]! / most) * EXPOSURE * (0.6 * facing + glint);
      }
      const at = 4 * (row * SIDE_PX + column);
      rgb.forEach((value, c) => (pixels[at + c] = 255 * Math.min(1, value) ** (1 / 2.2)));
      pixels[at + 3] = 255 * Math.max(0, Math.min(1, (1 - away) * radius + 0.5));
    }
  return pixels;
}
