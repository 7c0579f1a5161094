// What the document is made of: node records and stored images. Types alone, and the document's own id.
import type { NodeType } from './kinds.ts';

/** What a record may hold; all of it survives JSON. */
export type Plain =
  null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** One node. Never mutated: a write puts a new record in its place, so the journal only keeps references. */
export interface NodeRecord {
  readonly id: string;
  readonly type: NodeType;
  readonly parent: string | null;
  /** Ids, bottom-most first. */
  readonly children: readonly string[];
  readonly props: Readonly<Record<string, Plain>>;
  readonly pluginData: Readonly<Record<string, string>>;
  readonly relaunchData: Readonly<Record<string, string>>;
}

export interface StoredImage {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg' | 'image/gif';
  width: number;
  height: number;
}

export const DOCUMENT_ID = '0:0';
