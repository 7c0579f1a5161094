// The labels and sentences of files for the user: the picture and the relief, copied or downloaded.

export const EXPORT = {
  open: 'Copy or download',
  drag: 'Copy or download; drag it out as a file',
  scale: 'Size of the file',
  scaled: (scale: number, pixels: number | null) =>
    pixels === null ? `${scale}×` : `${scale}× · ${pixels} px`,
  tooLarge: 'too large',
  files: 'Files',
  copy: 'Copy as PNG',
  png: 'Download PNG',
  relief: 'Download the relief (GLB)',
  maps: 'Place maps as layers',
  saved: (name: string) => `Downloaded “${name}”.`,
  copied: 'Copied.',
  notCopied: 'The clipboard is closed to this window: download it.',
  noRelief: 'This model finds no form, so there is no relief.',
  noMaps: 'This model finds no form, so there are no maps.',
} as const;
