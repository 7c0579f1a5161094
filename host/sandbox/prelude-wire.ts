// JavaScript text: the sandbox's values ↔ JSON and buffers, and a call of the host, send(json, buffers).
//
// Values cross as JSON with marks: {$:'u'} undefined, {$:'n',v} odd numbers, {$:'b',i} Uint8Array number i of
// the buffers, {$:'d',v} Date, {$:'N',id,type} node, {$:'I',hash} Image, {$:'m'} figma.mixed, {$:'f',i}
// function number i, {$:'p',i} promise number i, {$:'h'} the text of __html__, sixteen megabytes that need
// not cross once more, {$:'o',v} an object with a key "$" of its own, {$:'x',v} something that cannot cross.
// The host answers "!" + JSON for an error; else JSON, or [JSON, …buffers].
export const WIRE = String.raw`  const mixed = Symbol('figma.mixed');
  const functions = new Map();
  const functionNumbers = new Map();
  let lastFunction = -1;
  // By function: how often it listens. What listens no longer is forgotten, as is a timer that has struck:
  // a run may last for days.
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

`;
