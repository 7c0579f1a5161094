// The document's own colour styles and variables, as plugins read them. In: a library of plain values.
// Out: the calls of figma and figma.variables. D: plugin-api.d.ts, getLocalPaintStylesAsync,
// PaintStyle, VariablesAPI, Variable.
import type { Paint, RGBA, VariableAlias } from '@figma/plugin-typings/plugin-api-standalone';
import * as say from '../limits/sentences.ts';

interface Style {
  id: string;
  name: string;
  paints: readonly Paint[];
}

/** Of a library that is used here, not of this file, when `remote`. */
export interface ColourVariable {
  id: string;
  name: string;
  variableCollectionId: string;
  remote?: boolean;
  valuesByMode: Record<string, RGBA | VariableAlias>;
}

export interface Collection {
  id: string;
  name: string;
  defaultModeId: string;
  modes: readonly { modeId: string; name: string }[];
  remote?: boolean;
}

export interface Library {
  styles: Style[];
  variables: ColourVariable[];
  collections: Collection[];
}

export const emptyLibrary = (): Library => ({ styles: [], variables: [], collections: [] });

/** A copy at each call, as nothing that a plugin changes about it reaches the document. */
export function libraryCalls(library: Library) {
  const shownVariable = (one: ColourVariable) =>
    structuredClone({ remote: false, resolvedType: 'COLOR', description: '', ...one });
  const shownCollection = (one: Collection) =>
    structuredClone({
      remote: false,
      ...one,
      variableIds: library.variables
        .filter(({ variableCollectionId }) => variableCollectionId === one.id)
        .map(({ id }) => id),
    });
  return {
    getLocalPaintStylesAsync: async () =>
      library.styles.map((style) =>
        structuredClone({ type: 'PAINT', remote: false, description: '', ...style }),
      ),
    variables: {
      getLocalVariablesAsync: async (type?: string) =>
        type !== undefined && type !== 'COLOR'
          ? []
          : library.variables.filter(({ remote }) => !remote).map(shownVariable),
      getLocalVariableCollectionsAsync: async () =>
        library.collections.filter(({ remote }) => !remote).map(shownCollection),
      getVariableByIdAsync: async (id: string) => {
        const found = library.variables.find((one) => one.id === id);
        return found ? shownVariable(found) : null;
      },
      getVariableCollectionByIdAsync: async (id: string) => {
        const found = library.collections.find((one) => one.id === id);
        return found ? shownCollection(found) : null;
      },
      ...synchronous('getLocalVariables', 'getLocalVariablesAsync'),
      ...synchronous('getLocalVariableCollections', 'getLocalVariableCollectionsAsync'),
      ...synchronous('getVariableById', 'getVariableByIdAsync'),
      ...synchronous('getVariableCollectionById', 'getVariableCollectionByIdAsync'),
    },
  };
}

/**
 * D: plugin-api.d.ts, VariablesAPI: "will throw an exception if the plugin manifest contains … dynamic-page".
 */
function synchronous(name: string, instead: string): Record<string, () => never> {
  return {
    [name]: () => {
      throw say.notInDynamicPage(`variables.${name}`, `figma.variables.${instead}`);
    },
  };
}
