// setTimeout and setInterval of the sandbox; all stop when the plugin closes.
// In: callbacks. Out: timer numbers.
import type { Callback } from '../api/refs.ts';

export class Timers {
  readonly #running = new Map<number, ReturnType<typeof setTimeout>>();
  #last = 0;

  set(callback: Callback, delay: number, again: boolean): number {
    const number = (this.#last += 1);
    const fire = (): void => {
      if (again) this.#running.set(number, setTimeout(fire, Math.max(delay, 1)));
      else this.#running.delete(number);
      callback();
    };
    this.#running.set(number, setTimeout(fire, delay));
    return number;
  }

  stop(number: number): void {
    clearTimeout(this.#running.get(number));
    this.#running.delete(number);
  }

  clear(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
    this.#running.clear();
  }
}
