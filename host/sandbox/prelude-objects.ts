// JavaScript text: node objects, images and the areas of `figma`, each a proxy that asks the host.
export const OBJECTS = String.raw`  const errorFrom = ({ name, message }) => new (name === 'TypeError' ? TypeError : name === 'RangeError' ? RangeError : Error)(message);

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

`;
