import { expect, it } from 'vitest';
import { callByBytes } from '../../../src/core/svg/image-kinds.ts';
import { elementOf } from './elements.ts';

const PNG = 'iVBORw0KGgoAAAA';
const JPEG = '/9j/4AAQSkZJRg';
const GIF = 'R0lGODlhAQABAI';

function called(href: string): string {
  const group = elementOf(`<g><image href="${href}"/></g>`);
  callByBytes(group);
  return group.children[0]!.attributes['href']!;
}

it.each([
  ['image/png', JPEG, 'image/jpeg'],
  ['application/octet-stream', PNG, 'image/png'],
  ['image/x-png', PNG, 'image/png'],
  ['', GIF, 'image/gif'],
])('an image that says %s is what its bytes are', (said, bytes, type) => {
  expect(called(`data:${said};base64,${bytes}`)).toBe(`data:${type};base64,${bytes}`);
});

it.each([
  `data:image/png;base64,${PNG}`,
  'data:image/svg+xml;base64,PHN2Zy',
  'data:image/svg+xml,%3Csvg',
  'a.png',
])('what is rightly named, or no picture that is known, stays: %s', (href) => {
  expect(called(href)).toBe(href);
});
