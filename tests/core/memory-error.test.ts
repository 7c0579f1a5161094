import { expect, it } from 'vitest';
import { isOutOfMemory } from '../../src/core/memory-error.ts';

it.each([
  ['Chromium, an array', 'RangeError: Array buffer allocation failed'],
  ['Chromium, a length', 'RangeError: Invalid typed array length: 8589934592'],
  ['Chromium, a list', 'RangeError: Invalid array length'],
  ['Chromium, a buffer', 'RangeError: Invalid array buffer length'],
  ['Chromium, WebAssembly', 'RangeError: WebAssembly.Memory(): could not allocate memory'],
  [
    'Chromium, an instance',
    'WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance',
  ],
  ['Chromium, a trap', 'RuntimeError: memory access out of bounds'],
  ['Chromium, growth', 'RangeError: WebAssembly.Memory.grow(): Maximum memory size exceeded'],
  ['Firefox', 'InternalError: allocation size overflow'],
  ['Firefox, all', 'out of memory'],
  ['Safari', 'RangeError: Out of memory'],
  ['Safari, a trap', 'RuntimeError: Out of bounds memory access (evaluating "f()")'],
  ['Safari, an array', 'RangeError: Array size is not a small enough positive integer.'],
  ['Emscripten', 'Aborted(OOM)'],
  ['Emscripten, growth', 'Cannot enlarge memory arrays to size 4294967296 bytes'],
  ['C++', 'Error: std::bad_alloc'],
  ['ONNX Runtime', 'Failed to allocate memory for requested buffer of size 4294967296'],
  ['WebGPU', 'GPUOutOfMemoryError: Not enough memory left.'],
])('%s: %s', (_who, message) => expect(isOutOfMemory(message)).toBe(true));

it.each([
  'TypeError: Cannot read properties of undefined (reading "memory")',
  'index out of bounds',
  'no Op registered for Foo',
  'there is no room left',
  'allocator_id is not a function',
  '',
])('another fault: %j', (message) => expect(isOutOfMemory(message)).toBe(false));
