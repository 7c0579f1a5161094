// The sandbox's own half of the wire: JavaScript text that runs in QuickJS before code.js and makes `figma`,
// node objects, console, timers, fetch and structuredClone out of one host function, send(json, buffers).
// One function of three parts, each a text of its own, in one scope.
import { GLOBALS } from './prelude-globals.ts';
import { OBJECTS } from './prelude-objects.ts';
import { WIRE } from './prelude-wire.ts';

export const PRELUDE = String.raw`
(function (send, shape, html) {
  'use strict';
${WIRE}${OBJECTS}${GLOBALS}  return {
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
