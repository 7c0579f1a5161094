import { beforeEach, describe, expect, it } from 'vitest';
import { create, createInstance } from '../../host/document/tree.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});

describe('names that Figma does not know', () => {
  it.each([
    ['node.foo', "TypeError: node.foo: no such property 'foo' on RECTANGLE node"],
    ['node.clipsContent', "TypeError: node.clipsContent: no such property 'clipsContent' on RECTANGLE node"],
    ['node.children', "TypeError: node.children: no such property 'children' on RECTANGLE node"],
    ['(node.foo = 1)', 'TypeError: object is not extensible'],
    ['(node.width = 5)', 'TypeError: no setter for property'],
    ['(node.height = 5)', 'TypeError: no setter for property'],
    ['(node.id = "1:9")', 'TypeError: no setter for property'],
    ['(node.fillStyleId = "S:1")', 'TypeError: no setter for property'],
    ['figma.nonsense', "TypeError: figma.nonsense no such property 'nonsense' on the figma global object"],
    ['(figma.nonsense = 1)', 'TypeError: object is not extensible'],
    ['(figma.root = 1)', 'TypeError: no setter for property'],
  ])('%s', async (expression, sentence) => {
    expect(
      await stand.refusal(`(() => { const node = figma.createRectangle(); return ${expression}; })()`),
    ).toBe(sentence);
  });

  it('what Figma has and the stand-in lacks is told apart', async () => {
    expect(await stand.refusal('figma.createPageDivider()')).toBe(
      'Error: the stand-in for Figma has no figma.createPageDivider yet (host/); Figma has it',
    );
  });

  it('await, JSON and `in` are no reads of unknown properties', async () => {
    const lines = await stand.tell(`
      const node = await figma.createRectangle();
      say('fills' in node, 'children' in node, JSON.stringify({ a: 1 }), String(node.type));`);
    expect(lines).toEqual(['true false {"a":1} RECTANGLE']);
  });
});

describe('forms that need the whole document', () => {
  it.each([
    ['figma.getNodeById("1:2")', 'figma.getNodeByIdAsync'],
    ['(figma.currentPage = figma.root.children[1])', 'figma.setCurrentPageAsync'],
    ['figma.getLocalPaintStyles()', 'figma.getLocalPaintStylesAsync'],
    ['figma.getStyleById("S:1")', 'figma.getStyleByIdAsync'],
  ])('%s', async (expression, instead) => {
    expect(await stand.refusal(expression)).toContain(
      `Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`,
    );
  });

  it('an instance tells its component only asynchronously', async () => {
    const { store } = stand;
    const component = create(store, 'COMPONENT', store.currentPage);
    const instance = createInstance(store, component, store.currentPage);
    const find = `(await figma.getNodeByIdAsync(${JSON.stringify(instance)}))`;
    expect(await stand.refusal(`${find}.mainComponent`)).toContain('Use node.getMainComponentAsync instead.');
    expect(await stand.tell(`say((await ${find}.getMainComponentAsync()).id)`)).toEqual([component]);
  });

  it("a page's children are there once it is loaded", async () => {
    expect(await stand.refusal('figma.root.children[1].children')).toContain('Call page.loadAsync() first.');
    expect(
      await stand.tell(
        'await figma.root.children[1].loadAsync(); say(figma.root.children[1].children.length)',
      ),
    ).toEqual(['0']);
    expect(
      await stand.tell('await figma.loadAllPagesAsync(); say(figma.root.children[1].children.length)'),
    ).toEqual(['0']);
  });

  it('documentchange needs all pages', async () => {
    expect(await stand.refusal('figma.on("documentchange", () => 0)')).toContain('loadAllPagesAsync first');
  });
});

describe('nodes that are gone', () => {
  it('every read but removed, and every write and call, is refused', async () => {
    const lines = await stand.tell(`
      const node = figma.createRectangle();
      node.remove();
      say(node.removed);
      for (const use of [() => node.name, () => { node.x = 1 }, () => node.remove(), () => node.resize(1, 1)])
        try { use(); } catch (error) { say(error.message.replace(node.id, 'ID')); }`);
    expect(lines).toEqual([
      'true',
      'in get_name: The node with id "ID" does not exist',
      'in set_x: The node with id "ID" does not exist',
      'in remove: The node with id "ID" does not exist',
      'in resize: The node with id "ID" does not exist',
    ]);
  });

  it('getNodeByIdAsync gives null', async () => {
    expect(await stand.tell('say(await figma.getNodeByIdAsync("9:9"))')).toEqual(['null']);
  });
});

describe('inside an instance', () => {
  it('nothing can be added, taken away or moved', async () => {
    const { store } = stand;
    const component = create(store, 'COMPONENT', store.currentPage);
    create(store, 'RECTANGLE', component);
    const instance = createInstance(store, component, store.currentPage);
    const lines = await stand.tell(`
      const instance = await figma.getNodeByIdAsync('${instance}');
      const [inner] = instance.children;
      say(inner.id.replace(/\\d+:\\d+/g, 'n'));
      for (const use of [
        () => instance.appendChild(figma.createRectangle()),
        () => instance.insertChild(0, figma.createRectangle()),
        () => inner.remove(),
        () => { inner.x = 4 },
        () => inner.resize(4, 4),
        () => figma.currentPage.appendChild(inner),
      ]) try { use(); say('allowed') } catch (error) { say(error.message); }
      inner.fills = [];
      say(inner.fills.length);`);
    expect(lines).toEqual([
      'In;n',
      'in appendChild: Cannot move node. New parent is an instance or is inside of an instance',
      'in insertChild: Cannot move node. New parent is an instance or is inside of an instance',
      'in remove: Removing this node is not allowed',
      'in set_x: This property cannot be overridden in an instance',
      'in set_width: This property cannot be overridden in an instance',
      'in appendChild: Cannot move node. Node is inside of an instance',
      '0',
    ]);
  });
});

describe('a document that can only be read', () => {
  it.each([{ editor: 'dev' as const }, { writable: false }])(
    '%o: every write is refused',
    async (options) => {
      const store = stand.store;
      const node = create(store, 'RECTANGLE', store.currentPage);
      store.forget();
      const before = store.snapshot();
      const readOnly = await openStand(() => undefined, { ...options, store });
      const lines = await readOnly.tell(`
      const node = await figma.getNodeByIdAsync('${node}');
      for (const use of [
        () => { node.x = 1 }, () => node.remove(), () => node.resize(9, 9), () => figma.createRectangle(),
        () => node.setPluginData('a', 'b'), () => node.setRelaunchData({ again: '' }), () => node.clone(),
        () => figma.currentPage.appendChild(node), () => figma.group([node], figma.currentPage), () => figma.createPage(),
      ]) try { use(); say('allowed'); } catch (error) { say(error.message.endsWith('Cannot write to internal and read-only node')); }
      say(node.name, (await node.exportAsync({ format: 'SVG_STRING' })).length > 0);`);
      expect(lines).toEqual([...Array<string>(10).fill('true'), 'Rectangle true']);
      expect(store.snapshot()).toBe(before);
    },
  );
});

describe('wrong values', () => {
  it.each([
    ['node.name = 3', 'in set_name: Property "name" failed validation: Expected string, received 3'],
    [
      'node.opacity = "1"',
      'in set_opacity: Property "opacity" failed validation: Expected number, received "1"',
    ],
    [
      'node.opacity = 2',
      'in set_opacity: Property "opacity" failed validation: Expected number from 0 to 1, received 2',
    ],
    ['node.x = NaN', 'in set_x: Property "x" failed validation: Expected number, received NaN'],
    [
      'node.visible = 1',
      'in set_visible: Property "visible" failed validation: Expected boolean, received 1',
    ],
    ['node.fills = {}', 'in set_fills: Property "fills" failed validation: Expected array, received object'],
    [
      'node.resize(0, 5)',
      'in resize: Argument "width" failed validation: Expected number of at least 0.01, received 0',
    ],
    [
      'figma.currentPage.selection = [3]',
      'in set_selection: Property "selection" failed validation: Expected array of nodes, received array',
    ],
    [
      'figma.createVector().vectorPaths = [{ windingRule: "NONZERO", data: "m 0 0 l 1 1" }]',
      'in set_vectorPaths: Failed to convert path. Invalid command at m',
    ],
    [
      'node.setPluginData("a", 3)',
      'in setPluginData: Argument "value" failed validation: Expected string, received 3',
    ],
    ['figma.on("nonsense", () => 0)', 'Expected run | selectionchange'],
  ])('%s', async (statement, sentence) => {
    expect(
      await stand.refusal(`(() => { const node = figma.createRectangle(); ${statement}; })()`),
    ).toContain(sentence);
  });

  it('an unknown export option is refused', async () => {
    expect(await stand.refusal('figma.createRectangle().exportAsync({ format: "PNG", colour: 1 })')).toBe(
      "Error: in exportAsync: Unrecognized key(s) in object: 'colour'",
    );
  });

  it('an invisible node has nothing to export', async () => {
    expect(
      await stand.refusal(
        '(() => { const node = figma.createRectangle(); node.visible = false; return node.exportAsync(); })()',
      ),
    ).toContain('This node may not have any visible layers');
  });
});

describe('after closePlugin', () => {
  it('code runs on, the API does not', async () => {
    const run = await (
      await openStand(() => undefined, {
        code: `figma.closePlugin(); try { figma.currentPage } catch (error) { console.log(error.message) }
               Promise.resolve().then(() => figma.notify('never'));
               setTimeout(() => figma.notify('never'), 5);`,
      })
    ).host.run('go');
    await run.closed;
    await new Promise((resolve) => setTimeout(resolve, 30));
    // The console is no part of figma.
    expect(run.log.map(({ text }) => text)).toEqual(['in figma: The plugin has been closed']);
    expect(run.problems).toEqual([]);
  });
});

describe('what is not there at all', () => {
  it('no DOM, no network, no clock but Date', async () => {
    const names = 'window document self URL TextEncoder TextDecoder atob btoa Blob Worker crypto performance Intl WebAssembly XMLHttpRequest WebSocket eval require process navigator MessageChannel'; // prettier-ignore
    expect(
      await stand.tell(
        `for (const name of '${names}'.split(' ')) if (typeof globalThis[name] !== 'undefined') say(name)`,
      ),
    ).toEqual([]);
  });

  it('fetch is refused and counted', async () => {
    const { host } = await openStand(() => undefined, {
      code: `fetch('https://example.com/x').catch((error) => { console.log(error.name); figma.closePlugin() })`,
    });
    const run = await host.run('go');
    await run.closed;
    expect(run.fetched).toEqual(['https://example.com/x']);
    expect(run.log[0]?.text).toBe('TypeError');
  });
});
