// The sentences of the Photo view.

/** A photo of a sketch on paper. */
export const PHOTO = {
  title: 'Photo',
  threshold: 'Threshold',
  thresholdLong: 'How dark a line must be',
  weight: 'Weight',
  weightLong: 'Line weight',
  sheet: 'Sheet',
  straighten: 'Straighten…',
  found: 'Found',
  useSheet: 'Use the sheet’s corners',
  useSheetLong: 'A sheet was found in the photo: straighten it, and leave out what lies around it',
  reset: 'Reset',
  done: 'Done',
  cancel: 'Cancel',
  hint: 'Drag each corner to the sheet’s own, or use the arrow keys. What lies outside is left out.',
  crossed: 'These corners are no sheet: they must go round without crossing or folding in.',
  corners: ['Top left corner', 'Top right corner', 'Bottom right corner', 'Bottom left corner'],
  image: (name: string) => `Photo: ${name}`,
  share: (value: number) => `${Math.round(100 * value)} %`,
  times: (value: number) => `${value.toFixed(2)} ×`,
  place: ([x, y]: readonly [number, number]) =>
    `${(100 * x).toFixed(1)} % from the left, ${(100 * y).toFixed(1)} % from the top`,
} as const;
