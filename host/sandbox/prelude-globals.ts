// JavaScript text: the sandbox's own globals, console, timers, fetch and structuredClone.
export const GLOBALS = String.raw`  function clone(value, seen) {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new TypeError('structuredClone: a ' + typeof value + ' cannot be cloned');
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (nodeIds.has(value)) throw new TypeError('structuredClone: a node cannot be cloned');
    const keep = (copy) => (seen.set(value, copy), copy);
    if (Array.isArray(value)) {
      const copy = keep([]);
      for (const item of value) copy.push(clone(item, seen));
      return copy;
    }
    if (value instanceof Date) return keep(new Date(value.getTime()));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (value instanceof ArrayBuffer) return keep(value.slice(0));
    if (value instanceof TypedArray) return keep(value.slice());
    if (value instanceof DataView)
      return keep(new DataView(clone(value.buffer, seen), value.byteOffset, value.byteLength));
    if (value instanceof Map) {
      const copy = keep(new Map());
      for (const [key, item] of value) copy.set(clone(key, seen), clone(item, seen));
      return copy;
    }
    if (value instanceof Set) {
      const copy = keep(new Set());
      for (const item of value) copy.add(clone(item, seen));
      return copy;
    }
    if (value instanceof Error) return keep(Object.assign(new Error(value.message), { name: value.name, stack: value.stack }));
    const copy = keep({});
    for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
    return copy;
  }

  const text = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.name + ': ' + value.message + (value.stack ? '\n' + value.stack : '');
    if (value !== null && typeof value === 'object' && nodeIds.has(value)) return value.toString();
    try {
      return JSON.stringify(value) ?? String(value);
    } catch (error) {
      return String(value);
    }
  };
  const uncaught = (error) => call('uncaught', text(error));
  function run(callback, args) {
    try {
      const result = callback(...args);
      if (result !== null && typeof result === 'object' && typeof result.then === 'function') result.then(undefined, uncaught);
    } catch (error) {
      uncaught(error);
    }
  }

  const timer = (kind) => (callback, delay, ...args) => {
    if (typeof callback !== 'function') throw new TypeError(kind + ': wanted a function, saw ' + typeof callback);
    const strike = () => {
      if (kind === 'setTimeout') ends.get(number)();
      run(callback, args);
    };
    const number = call(kind, strike, Number(delay) || 0);
    ends.set(number, () => {
      ends.delete(number);
      forget(strike);
    });
    return number;
  };
  const ends = new Map();
  const clear = (number) => {
    ends.get(number)?.();
    return call('clearTimer', number);
  };
  const globals = {
    figma: area('figma'),
    __html__: html,
    __uiFiles__: {},
    console: Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug'].map((level) => [level, (...args) => call('console', level, args.map(text).join(' '))]),
    ),
    setTimeout: timer('setTimeout'),
    setInterval: timer('setInterval'),
    clearTimeout: clear,
    clearInterval: clear,
    fetch: (url) => call('fetch', String(url)),
    structuredClone: (value) => clone(value, new Map()),
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, writable: name !== 'figma', configurable: false, enumerable: true });

`;
