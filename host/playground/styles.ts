// The playground's own colour styles and variables, as a small product team would have them. Out: Library.
import type { Library } from '../api/library.ts';

const rgb = (hex: string): { r: number; g: number; b: number } => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  return { r, g, b };
};

const STYLES: Record<string, string> = {
  'Brand/Coral': '#e8553f',
  'Brand/Ink': '#1d2433',
  'Brand/Sand': '#e9dcc6',
  'Product/Sage': '#8fa58a',
};

const collection = 'VariableCollectionId:1:1';
const variable = (
  number: number,
  name: string,
  light: Library['variables'][number]['valuesByMode'][string],
) => ({
  id: `VariableID:1:${number}`,
  name,
  variableCollectionId: collection,
  valuesByMode: { '1:0': light, '1:1': { ...rgb('#1d2433'), a: 1 } },
});

export const sampleLibrary = (): Library => ({
  styles: Object.entries(STYLES).map(([name, colour], index) => ({
    id: `S:${index + 1},`,
    name,
    paints: [{ type: 'SOLID', color: rgb(colour) }],
  })),
  collections: [
    {
      id: collection,
      name: 'Theme',
      defaultModeId: '1:0',
      modes: [
        { modeId: '1:0', name: 'Light' },
        { modeId: '1:1', name: 'Dark' },
      ],
    },
  ],
  variables: [
    variable(2, 'surface/warm', { ...rgb('#f3ede2'), a: 1 }),
    variable(3, 'surface/handle', { type: 'VARIABLE_ALIAS', id: 'VariableID:1:2' }),
  ],
});
