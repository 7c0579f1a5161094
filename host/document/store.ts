// The document: immutable node records by id, the selection of each page, stored images, and an undo journal.
// In: writes. Out: records, a canonical snapshot (for byte-for-byte comparison), undo and redo steps.
import type { Plain, NodeRecord, StoredImage } from './record.ts';
import type { Step, Happening } from './journal.ts';
import { canonical } from './canonical.ts';

export class Store {
  readonly images = new Map<string, StoredImage>();
  #currentPage = '0:1';
  readonly #nodes = new Map<string, NodeRecord>();
  readonly #selections = new Map<string, readonly string[]>();
  readonly #watchers = new Set<(what: Happening) => void>();
  #open: Step = { nodes: new Map(), selections: new Map() };
  #undo: Step[] = [];
  #redo: Step[] = [];
  #lastId = 1;

  /** The page that is seen. Going to another is no step of undo. */
  get currentPage(): string {
    return this.#currentPage;
  }

  set currentPage(id: string) {
    if (this.get(id).type !== 'PAGE') throw new Error(`currentPage: ${id} is a ${this.get(id).type}`);
    if (id === this.#currentPage) return;
    this.#currentPage = id;
    this.#tell({ page: true });
  }

  /** A fresh id. Ids are never used twice, not even after undo. */
  nextId(): string {
    this.#lastId += 1;
    return `1:${this.#lastId}`;
  }

  find(id: string): NodeRecord | undefined {
    return this.#nodes.get(id);
  }

  /** The record of a node that must be there. */
  get(id: string): NodeRecord {
    const record = this.#nodes.get(id);
    if (!record) throw new Error(`The node with id "${id}" does not exist`);
    return record;
  }

  /**
   * Puts `record` in place of what its id held; undefined deletes. Children lists are the caller's business.
   */
  put(id: string, record: NodeRecord | undefined): void {
    const was = this.#nodes.get(id);
    const change = this.#open.nodes.get(id);
    if (change) change.after = record;
    else this.#open.nodes.set(id, { before: was, after: record });
    if (record) this.#nodes.set(id, record);
    else this.#nodes.delete(id);
    this.#tell({ nodes: [id], was: [was] });
  }

  write(id: string, props: Readonly<Record<string, Plain>>): void {
    const record = this.get(id);
    this.put(id, { ...record, props: { ...record.props, ...props } });
  }

  selection(page: string): readonly string[] {
    return (this.#selections.get(page) ?? []).filter((id) => this.#nodes.has(id));
  }

  select(page: string, ids: readonly string[]): void {
    const before = this.#selections.get(page) ?? [];
    if (before.length === ids.length && before.every((id, index) => id === ids[index])) return;
    const change = this.#open.selections.get(page);
    if (change) change.after = ids;
    else this.#open.selections.set(page, { before, after: ids });
    this.#selections.set(page, ids);
    this.#tell({ selection: true });
  }

  /**
   * Closes the open step: what was written since the last commit becomes one step of undo. A change of
   * selection alone is not a step, and what was taken back before is none.
   */
  commit(): void {
    const step = this.#open;
    this.#open = { nodes: new Map(), selections: new Map() };
    for (const [id, { before, after }] of step.nodes)
      if (before === after || canonical(before) === canonical(after)) step.nodes.delete(id);
    if (step.nodes.size === 0) return;
    this.#undo.push(step);
    this.#redo = [];
  }

  undo(): boolean {
    this.commit();
    const step = this.#undo.pop();
    if (!step) return false;
    this.#apply(step, 'before');
    this.#redo.push(step);
    return true;
  }

  redo(): boolean {
    const step = this.#redo.pop();
    if (!step) return false;
    this.#apply(step, 'after');
    this.#undo.push(step);
    return true;
  }

  /** How many steps undo and redo can go. */
  get depth(): { undo: number; redo: number } {
    return { undo: this.#undo.length, redo: this.#redo.length };
  }

  /** Forgets all steps: what stands now is the document as opened. */
  forget(): void {
    this.commit();
    this.#undo = [];
    this.#redo = [];
  }

  /**
   * All nodes as canonical JSON (sorted ids and keys). Selections, images and
   * the current page are no part of it.
   */
  snapshot(): string {
    const sorted = [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return canonical(sorted);
  }

  watch(watcher: (what: Happening) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #apply(step: Step, side: 'before' | 'after'): void {
    const was = [...step.nodes.keys()].map((id) => this.#nodes.get(id));
    for (const [id, change] of step.nodes) {
      const record = change[side];
      if (record) this.#nodes.set(id, record);
      else this.#nodes.delete(id);
    }
    for (const [page, change] of step.selections) this.#selections.set(page, change[side]);
    this.#tell({ nodes: [...step.nodes.keys()], was, selection: step.selections.size > 0 });
  }

  #tell(what: Partial<Happening>): void {
    for (const watcher of this.#watchers)
      watcher({ nodes: [], was: [], selection: false, page: false, ...what });
  }
}
