// Figma's own error sentences, each with where it is known from.
// D = official documentation or typings, R = seen in other plugins' bug reports, P
// = PLATFORM.md, ? = wording is ours.

/** P: unknown property read. */
export const noSuchProperty = (key: string, type: string): TypeError =>
  new TypeError(`node.${key}: no such property '${key}' on ${type} node`);

/**
 * D: Figma's own notes on FigJam quote it for createPage: "figma.createPage no such property
 * 'createPage' on the figma global object".
 */
export const noSuchGlobalProperty = (path: string, key: string): TypeError =>
  new TypeError(`${path}.${key} no such property '${key}' on the figma global object`);

/** P: unknown property written. */
export const notExtensible = (): TypeError => new TypeError('object is not extensible');

/** P: a property without setter written. */
export const noSetter = (): TypeError => new TypeError('no setter for property');

/**
 * R: react-figma/figma-api-stub #17, DirectedEdges/specs-plugin-1 #109 ("in remove:
 * The node with id … does not exist").
 */
export const gone = (operation: string, id: string): Error =>
  new Error(`in ${operation}: The node with id "${id}" does not exist`);

/** R: reported with nodes inside instances. */
export const removalRefused = (): Error => new Error('in remove: Removing this node is not allowed');

/** R: reported for geometry of an instance's sublayers. */
export const notOverridable = (key: string): Error =>
  new Error(`in set_${key}: This property cannot be overridden in an instance`);

/** D: developers.figma.com/docs/plugins/migrating-to-dynamic-loading (these forms throw); wording R. */
export const notInDynamicPage = (operation: string, instead: string): Error =>
  new Error(`in ${operation}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`);

/** D: plugin-api.d.ts, ChildrenMixin ("you must first call PageNode.loadAsync"); wording ?. */
export const pageNotLoaded = (operation: string): Error =>
  new Error(
    `in ${operation}: Cannot access this on a page that has not been loaded. Call page.loadAsync() first.`,
  );

/** R: the form in which failed argument checks are reported. */
export const failedValidation = (key: string, wanted: string, seen: unknown): Error =>
  new Error(`in set_${key}: Property "${key}" failed validation: Expected ${wanted}, received ${show(seen)}`);

export const badArgument = (operation: string, name: string, wanted: string, seen: unknown): Error =>
  new Error(
    `in ${operation}: Argument "${name}" failed validation: Expected ${wanted}, received ${show(seen)}`,
  );

/**
 * D: developers.figma.com/docs/plugins/api/api-errors ("Cannot write to internal and read-only node"): Dev
 * Mode, viewers and what comes from a library. That creating nodes is refused with the same words is assumed.
 */
export const readOnly = (operation: string): Error =>
  new Error(`in ${operation}: Cannot write to internal and read-only node`);

/** R: the sentence that plugins of many authors look for in exportAsync's errors. */
export const nothingVisible = (): Error =>
  new Error('in exportAsync: Failed to export node. This node may not have any visible layers.');

/** R: the same without the guess, when an export fails otherwise. */
export const exportFailed = (): Error => new Error('in exportAsync: Failed to export node');

/** R: yuanqing/figma-plugins #19 ("Image is too large" above 4096). */
export const imageTooLarge = (): Error => new Error('in createImage: Image is too large');

/** R: reported by plugin authors. */
export const imageTypeUnsupported = (): Error => new Error('in createImage: Image type is unsupported');

/**
 * D: plugin-api.d.ts, closePlugin: "disables callbacks and Figma APIs … does not, however,
 * abort the plugin"; wording assumed.
 */
export const closed = (): Error => new Error('in figma: The plugin has been closed');

/** What exists in Figma and is missing here: a fault of the stand-in, never Figma's. */
export const notHere = (what: string): Error =>
  new Error(`the stand-in for Figma has no ${what} yet (host/); Figma has it`);

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
