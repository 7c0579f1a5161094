// The line at the bottom: what runs, how many requests were tried, the zoom.
// In: Desk. And the toasts above it.
import type { Desk } from './desk.ts';

export function Status({ desk, about }: { desk: Desk; about: string }) {
  const { requests } = desk;
  const running = desk.run && !desk.run.isClosed;
  return (
    <footer class="status">
      <span
        class={requests === 0 ? 'quiet' : 'loud'}
        title="Requests that the plugin tried to send. All are blocked."
      >
        {requests} {requests === 1 ? 'request' : 'requests'}
      </span>
      <span>{running ? 'Plugin running' : 'Plugin not running'}</span>
      <span title="How the plugin's window is made; choose with ?frame=data, sandboxed or srcdoc">
        {about}
      </span>
      <span class="zoom">
        <button aria-label="Zoom out" onClick={() => desk.camera.zoomBy(1 / 1.5)}>
          −
        </button>
        <button title="Fit all (Shift 1)" onClick={() => desk.fit()}>
          {Math.round(desk.camera.zoom * 100)} %
        </button>
        <button aria-label="Zoom in" onClick={() => desk.camera.zoomBy(1.5)}>
          +
        </button>
      </span>
    </footer>
  );
}

export function Toasts({ desk }: { desk: Desk }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {desk.toasts.map(({ id, text, error, button }) => (
        <div key={id} class={error ? 'toast is-error' : 'toast'}>
          {text}
          {button && <button onClick={button.press}>{button.text}</button>}
        </div>
      ))}
    </div>
  );
}
