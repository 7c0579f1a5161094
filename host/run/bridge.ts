// Between the sandbox's calls and the API objects: looks names up, applies Figma's rules for unknown names.
// In: packets [operation, …]. Out: answers.
import type { openApi } from '../api/api.ts';
import { GLOBAL_PROPERTIES, NODE_TYPES, PROPERTIES } from '../document/kinds.ts';
import { callMethod, getProperty, setProperty } from '../nodes/nodes.ts';
import * as say from '../limits/sentences.ts';
import { perform, type Editor, type Session } from './session.ts';

/** What prelude.ts takes for "this property is a method". */
const METHOD_MARK = '\u0000method';

type Area = object;
/** D: plugin-api.d.ts, "This API is only available in FigJam" at each. */
const FIGJAM_ONLY = new Set(['createSticky', 'createShapeWithText', 'createConnector', 'createCodeBlock', 'createTable', 'createGif', 'createLinkPreviewAsync', 'timer']); // prettier-ignore
/** D: plugin-api.d.ts, "This API is only available in Figma Slides" at each. */
const SLIDES_ONLY = ['createSlide', 'createSlideRow', 'getSlideGrid', 'setSlideGrid'];
const OTHERS: ReadonlySet<string> = new Set([...FIGJAM_ONLY, ...SLIDES_ONLY]);
/**
 * What `figma` lacks in each editor. D: createPage in FigJam (Figma's own notes for its MCP server); the rest
 * of what design files alone have is not documented.
 */
const ABSENT: Record<Editor, ReadonlySet<string>> = {
  figma: OTHERS,
  dev: OTHERS,
  buzz: OTHERS,
  slides: FIGJAM_ONLY,
  figjam: new Set(['createPage', 'createPageDivider', ...SLIDES_ONLY]),
};

interface Names {
  get: string[];
  set: string[];
  call: string[];
  areas: string[];
}

export class Bridge {
  readonly #session: Session;
  readonly #areas: Record<string, Area[]>;
  /** Property names by path, for the prelude. */
  readonly shape: Record<string, Names>;

  constructor(session: Session, api: ReturnType<typeof openApi>) {
    this.#session = session;
    const { core, ui, ...methods } = api;
    this.#areas = {
      figma: [core, methods],
      'figma.ui': [ui],
      'figma.viewport': [core.viewport],
      'figma.clientStorage': [core.clientStorage],
      'figma.variables': [core.variables],
    };
    const nested = (path: string): string[] =>
      Object.keys(this.#areas)
        .filter((other) => other.startsWith(`${path}.`))
        .map((other) => other.slice(path.length + 1));
    this.shape = Object.fromEntries(
      Object.entries(this.#areas).map(([path, parts]) => [path, namesOf(parts, nested(path))]),
    );
    const absent = ABSENT[session.editor];
    const { call = [] } = this.shape.figma ?? {};
    if (this.shape.figma) this.shape.figma.call = call.filter((name) => !absent.has(name));
  }

  /** One call of the sandbox, [operation, …]; undefined operations are the caller's. */
  answer([operation, ...rest]: readonly unknown[]): unknown {
    switch (operation) {
      case 'figma.get':
        return this.#get(String(rest[0]), String(rest[1]));
      case 'figma.set':
        return this.#set(String(rest[0]), String(rest[1]), rest[2]);
      case 'figma.call':
        return this.#call(String(rest[0]), String(rest[1]), rest[2] as unknown[]);
      case 'node.get': {
        const [id, type, key] = rest as [string, string, string];
        const record = this.#session.store.find(id);
        const kind = record?.type ?? NODE_TYPES.find((one) => one === type);
        if (kind && PROPERTIES[kind].get(key) === 'call') return METHOD_MARK;
        return getProperty(this.#session, id, type, key);
      }
      case 'node.set':
        return setProperty(this.#session, String(rest[0]), String(rest[1]), rest[2]);
      case 'node.call':
        return callMethod(this.#session, String(rest[0]), String(rest[1]), rest[2] as unknown[]);
      case 'node.has': {
        const record = this.#session.store.find(String(rest[0]));
        return record !== undefined && PROPERTIES[record.type].has(String(rest[1]));
      }
      case 'image.getBytesAsync':
        return Promise.resolve(this.#session.store.images.get(String(rest[0]))?.bytes);
      case 'image.getSizeAsync': {
        const image = this.#session.store.images.get(String(rest[0]));
        return Promise.resolve(image && { width: image.width, height: image.height });
      }
      default:
        throw new Error(`bridge: unknown operation ${JSON.stringify(operation)}`);
    }
  }

  #owner(path: string, key: string): Area | undefined {
    if (path === 'figma' && ABSENT[this.#session.editor].has(key)) return undefined;
    return this.#areas[path]?.find((part) => key in part);
  }

  #get(path: string, key: string): unknown {
    const owner = this.#owner(path, key);
    if (owner) return Reflect.get(owner, key);
    throw this.#unknown(path, key);
  }

  #set(path: string, key: string, value: unknown): void {
    const owner = this.#owner(path, key);
    const descriptor = owner && Object.getOwnPropertyDescriptor(owner, key);
    if (!owner || !descriptor) throw say.notExtensible();
    const isSwitch = key === 'skipInvisibleInstanceChildren';
    if (!descriptor.set && !isSwitch) throw say.noSetter();
    Reflect.set(owner, key, value);
  }

  #call(path: string, key: string, args: readonly unknown[]): unknown {
    const owner = this.#owner(path, key);
    const method: unknown = owner && Reflect.get(owner, key);
    if (typeof method !== 'function') throw this.#unknown(path, key);
    const operation = path === 'figma' ? key : `${path.slice(6)}.${key}`;
    return perform(this.#session, operation, undefined, () => Reflect.apply(method, owner, args) as unknown);
  }

  #unknown(path: string, key: string): Error {
    return path === 'figma' && GLOBAL_PROPERTIES.has(key) && !ABSENT[this.#session.editor].has(key)
      ? say.notHere(`figma.${key}`)
      : say.noSuchGlobalProperty(path, key);
  }
}

function namesOf(parts: readonly Area[], areas: string[]): Names {
  const names: Names = { get: [], set: [], call: [], areas };
  for (const part of parts)
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      if (areas.includes(key)) continue;
      if (typeof descriptor.value === 'function') names.call.push(key);
      else names.get.push(key);
      if (descriptor.set) names.set.push(key);
    }
  return names;
}
