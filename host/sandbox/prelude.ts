// The sandbox's own half of the wire: JavaScript text that runs in QuickJS before code.js and makes `figma`,
// node objects, console, timers, fetch and structuredClone out of one host function, send(json, buffers).
//
// Values cross as JSON with marks: {$:'u'} undefined, {$:'n',v} odd numbers, {$:'b',i} Uint8Array number i of
// the buffers, {$:'d',v} Date, {$:'N',id,type} node, {$:'I',hash} Image, {$:'m'} figma.mixed, {$:'f',i}
// function number i, {$:'p',i} promise number i, {$:'h'} the text of __html__, sixteen megabytes that need
// not cross once more, {$:'o',v} an object with a key "$" of its own, {$:'x',v} something that cannot cross.
// The host answers "!" + JSON for an error; else JSON, or [JSON, …buffers].
export const PRELUDE = String.raw`
(function (send, shape, html) {
  'use strict';
  const mixed = Symbol('figma.mixed');
  const functions = new Map();
  const functionNumbers = new Map();
  let lastFunction = -1;
  // By function: how often it listens. What listens no longer is forgotten, as is a timer that has struck: a run
  // may last for days.
  const listening = new Map();
  const promises = new Map();
  const nodes = new Map();
  const nodeIds = new WeakMap();
  const images = new WeakMap();
  const TypedArray = Object.getPrototypeOf(Uint8Array);

  function encode(value, buffers, depth) {
    if (depth > 200) throw new RangeError('a value nested too deep, or one that holds itself, cannot cross');
    switch (typeof value) {
      case 'string':
        return value === html ? { $: 'h' } : value;
      case 'boolean':
        return value;
      case 'undefined':
        return { $: 'u' };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'n', v: String(value) };
      case 'symbol':
        return value === mixed ? { $: 'm' } : { $: 'x', v: 'symbol' };
      case 'bigint':
        return { $: 'x', v: 'bigint' };
      case 'function': {
        let number = functionNumbers.get(value);
        if (number === undefined) {
          number = lastFunction += 1;
          functions.set(number, value);
          functionNumbers.set(value, number);
        }
        return { $: 'f', i: number };
      }
    }
    if (value === null) return null;
    if (nodeIds.has(value)) return { $: 'N', id: nodeIds.get(value) };
    if (images.has(value)) return { $: 'I', hash: images.get(value) };
    if (Array.isArray(value)) return value.map((item) => encode(item, buffers, depth + 1));
    if (value instanceof Uint8Array && !(value instanceof Uint8ClampedArray)) {
      const whole = value.byteOffset === 0 && value.byteLength === value.buffer.byteLength;
      const end = value.byteOffset + value.byteLength;
      return { $: 'b', i: buffers.push(whole ? value.buffer : value.buffer.slice(value.byteOffset, end)) - 1 };
    }
    if (value instanceof Date) return { $: 'd', v: value.getTime() };
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (kind !== 'Object') return { $: 'x', v: kind };
    const plain = {};
    for (const key of Object.keys(value)) plain[key] = encode(value[key], buffers, depth + 1);
    return '$' in plain ? { $: 'o', v: plain } : plain;
  }

  function decode(value, buffers) {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item) => decode(item, buffers));
    switch (value.$) {
      case 'u':
        return undefined;
      case 'n':
        return value.v === '-0' ? -0 : Number(value.v);
      case 'b':
        return new Uint8Array(buffers[value.i + 1]);
      case 'd':
        return new Date(value.v);
      case 'N':
        return nodeFor(value.id, value.type);
      case 'I':
        return imageFor(value.hash);
      case 'm':
        return mixed;
      case 'f':
        return (...args) => call('function', value.i, args);
      case 'p':
        return new Promise((resolve, reject) => promises.set(value.i, { resolve, reject }));
      case 'o':
        value = value.v;
    }
    const plain = {};
    for (const key of Object.keys(value)) plain[key] = decode(value[key], buffers);
    return plain;
  }

  function call(...packet) {
    const buffers = [];
    const answer = send(JSON.stringify(encode(packet, buffers, 0)), buffers);
    if (typeof answer !== 'string') return decode(JSON.parse(answer[0]), answer);
    if (answer[0] === '!') throw errorFrom(JSON.parse(answer.slice(1)));
    return decode(JSON.parse(answer), []);
  }

  function forget(callback) {
    const number = functionNumbers.get(callback);
    if (number === undefined) return;
    functionNumbers.delete(callback);
    functions.delete(number);
    call('forget', number);
  }

  // A method's call, after which who listens is counted.
  function callMethod(name, args, ...packet) {
    const answer = call(...packet, args);
    const step = name === 'on' || name === 'once' ? 1 : name === 'off' ? -1 : 0;
    for (const one of step === 0 ? [] : args) {
      if (typeof one !== 'function') continue;
      const count = (listening.get(one) ?? 0) + step;
      if (count > 0) listening.set(one, count);
      else {
        listening.delete(one);
        forget(one);
      }
    }
    return answer;
  }

  const errorFrom = ({ name, message }) => new (name === 'TypeError' ? TypeError : name === 'RangeError' ? RangeError : Error)(message);

  // What the language itself asks of any object (await, JSON, string conversion) is no read of a property.
  const QUIET = new Set(['then', 'toJSON', 'constructor', 'valueOf', '__proto__', 'hasOwnProperty']);
  const FINDERS = {
    findAll: (node, test) => below(node, []).filter((one) => !test || test(one)),
    findOne: (node, test) => below(node, []).find((one) => test(one)) ?? null,
    findChildren: (node, test) => node.children.filter((one) => !test || test(one)),
    findChild: (node, test) => node.children.find((one) => test(one)) ?? null,
  };
  function below(node, list) {
    for (const child of node.children) {
      list.push(child);
      if (call('node.has', child.id, 'children')) below(child, list);
    }
    return list;
  }

  function nodeFor(id, type) {
    const known = nodes.get(id);
    if (known) return known;
    const node = new Proxy(Object.create(null), {
      get(_target, key) {
        if (typeof key === 'symbol' || QUIET.has(key)) return undefined;
        const answer = call('node.get', id, type, key);
        if (answer !== METHOD_MARK) return answer;
        if (key in FINDERS) return (argument) => FINDERS[key](node, argument);
        return (...args) => callMethod(key, args, 'node.call', id, key);
      },
      set(_target, key, value) {
        call('node.set', id, String(key), value);
        return true;
      },
      has: (_target, key) => typeof key === 'string' && call('node.has', id, key),
      defineProperty() {
        throw new TypeError('object is not extensible');
      },
      deleteProperty() {
        throw new TypeError('could not delete property');
      },
      ownKeys: () => [],
    });
    nodes.set(id, node);
    nodeIds.set(node, id);
    return node;
  }
  const METHOD_MARK = '\u0000method';

  function imageFor(hash) {
    const image = Object.freeze({
      hash,
      getBytesAsync: () => call('image.getBytesAsync', hash),
      getSizeAsync: () => call('image.getSizeAsync', hash),
    });
    images.set(image, hash);
    return image;
  }

  function area(path) {
    const { get, set, call: methods, areas } = shape[path];
    const inner = {};
    for (const name of areas) inner[name] = area(path + '.' + name);
    const made = {};
    for (const name of methods) made[name] = (...args) => callMethod(name, args, 'figma.call', path, name);
    return new Proxy(Object.create(null), {
      get(_target, key) {
        if (typeof key === 'symbol' || QUIET.has(key)) return undefined;
        if (key in made) return made[key];
        if (key in inner) return inner[key];
        return call('figma.get', path, key);
      },
      set(_target, key, value) {
        call('figma.set', path, String(key), value);
        return true;
      },
      has: (_target, key) => get.includes(key) || set.includes(key) || methods.includes(key) || areas.includes(key),
      ownKeys: () => [],
    });
  }

  function clone(value, seen) {
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

  return {
    // The host calls functions[number] with packet, an array of arguments; errors go to it as 'uncaught'.
    invoke: (number, json, ...buffers) => run(functions.get(number), decode(JSON.parse(json), [null, ...buffers])),
    settle(number, good, json, ...buffers) {
      const { resolve, reject } = promises.get(number);
      promises.delete(number);
      const value = decode(JSON.parse(json), [null, ...buffers]);
      if (good) resolve(value);
      else reject(typeof value === 'string' ? value : errorFrom(value));
    },
  };
})
`;
