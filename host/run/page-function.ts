// A window and a view without a browser, for tests. In: the page as a function. Out: what opens such a
// window.
import type { View } from './surroundings.ts';
import type { WindowDriver } from './window-driver.ts';

/** A view that nobody looks at. */
export function stillView(): View {
  return {
    bounds: { x: 0, y: 0, width: 1440, height: 900 },
    zoom: 1,
    show(box) {
      this.zoom = Math.min(1440 / box.width, 900 / box.height);
      this.bounds = { ...box };
    },
  };
}

/** A window without a browser: the page is a function that hears each pluginMessage and may answer. */
export function pageFunction(
  page: (message: unknown, send: (message: unknown) => void) => void,
  opened: (send: (message: unknown) => void) => void = () => undefined,
): WindowDriver {
  return (request) => {
    setTimeout(() => {
      opened((message) => request.deliver(message));
      request.loaded();
    });
    return {
      post: ({ pluginMessage }) => page(pluginMessage, (message) => request.deliver(message)),
      close: () => undefined,
    };
  };
}
