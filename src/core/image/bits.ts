// In: symbols and their codes. Out: bytes that hold the codes one after the other, the first bit lowest, as
// deflate has them.

export interface Codes {
  /** Of each symbol, at most 22 bits. */
  bits: Uint32Array;
  lengths: Uint8Array;
}

export interface Bits {
  /** The whole bytes so far; up to seven bits wait for what comes next. */
  put: (symbols: Uint16Array, codes: Codes) => Uint8Array;
  /** What waits, as a last byte; none where nothing does. */
  rest: () => Uint8Array;
}

export function openBits(): Bits {
  let kept = 0;
  let waiting = 0;
  return {
    put(symbols, { bits, lengths }) {
      // Three are written at once, as many as a symbol may fill: the next ones overwrite what is too much.
      const bytes = new Uint8Array(3 * symbols.length + 4);
      let at = 0;
      // Below 2³⁰: a small integer to V8.
      let pending = kept;
      let length = waiting;
      for (let k = 0; k < symbols.length; k++) {
        const symbol = symbols[k]!;
        pending |= bits[symbol]! << length;
        length += lengths[symbol]!;
        bytes[at] = pending;
        bytes[at + 1] = pending >>> 8;
        bytes[at + 2] = pending >>> 16;
        const whole = length >>> 3;
        at += whole;
        pending >>>= whole << 3;
        length &= 7;
      }
      kept = pending;
      waiting = length;
      return bytes.slice(0, at);
    },
    rest: () => Uint8Array.of(kept).subarray(0, waiting > 0 ? 1 : 0),
  };
}
