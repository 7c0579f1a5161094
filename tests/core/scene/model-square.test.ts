import { expect, it } from 'vitest';
import { previewCard, squareAround } from '../../../src/core/scene/model-square.ts';
import { cards } from '../fake.ts';

it('puts the object’s longer side between the margins, its middle in the middle', () => {
  const input = { ...cards.model.input, size: 10, margin: 1 };
  // 16 units over 8 pixels: 2 units a pixel, 20 in all.
  expect(squareAround({ x: 3, y: 5, width: 16, height: 4 }, input)).toEqual({
    x: 1,
    y: -3,
    width: 20,
    height: 20,
  });
});

it('a preview has margin and stroke in proportion to its side; a card without one stays', () => {
  const card = {
    ...cards.model,
    input: { ...cards.model.input, size: 512, preview: 128, margin: 48, stroke: 3 },
  };
  expect(previewCard(card).input).toMatchObject({ size: 128, margin: 12, stroke: 0.75 });
  const { preview: _, ...input } = card.input;
  expect(previewCard({ ...card, input }).input).toEqual(input);
});
