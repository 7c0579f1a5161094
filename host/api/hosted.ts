// Figma's official types as seen from the host's side of the wire: wherever a node object stands, a NodeRef.
import type { BaseNode, Image, PluginAPI } from '@figma/plugin-typings/plugin-api-standalone';
import type { MIXED, NodeRef } from './refs.ts';

type Hosted<T> = T extends BaseNode
  ? NodeRef
  : T extends symbol
    ? typeof MIXED
    : T extends Image
      ? ImageRef
      : T extends (...args: infer A) => infer R
        ? (...args: { [K in keyof A]: Hosted<A[K]> }) => Hosted<R>
        : T extends Promise<infer U>
          ? Promise<Hosted<U>>
          : T extends Uint8Array | Date
            ? T
            : T extends readonly (infer U)[]
              ? readonly Hosted<U>[]
              : T extends object
                ? { [K in keyof T]: Hosted<T[K]> }
                : T;

/** An image of the store; the sandbox makes an Image object of it. */
export class ImageRef {
  readonly hash: string;
  constructor(hash: string) {
    this.hash = hash;
  }
}

/** The part of `figma` that the stand-in has: names and signatures are the official ones. */
export type Offered = Hosted<
  Pick<
    PluginAPI,
    | 'apiVersion'
    | 'command'
    | 'editorType'
    | 'mode'
    | 'pluginId'
    | 'root'
    | 'mixed'
    | 'currentPage'
    | 'skipInvisibleInstanceChildren'
    | 'hasMissingFont'
    | 'getNodeByIdAsync'
    | 'setCurrentPageAsync'
    | 'loadAllPagesAsync'
    | 'showUI'
    | 'closePlugin'
    | 'notify'
    | 'commitUndo'
    | 'triggerUndo'
    | 'createRectangle'
    | 'createFrame'
    | 'createEllipse'
    | 'createLine'
    | 'createPolygon'
    | 'createStar'
    | 'createVector'
    | 'createComponent'
    | 'createSection'
    | 'createPage'
    | 'group'
    | 'union'
    | 'subtract'
    | 'intersect'
    | 'exclude'
    | 'combineAsVariants'
    | 'createSlice'
    | 'createText'
    | 'createSticky'
    | 'createShapeWithText'
    | 'createConnector'
    | 'createCodeBlock'
    | 'createTable'
    | 'loadFontAsync'
    | 'createImage'
    | 'createImageAsync'
    | 'getImageByHash'
    | 'base64Encode'
    | 'base64Decode'
    | 'clientStorage'
  > & { viewport: Omit<PluginAPI['viewport'], 'slidesView' | 'canvasView'> }
>;
