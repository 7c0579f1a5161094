// What the listing's pictures show: drawings in samples/ and docs/subjects/, and how each of them is
// realized.

export interface Shot {
  file: string;
  /** Options of the command line beside size and folder. */
  options: string[];
}

const shot = (name: string, ...options: string[]): Shot => ({ file: `samples/${name}.svg`, options });

/** The mug with body, handle and rim of one material and its band of another; each as COLOUR/MATERIAL. */
function mug(body: string, band: string): Shot {
  const parts = ['ceramic body#1', 'ceramic handle#1', 'ceramic rim#1'].map((key) => `${key}=${body}`);
  return shot('mug', ...[...parts, `print band#1=${band}`].flatMap((part) => ['--part', part]));
}

/** Icon and cover: half drawing, half picture. */
export const FACE = shot('icon-kettle');

/** Drawings beside their pictures. */
export const PAIRS = ['shoe', 'lamp', 'handbag', 'car', 'watch', 'vase'].map((name) => shot(name));

/** One drawing, six materials. */
export const MATERIALS = [
  shot('mug'),
  mug('#3f8fd0/glass', '#f4e3c8/ceramic'),
  mug('#c7ccd1/brushed_metal', '#2b2f36/rubber'),
  mug('#b98550/wood', '#f4e3c8/ceramic'),
  mug('#e9e6e1/marble', '#c9a24b/gold'),
  mug('#3d6b55/knit', '#e6c25c/knit'),
];

/** One drawing, one light each. */
export const LIGHTS = ['soft', 'hard', 'rim', 'window', 'sunset', 'dark'].map((light) =>
  shot('handbag', '--light', light),
);
