// Files in and out: dropped or opened SVGs and images become layers; pictures and drawings are saved.
import { exportSvg } from '../export/svg.ts';
import { createImage, sniff } from '../api/images.ts';
import { importSvg } from '../import/import-svg.ts';
import { union } from '../geometry/rect.ts';
import { absoluteBox, stringOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';
import type { Desk } from './desk.ts';
import { GAP, inGrid } from './samples.ts';

const bare = (fileName: string): string => fileName.replace(/\.[^.]+$/, '');

/** Each file becomes a layer, in new rows below all that is there, and the new ones are selected. */
export async function openFiles(desk: Desk, files: readonly File[]): Promise<void> {
  const { store } = desk;
  const all = union(store.get(store.currentPage).children.map((id) => absoluteBox(store, store.get(id))));
  const spot = all ? { x: all.x, y: all.y + all.height + GAP } : { x: 0, y: 0 };
  const added: string[] = [];
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      added.push(addFile(store, bytes, bare(file.name)));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      desk.toast(`${file.name} could not be opened: ${why}`, { error: true });
    }
  }
  if (added.length === 0) return;
  inGrid(store, added, spot);
  desk.select(added);
  store.commit();
  desk.fit(added);
}

function addFile(store: Store, bytes: Uint8Array, name: string): string {
  if (sniff(bytes)) return addImage(store, bytes, name);
  return importSvg(store, new TextDecoder().decode(bytes), { name, white: true });
}

function addImage(store: Store, bytes: Uint8Array, name: string): string {
  const imageHash = createImage(store, bytes);
  const { width, height } = store.images.get(imageHash) ?? { width: 100, height: 100 };
  return create(store, 'RECTANGLE', store.currentPage, {
    name,
    width,
    height,
    fills: [{ type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'FILL', imageHash }],
  });
}

/** The stored image of a layer that shows one. */
export function pictureOf(store: Store, node: NodeRecord): Uint8Array | null {
  const fills = (node.props.fills ?? []) as readonly { type: string; imageHash?: string }[];
  const hash = fills.find((fill) => fill.type === 'IMAGE')?.imageHash;
  return hash === undefined ? null : (store.images.get(hash)?.bytes ?? null);
}

/** On the clipboard; false where this page may not write there. */
export async function copyPicture(store: Store, id: string): Promise<boolean> {
  const bytes = pictureOf(store, store.get(id));
  if (!bytes || sniff(bytes)?.type !== 'image/png') return false;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes.slice()], { type: 'image/png' }) }),
    ]);
    return true;
  } catch {
    return false; // its caller says so
  }
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
