// A plate with a badge on it, 24 × 24, once for the tests of all steps.
import { madeOf } from './made.ts';

export const PLATE = '<path id="plate" d="M10 10H90V90H10Z" fill="#c43"/>';

export const BADGE = '<path id="badge" d="M40 40H60V60H40Z" fill="#36c"/>';

export const go = (): Promise<boolean> => Promise.resolve(true);

export const made = await madeOf(PLATE + BADGE, 24);

export const at = (x: number, y: number): number => 24 * y + x;
