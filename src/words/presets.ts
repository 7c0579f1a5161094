// The words of looks that a file keeps by name.

export const PRESETS = {
  row: 'Look',
  label: 'Looks of this file',
  none: 'Own look',
  changed: (name: string) => `${name}, changed`,
  acts: 'This look',
  keep: 'Keep this look…',
  change: (name: string) => `Change “${name}” to this`,
  rename: (name: string) => `Rename “${name}”…`,
  forget: (name: string) => `Delete “${name}”`,
  name: 'Name of the look',
} as const;
