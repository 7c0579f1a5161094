// Files dragged over the window and dropped in, a model to try out.
// Nothing else is taken: text and pictures fall through.
import type { Models } from './models.ts';

export function listenToDrops(models: Models, wanted: () => boolean): void {
  const brings = (event: DragEvent): boolean =>
    wanted() && (event.dataTransfer?.types.includes('Files') ?? false);
  window.addEventListener('dragover', (event) => {
    if (!brings(event)) return;
    event.preventDefault(); // without it nothing may be dropped
    models.hover(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) models.hover(false);
  });
  window.addEventListener('drop', (event) => {
    models.hover(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!brings(event) || files.length === 0) return;
    event.preventDefault(); // else the browser would open it
    void models.add(files);
  });
}
