import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { Fault, of, ofModel, refusalText, faultText } from '../../src/cli/fault.ts';

afterEach(() => delete process.env['REALIZE_DEBUG']);

it('tells a fault as it is, and what the system refuses by the file', async () => {
  expect(faultText(new Fault('this PNG is damaged'))).toBe('this PNG is damaged');
  const missing = () => readFile('/nowhere/a.svg');
  expect(faultText(await missing().catch((error: unknown) => error))).toBe('there is no such file or folder');
  expect(faultText(await readFile('/').catch((error: unknown) => error))).toBe(
    'this is a folder, not a file',
  );
  await expect(of('a.svg cannot be read', missing)).rejects.toThrow(
    new Fault('a.svg cannot be read: there is no such file or folder'),
  );
});

it('keeps the words of others for who asks for them', async () => {
  const bug = new TypeError("Cannot read properties of undefined (reading 'x')");
  expect(faultText(bug)).not.toContain('undefined');
  expect(faultText(bug)).toContain('REALIZE_DEBUG=1');
  await expect(of('a.svg', () => Promise.reject(bug))).rejects.toBe(bug);
  process.env['REALIZE_DEBUG'] = '1';
  expect(faultText(bug)).toContain("reading 'x'");
});

it('speaks of files where the plugin speaks of selections', () => {
  expect(refusalText({ refused: 'nothing-drawn' })).toBe('there is nothing drawn in it');
  expect(refusalText({ refused: 'not-an-svg', detail: 'no <svg> in ""' })).toMatch(
    /PNG or JPEG.* \(no <svg>/,
  );
  expect(refusalText({ refused: 'out-of-memory', detail: 'std::bad_alloc' })).not.toContain('bad_alloc');
  expect(refusalText({ refused: 'nothing-closed' })).toContain('Close the outline');
});

it('names the model that cannot run', () => {
  const error = new Error(
    'ERROR_CODE: 1, ERROR_MESSAGE: No Op registered for Pretty with domain_version of 17',
  );
  expect(ofModel('my.onnx', error).message).toBe(
    'my.onnx cannot be used: it has the operator Pretty, which is not known here.',
  );
});
