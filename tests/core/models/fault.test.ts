import { expect, it } from 'vitest';
import { plainly } from '../../../src/core/models/fault.ts';

it('an operator that is not known is named', () => {
  const said = 'it has the operator com.acme.Blur, which is not known here';
  expect(plainly('[ONNXRuntimeError] : No Op registered for com.acme.Blur with domain_version of 1')).toBe(
    said,
  );
  expect(plainly('Load model failed\ncom.acme.Blur(-1) is not a registered function/op')).toBe(said);
});

it('too little memory is said so', () => {
  const said = 'it wants more memory than there is';
  for (const message of ['std::bad_alloc', 'tensor shape is too large']) expect(plainly(message)).toBe(said);
});

it('of all else the runtime’s own words are left, without its marks', () => {
  expect(plainly('Error: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Got bad\n dims.')).toBe('Got bad dims');
  expect(plainly('x'.repeat(300))).toBe(`${'x'.repeat(159)}…`);
});

it.each([
  [
    "Error: Can't create a session. ERROR_CODE: 6, ERROR_MESSAGE: No Op registered for MakeItPretty with domain_version of 17",
    'it has the operator MakeItPretty, which is not known here',
  ],
  [
    'ERROR_MESSAGE: /a/b.cc:83 X::Y [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Tensor shape is too large \n',
    'it wants more memory than there is',
  ],
  [
    'ERROR_MESSAGE: /a/b.cc:83 X::Y [ONNXRuntimeError] : 1 : FAIL : Node (c) has 3 inputs.\n',
    'Node (c) has 3 inputs',
  ],
  ['Error: the generator gave 1 × 2, wanted 1 × 3', 'the generator gave 1 × 2, wanted 1 × 3'],
])('%s', (message, words) => expect(plainly(message)).toBe(words));
