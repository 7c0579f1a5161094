// A form and the paint that it wears → SVG lines. In: form, fill or stroke,
// further attributes. Out: lines of SVG.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { numberOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Transform } from '../geometry/transform.ts';
import type { Form } from './forms.ts';
import type { Page } from './page.ts';
import { blendStyle, paintAttributes } from './paint.ts';
import { isSkipped, skipParse } from './skip-parse.ts';
import { element, num, type Attributes } from './text.ts';

export interface Worn {
  fill?: Paint | undefined;
  /** Of its own alignment to the path: centred. */
  stroke?: Paint | undefined;
  /** Of the shape alone, such as a stroke's pieces have. */
  mask?: string;
  /** What the layer's first element has. */
  extra: Attributes;
}

export function wear(
  page: Page,
  record: NodeRecord,
  form: Form,
  { fill, stroke, mask, extra }: Worn,
): string[] {
  const masked = mask === undefined ? {} : { mask };
  if (fill && isSkipped(fill)) {
    const { group, attribute } = skipParse(page, record, fill, { ...form, ...masked });
    const lines = [group, element(form.name, { ...extra, ...form.geometry, ...attribute, ...masked })];
    const blend = blendStyle(fill.blendMode);
    return blend.style === undefined ? lines : [element('g', { ...blend }, lines.join(''))];
  }
  const paints: Attributes = {
    ...(fill && paintAttributes(page, record, { paint: fill, kind: 'fill', toWritten: form.written })),
    ...(stroke && strokeAttributes(page, record, stroke, form.written)),
    ...masked,
    ...blendStyle((fill ?? stroke)?.blendMode),
  };
  return [element(form.name, { ...extra, ...form.geometry, ...paints })];
}

function strokeAttributes(page: Page, record: NodeRecord, paint: Paint, written: Transform): Attributes {
  const weight = numberOf(record, 'strokeWeight');
  const dashes = record.props.dashPattern as readonly number[];
  const cap = record.props.strokeCap;
  const join = record.props.strokeJoin;
  return {
    ...paintAttributes(page, record, { paint, kind: 'stroke', toWritten: written }),
    'stroke-width': weight === 1 ? undefined : weight,
    'stroke-linecap': cap === 'ROUND' ? 'round' : cap === 'SQUARE' ? 'square' : undefined,
    'stroke-linejoin': join === 'ROUND' ? 'round' : join === 'BEVEL' ? 'bevel' : undefined,
    'stroke-dasharray': dashes.length > 0 ? dashes.map(num).join(' ') : undefined,
  };
}
