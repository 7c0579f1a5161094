// JavaScript text: modules of WebAssembly whose memory has an end, for the fault `wasm-out-of-memory`.
export const MEMORY = String.raw`  function ended(spare) {
    const { instantiate, compile } = WebAssembly;
    const cut = (source) => {
      const isBytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source);
      const end = isBytes ? withEnd(source, spare) : null;
      if (end) note('wasm-out-of-memory');
      return end || source;
    };
    WebAssembly.instantiate = (source, ...more) => instantiate.call(WebAssembly, cut(source), ...more);
    WebAssembly.compile = (source, ...more) => compile.call(WebAssembly, cut(source), ...more);
    WebAssembly.Module = new Proxy(WebAssembly.Module, {
      construct: (Target, [source]) => new Target(cut(source)),
    });
  }
  // The same module, with a memory of at most its first size and "spare" pages of 64 KiB more; null where it
  // has none of its own.
  function withEnd(source, spare) {
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    let at = 8;
    const number = () => { for (let value = 0, shift = 0; ; shift += 7) { const byte = bytes[at]; at += 1; value |= (byte & 127) << shift; if (byte < 128) return value; } };
    const leb = (value) => { const out = []; for (; value > 127; value >>>= 7) out.push((value & 127) | 128); return [...out, value]; };
    while (at < bytes.length) {
      const start = at;
      const section = number();
      const size = number();
      const next = at + size;
      if (section === 5) {
        if (number() !== 1) return null;
        const flags = number();
        const least = number();
        const body = [1, flags | 1, ...leb(least), ...leb(least + spare)];
        const changed = [5, ...leb(body.length), ...body];
        const whole = new Uint8Array(start + changed.length + bytes.length - next);
        whole.set(bytes.subarray(0, start));
        whole.set(changed, start);
        whole.set(bytes.subarray(next), start + changed.length);
        return whole;
      }
      at = next;
    }
    return null;
  }
`;
