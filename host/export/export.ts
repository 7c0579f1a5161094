// exportAsync: settings → SVG text, SVG bytes or PNG bytes. In: session, record,
// settings. Out: string or Uint8Array.
import type { ExportSettings, ExportSettingsSVGString } from '@figma/plugin-typings/plugin-api-standalone';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';
import type { NodeRecord } from '../document/record.ts';
import { exportSvg } from './svg.ts';

type Settings = ExportSettings | ExportSettingsSVGString;

// D: plugin-api.d.ts, ExportSettings*: every key that any format knows.
const KEYS = new Set(['format', 'contentsOnly', 'useAbsoluteBounds', 'suffix', 'colorProfile', 'constraint', 'svgOutlineText', 'svgIdAttribute', 'svgSimplifyStroke']); // prettier-ignore

export function exportNode(session: Session, record: NodeRecord, given: unknown): string | Uint8Array {
  if (typeof given !== 'object' || given === null)
    throw say.badArgument('exportAsync', 'settings', 'object', given);
  for (const key of Object.keys(given))
    if (!KEYS.has(key)) throw new Error(`in exportAsync: Unrecognized key(s) in object: '${key}'`);
  // D: "When this parameter is absent, this function defaults to exporting as a PNG at 1x resolution."
  const settings = ('format' in given ? given : { ...given, format: 'PNG' }) as Settings;
  if (settings.format === 'SVG_STRING') return exportSvg(session.store, record, settings).svg;
  if (settings.format === 'SVG') return utf8(exportSvg(session.store, record, settings).svg);
  if (settings.format !== 'PNG') throw say.notHere(`export format ${JSON.stringify(settings.format)}`);
  const { svg, box } = exportSvg(session.store, record, {
    ...(settings.useAbsoluteBounds === undefined ? {} : { useAbsoluteBounds: settings.useAbsoluteBounds }),
  });
  const { type, value } = settings.constraint ?? { type: 'SCALE', value: 1 };
  const zoom = type === 'SCALE' ? value : type === 'WIDTH' ? value / box.width : value / box.height;
  return session.toPng(svg, zoom);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
