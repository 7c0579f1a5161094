// The forms in which Figma writes SVG: each in words, where it is known from, a layer that has it, and what is written of it.
// Part of the list in rules.test.ts and host/RULES.md. R here: exports of Figma's in public repositories, looked at on
// 2026-11-29; the strings by which they are found stand with each.

const SVG = `const svg = (await node.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true })).replace(/_\\d+_\\d+(?=\\W|_clip)/g, '_N').replace(/\\n/g, '')`;

interface Form {
  rule: string;
  source: string;
  ask: string;
  gets: string[];
}

/** `set` makes the layer; what `find` matches of its export must be `gets`. */
function form(rule: string, source: string, set: string, find: RegExp, gets: string): Form {
  return { rule, source, ask: `${set}; ${SVG}; say(svg.match(${String(find)})?.[0] ?? svg)`, gets: [gets] };
}

export const FORMS: Form[] = [
  form('a layer’s name: each byte of its UTF-8 beyond ASCII as a decimal reference, marks too', 'P', 'node.name = \'Kühler "A"\'', /id="[^"]*"/, 'id="K&#195;&#188;hler &#34;A&#34;"'),
]; // prettier-ignore
