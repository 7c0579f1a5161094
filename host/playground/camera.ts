// What of the page is seen: the page point at the canvas's top left, and the zoom. In:
// gestures. Out: View for the plugin.
import type { View } from '../run/surroundings.ts';
import type { Rect } from '../geometry/rect.ts';

const [LEAST, MOST] = [0.02, 32];

export class Camera implements View {
  x = 0;
  y = 0;
  zoom = 1;
  /** The canvas on screen, in CSS pixels. */
  width = 1;
  height = 1;
  readonly #moved: () => void;

  constructor(moved: () => void) {
    this.#moved = moved;
  }

  get bounds(): Rect {
    return { x: this.x, y: this.y, width: this.width / this.zoom, height: this.height / this.zoom };
  }

  toPage(screenX: number, screenY: number): [number, number] {
    return [this.x + screenX / this.zoom, this.y + screenY / this.zoom];
  }

  pan(dx: number, dy: number): void {
    this.x += dx / this.zoom;
    this.y += dy / this.zoom;
    this.#moved();
  }

  /** Zooms by a factor about a point of the screen. */
  zoomBy(factor: number, screenX = this.width / 2, screenY = this.height / 2): void {
    const [px, py] = this.toPage(screenX, screenY);
    this.zoom = Math.min(MOST, Math.max(LEAST, this.zoom * factor));
    this.x = px - screenX / this.zoom;
    this.y = py - screenY / this.zoom;
    this.#moved();
  }

  /** As scrollAndZoomIntoView: the box in the middle, all of it, with a margin; never closer than 1:1. */
  show(box: Rect): void {
    const margin = Math.min(64, this.width / 8);
    const fit = Math.min(
      (this.width - 2 * margin) / Math.max(box.width, 1),
      (this.height - 2 * margin) / Math.max(box.height, 1),
    );
    this.zoom = Math.min(1, Math.max(LEAST, fit));
    this.x = box.x + box.width / 2 - this.width / 2 / this.zoom;
    this.y = box.y + box.height / 2 - this.height / 2 / this.zoom;
    this.#moved();
  }
}
