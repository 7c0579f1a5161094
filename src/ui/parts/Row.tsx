// A label and controls in, one line of the settings out: labels in one column, controls in the other.
import type { ComponentChildren } from 'preact';

export function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="row">
      <span class="quiet">{label}</span>
      <div class="row-controls">{children}</div>
    </div>
  );
}
