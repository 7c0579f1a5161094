// Files in and out: dropped or opened SVGs and images become layers; pictures and drawings are saved.
import { exportSvg } from '../export/svg.ts';
import { createImage, sniff } from '../images.ts';
import { importSvg } from '../import-svg.ts';
import { union, translation } from '../geometry.ts';
import { absoluteBox, stringOf } from '../scene.ts';
import type { NodeRecord, Store } from '../store.ts';
import { create } from '../tree.ts';
import type { Desk } from './desk.ts';

const bare = (fileName: string): string => fileName.replace(/\.[^.]+$/, '');

/** Each file becomes a layer right of all that is there, and the new ones are selected. */
export async function openFiles(desk: Desk, files: Iterable<File>): Promise<void> {
  const added: string[] = [];
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const spot = freeSpot(desk.store);
      if (sniff(bytes)) added.push(addImage(desk.store, bytes, bare(file.name), spot));
      else added.push(importSvg(desk.store, new TextDecoder().decode(bytes), { name: bare(file.name), ...spot, white: true })); // prettier-ignore
    } catch (error) {
      desk.toast(
        `${file.name} could not be opened: ${error instanceof Error ? error.message : String(error)}`,
        { error: true },
      );
    }
  }
  if (added.length === 0) return;
  desk.select(added);
  desk.store.commit();
  desk.fit(added);
}

function freeSpot(store: Store): { x: number; y: number } {
  const all = store.get(store.currentPage).children.map((id) => absoluteBox(store, store.get(id)));
  const box = union(all);
  return box ? { x: Math.ceil(box.x + box.width + 120), y: box.y } : { x: 0, y: 0 };
}

function addImage(store: Store, bytes: Uint8Array, name: string, spot: { x: number; y: number }): string {
  const imageHash = createImage(store, bytes);
  const { width, height } = store.images.get(imageHash) ?? { width: 100, height: 100 };
  return create(store, 'RECTANGLE', store.currentPage, {
    name,
    width,
    height,
    relativeTransform: translation(spot.x, spot.y),
    fills: [{ type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'FILL', imageHash }],
  });
}

/** The stored image of a layer that shows one. */
export function pictureOf(store: Store, node: NodeRecord): Uint8Array | null {
  const fills = (node.props.fills ?? []) as readonly { type: string; imageHash?: string }[];
  const hash = fills.find((fill) => fill.type === 'IMAGE')?.imageHash;
  return hash === undefined ? null : (store.images.get(hash)?.bytes ?? null);
}

export function savePicture(store: Store, id: string): void {
  const node = store.get(id);
  const bytes = pictureOf(store, node);
  if (bytes) download(new Blob([bytes.slice()], { type: 'image/png' }), `${fileName(node)}.png`);
}

export function saveSvg(store: Store, id: string): void {
  const node = store.get(id);
  const { svg } = exportSvg(store, node, { svgIdAttribute: true });
  download(new Blob([svg], { type: 'image/svg+xml' }), `${fileName(node)}.svg`);
}

const fileName = (node: NodeRecord): string =>
  stringOf(node, 'name')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '')
    .trim() || 'picture';

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
