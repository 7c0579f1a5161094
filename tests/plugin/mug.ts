// Where most tests draw their frame, and where a layer lies by its own record.
import type { NodeRecord } from '../../host/document/record.ts';

export const MUG = { x: 100, y: 200, width: 320, height: 320, name: 'Mug' };

export const boxOf = ({ props }: NodeRecord) => {
  const [[, , x], [, , y]] = props['relativeTransform'] as [
    [number, number, number],
    [number, number, number],
  ];
  return { x, y, width: props['width'], height: props['height'] };
};
