// In: the box of what is drawn, the model's card. Out: the model's square; the card of its smaller one.
import type { ModelCard } from '../card.ts';
import type { Box } from '../sketch.ts';

/** The model square in drawing coordinates. */
export function squareAround(object: Box, input: ModelCard['input']): Box {
  const unit = Math.max(object.width, object.height) / (input.size - 2 * input.margin);
  const side = unit * input.size;
  return {
    x: object.x + (object.width - side) / 2,
    y: object.y + (object.height - side) / 2,
    width: side,
    height: side,
  };
}

/** The card of a generator's smaller square: its numbers of pixels are in proportion to the side. */
export function previewCard(card: ModelCard): ModelCard {
  const { glance: _, ...input } = card.input;
  const size = input.preview ?? input.size;
  const scale = size / input.size;
  return {
    ...card,
    input: { ...input, size, margin: scale * input.margin, stroke: scale * input.stroke },
  };
}
