import { expect, it } from 'vitest';
import { convertCommand, isOther } from '../../../src/core/models/convert.ts';

it('what convert reads is told by its end, whatever its case', () => {
  const names = ['a.pth', 'a.PT', 'b.h5', 'c.keras', 'd.safetensors', 'e.onnx', 'f.png', 'pth', 'g.pth.txt'];
  expect(names.filter(isOther)).toEqual(['a.pth', 'a.PT', 'b.h5', 'c.keras', 'd.safetensors']);
});

it('the command writes beside the file, over no ONNX file that is there', () => {
  expect(convertCommand('net.pth')).toBe('python -m convert net.pth -o net.onnx');
  expect(convertCommand('net.onnx')).toBe('python -m convert net.onnx -o net-realize.onnx');
});

it('names mean nothing to a shell', () => {
  expect(convertCommand("it's; rm.pt")).toBe("python -m convert 'it'\\''s; rm.pt' -o 'it'\\''s; rm.onnx'");
  expect(convertCommand('-x.pt')).toBe("python -m convert '-x.pt' -o '-x.onnx'");
});
