// The document on screen: each top-level node as its own SVG group, drawn again
// only when something in it changed.
// In: store changes. Out: elements inside the given <g>.
import { drawNode } from '../export/layer.ts';
import { openPage } from '../export/page.ts';
import { IDENTITY } from '../geometry/transform.ts';
import type { StoredImage } from '../document/record.ts';
import type { Store } from '../document/store.ts';

const SVG = 'http://www.w3.org/2000/svg';

export class Layer {
  readonly #store: Store;
  readonly #root: SVGGElement;
  readonly #drawn = new Map<string, SVGGElement>();
  readonly #stale = new Set<string>();
  readonly #addresses = new WeakMap<StoredImage, string>();

  constructor(store: Store, root: SVGGElement) {
    this.#store = store;
    this.#root = root;
    store.watch(({ nodes }) => {
      for (const id of nodes) this.#stale.add(this.#topOf(id));
    });
  }

  /** Brings the screen up to date. */
  draw(): void {
    const page = this.#store.get(this.#store.currentPage);
    const wanted = new Set(page.children);
    for (const [id, element] of this.#drawn)
      if (!wanted.has(id)) {
        element.remove();
        this.#drawn.delete(id);
      }
    let before: Element | null = this.#root.firstElementChild;
    for (const id of page.children) {
      let element = this.#drawn.get(id);
      if (!element) {
        element = document.createElementNS(SVG, 'g');
        this.#drawn.set(id, element);
        this.#stale.add(id);
      }
      if (this.#stale.has(id)) this.#fill(element, id);
      if (element !== before) this.#root.insertBefore(element, before);
      else before = element.nextElementSibling;
    }
    this.#stale.clear();
  }

  #fill(element: SVGGElement, id: string): void {
    const page = openPage(this.#store, {
      draw: drawNode,
      root: this.#store.get(id),
      settings: {},
      toView: IDENTITY,
      screen: (image) => this.#addressOf(image),
    });
    const lines = drawNode(page, this.#store.get(id));
    element.innerHTML = `<defs>${page.definitions.join('')}</defs>${lines.join('')}`;
  }

  #addressOf(image: StoredImage): string {
    const known = this.#addresses.get(image);
    if (known !== undefined) return known;
    const address = URL.createObjectURL(new Blob([image.bytes.slice()], { type: image.type }));
    this.#addresses.set(image, address);
    return address;
  }

  #topOf(id: string): string {
    let record = this.#store.find(id);
    while (record && record.parent !== null && record.parent !== this.#store.currentPage)
      record = this.#store.find(record.parent);
    return record?.id ?? id;
  }
}
