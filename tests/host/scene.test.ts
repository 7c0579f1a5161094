import { describe, expect, it } from 'vitest';
import { openStand } from './stand.ts';

const tell = async (body: string): Promise<string[]> => (await openStand()).tell(body);

describe('places and sizes', () => {
  it('rotation turns counter-clockwise about the top left corner', async () => {
    expect(
      await tell(`
        const node = figma.createRectangle();
        node.resize(100, 50); node.x = 10; node.y = 20; node.rotation = 90;
        const round = (o) => JSON.stringify(o, (k, v) => typeof v === 'number' ? Math.round(v * 1e6) / 1e6 + 0 : v);
        say(node.x, node.y, Math.round(node.rotation), node.width, node.height);
        say(round(node.absoluteBoundingBox), round(node.relativeTransform));`),
    ).toEqual(['10 20 90 100 50', '{"x":10,"y":-80,"width":50,"height":100} [[0,1,10],[-1,0,20]]']);
  });

  it("a group's children count from the frame, and the group is where they are", async () => {
    expect(
      await tell(`
        const frame = figma.createFrame(); frame.x = 1000; frame.y = 500;
        const a = figma.createRectangle(); const b = figma.createRectangle();
        frame.appendChild(a); frame.appendChild(b);
        a.x = 10; a.y = 10; b.x = 200; b.y = 60;
        const group = figma.group([a, b], frame);
        say(group.x, group.y, group.width, group.height, a.x, group.parent.id === frame.id, frame.children.length);
        group.x = 30;
        say(group.x, a.x, b.x, JSON.stringify(a.absoluteTransform));
        group.resize(580, 150);
        say(group.width, b.width, b.x);
        a.remove(); b.remove();
        say(group.removed, frame.children.length);`),
    ).toEqual(['10 10 290 150 10 true 1', '30 30 220 [[1,0,1030],[0,1,510]]', '580 200 410', 'true 0']);
  });

  it('an auto layout frame places its children and hugs them; absolute ones stand apart', async () => {
    expect(
      await tell(`
        const frame = figma.createFrame();
        frame.layoutMode = 'HORIZONTAL'; frame.itemSpacing = 10; frame.paddingLeft = 5; frame.paddingTop = 7;
        const nodes = [0, 1, 2].map((i) => { const n = figma.createRectangle(); n.resize(20, 30 + i); frame.appendChild(n); return n; });
        say(nodes.map((n) => n.x + ',' + n.y).join(' '), frame.width, frame.height);
        nodes[1].x = 400;
        say(nodes[1].x);
        nodes[2].layoutPositioning = 'ABSOLUTE'; nodes[2].x = 300;
        say(nodes[2].x, frame.width);
        nodes[0].resize(50, 10);
        say(nodes[1].x, frame.width);`),
    ).toEqual(['5,7 35,7 65,7 85 39', '35', '300 55', '65 85']);
  });

  it('a grid gives its children cells of fixed, fitted and flexible tracks, and rows where they are short', async () => {
    expect(
      await tell(`
        const grid = figma.createFrame(); grid.layoutMode = 'GRID'; grid.resize(340, 210);
        grid.gridColumnCount = 3; grid.gridRowCount = 2; grid.gridColumnGap = 10; grid.gridRowGap = 10; grid.paddingLeft = 20;
        const nodes = [0, 1, 2].map(() => { const n = figma.createRectangle(); n.resize(30, 20); grid.appendChild(n); return n; });
        const places = () => say(nodes.map((n) => n.x + ',' + n.y).join(' '), grid.gridRowCount);
        places();
        nodes[2].setGridChildPosition(1, 2); nodes[2].gridChildHorizontalAlign = 'MAX'; nodes[2].gridChildVerticalAlign = 'CENTER'; places();
        grid.gridColumnSizes = [{ type: 'HUG' }, { type: 'FIXED', value: 50 }, { type: 'FLEX', value: 1 }]; places();`),
    ).toEqual(['20,0 130,0 240,0 2', '20,0 130,0 310,150 2', '20,0 60,0 310,150 2']);
  });

  it('a grid takes more children by more rows; in a flow they go by their order', async () => {
    expect(
      await tell(`
        const grid = figma.createFrame(); grid.layoutMode = 'GRID'; grid.resize(200, 100); grid.gridColumnCount = 2;
        const nodes = [0, 1, 2].map(() => { const n = figma.createRectangle(); n.resize(10, 10); grid.appendChild(n); return n; });
        const cells = () => say(nodes.map((n) => n.gridRowAnchorIndex + ',' + n.gridColumnAnchorIndex).join(' '), grid.gridRowCount);
        cells();
        nodes[0].remove(); say(nodes[1].x, nodes[2].x, nodes[2].y);
        grid.gridItemsPositioning = 'ROW_AUTO_FLOW'; grid.gridAutoTracks = 'ROWS'; say(nodes[1].x, nodes[2].x, nodes[2].y, grid.gridRowCount);`),
    ).toEqual(['0,0 0,1 1,0 2', '100 0 50', '0 100 0 1']);
  });

  it('auto layout wraps, aligns and lets children grow', async () => {
    expect(
      await tell(`
        const frame = figma.createFrame(); frame.layoutMode = 'HORIZONTAL'; frame.primaryAxisSizingMode = 'FIXED'; frame.resize(100, 10);
        const nodes = [0, 1, 2].map(() => { const n = figma.createRectangle(); n.resize(30, 20); frame.appendChild(n); return n; });
        const places = () => say(nodes.map((n) => n.x + ',' + n.y).join(' '), frame.width, frame.height);
        frame.primaryAxisAlignItems = 'MAX'; places();
        frame.primaryAxisAlignItems = 'SPACE_BETWEEN'; places();
        frame.primaryAxisAlignItems = 'MIN'; frame.itemSpacing = 10; frame.layoutWrap = 'WRAP'; places();
        frame.counterAxisSpacing = 4; places();
        frame.layoutWrap = 'NO_WRAP'; frame.itemSpacing = 0; frame.counterAxisAlignItems = 'CENTER'; nodes[0].resize(30, 40); nodes[1].layoutGrow = 1; places();
        say(nodes[1].width);
        try { nodes[0].layoutMode = 'HORIZONTAL' } catch (error) { say(error.message) }`),
    ).toEqual([
      '10,0 40,0 70,0 100 20',
      '0,0 35,0 70,0 100 20',
      '0,0 40,0 0,30 100 50',
      '0,0 40,0 0,24 100 44',
      '0,0 30,10 70,10 100 40',
      '40',
      'object is not extensible',
    ]);
  });

  it('vector paths move to their own origin', async () => {
    expect(
      await tell(`
        const node = figma.createVector();
        node.x = 100;
        node.vectorPaths = [{ windingRule: 'NONZERO', data: 'M 10 20 L 30 20 L 30 60 Z' }];
        say(node.x, node.y, node.width, node.height, node.vectorPaths[0].data);
        node.resize(40, 80);
        say(node.vectorPaths[0].data);`),
    ).toEqual(['110 20 20 40 M 0 0 L 20 0 L 20 40 Z', 'M 0 0 L 40 0 L 40 80 Z']);
  });

  it('absoluteRenderBounds holds strokes, tips and shadows; a clipping frame cuts', async () => {
    expect(
      await tell(`
        const frame = figma.createFrame(); frame.resize(50, 50);
        const node = figma.createRectangle(); frame.appendChild(node);
        node.resize(100, 20); node.x = 10; node.y = 10;
        node.strokes = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]; node.strokeAlign = 'OUTSIDE'; node.strokeWeight = 4;
        const show = (box) => JSON.stringify(box && [box.x, box.y, box.width, box.height].map((n) => Math.round(n * 100) / 100));
        say(show(node.absoluteRenderBounds), show(frame.absoluteRenderBounds));
        frame.clipsContent = false;
        say(show(frame.absoluteRenderBounds), show(node.absoluteBoundingBox));
        node.effects = [{ type: 'DROP_SHADOW', visible: true, color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 3, y: 5 }, radius: 10, blendMode: 'NORMAL' }];
        say(show(node.absoluteRenderBounds));
        const vector = figma.createVector();
        vector.vectorPaths = [{ windingRule: 'NONE', data: 'M 0 40 L 20 0 L 40 40' }];
        vector.strokeWeight = 4;
        say(show(vector.absoluteRenderBounds));
        vector.visible = false;
        say(show(vector.absoluteRenderBounds));`),
    ).toEqual([
      '[6,6,108,28] [0,0,50,50]',
      '[0,0,114,50] [10,10,100,20]',
      '[-1,1,128,48]',
      // The tip of a 53° corner: 2 / sin(26.57°) above it; the ends are cut square across.
      '[-1.79,-4.47,43.58,45.37]',
      'null',
    ]);
  });

  it('sections stay on the page', async () => {
    expect(
      await (await openStand()).refusal('figma.createFrame().appendChild(figma.createSection())'),
    ).toContain('A SECTION cannot be a child of a FRAME');
  });

  it('a node cannot be put into itself', async () => {
    expect(
      await (await openStand()).refusal('(() => { const f = figma.createFrame(); f.appendChild(f); })()'),
    ).toContain('Cannot move node. Doing so would create a parenting cycle');
  });
});

describe('finding and mixed values', () => {
  it('find* walk the tree', async () => {
    expect(
      await tell(`
        const frame = figma.createFrame(); const line = figma.createLine(); frame.appendChild(line);
        say(figma.currentPage.findAll((n) => n.type === 'LINE').length, figma.currentPage.findOne((n) => n.name === 'Line') === line);
        say(figma.currentPage.findChild((n) => n.type === 'LINE'), figma.currentPage.findAllWithCriteria({ types: ['LINE', 'FRAME'] }).length);`),
    ).toEqual(['1 true', 'null 2']);
  });

  it('corners that differ are figma.mixed', async () => {
    expect(
      await tell(`
        const node = figma.createRectangle(); node.cornerRadius = 4; say(node.cornerRadius, node.topLeftRadius);
        node.topLeftRadius = 9; say(node.cornerRadius === figma.mixed, typeof figma.mixed);`),
    ).toEqual(['4 4', 'true symbol']);
  });

  it('selection is a fresh array at each read', async () => {
    expect(
      await tell(`
        const node = figma.createRectangle();
        figma.currentPage.selection = [node];
        const first = figma.currentPage.selection; first.push(node);
        say(figma.currentPage.selection.length, figma.currentPage.selection !== first, figma.currentPage.selection[0] === node);`),
    ).toEqual(['1 true true']);
  });
});

describe('events', () => {
  it('come later, and many changes make one', async () => {
    expect(
      await tell(`
        let selections = 0; let pages = 0; let changes = [];
        figma.on('selectionchange', () => { selections += 1 });
        figma.on('currentpagechange', () => { pages += 1 });
        figma.currentPage.on('nodechange', (event) => changes.push(event.nodeChanges.length));
        const a = figma.createRectangle(); const b = figma.createRectangle();
        figma.currentPage.selection = [a]; figma.currentPage.selection = [b]; a.x = 5;
        say(selections, pages, changes.length);
        await new Promise((resolve) => setTimeout(resolve, 20));
        say(selections, pages, JSON.stringify(changes));
        await figma.setCurrentPageAsync(figma.root.children[1]);
        await new Promise((resolve) => setTimeout(resolve, 20));
        say(selections, pages, figma.currentPage.name);`),
    ).toEqual(['0 0 0', '1 0 [2]', '2 1 Page 2']);
  });

  it('run comes with the command, close is synchronous', async () => {
    const stand = await openStand(undefined, {
      code: `figma.on('run', ({ command }) => { console.log('run', command, figma.command); figma.closePlugin('bye'); });
             figma.on('close', () => { console.log('close', figma.currentPage.name); });`,
    });
    const run = await stand.host.run('go');
    expect(await run.closed).toBe('bye');
    expect(run.log.map(({ text }) => text)).toEqual(['run go go', 'close Page 1']);
    expect(stand.host.notices).toEqual(['bye']);
  });
});

describe('the view', () => {
  it('scrollAndZoomIntoView shows the nodes', async () => {
    expect(
      await tell(`
        const node = figma.createRectangle(); node.x = 500; node.resize(144, 90);
        figma.viewport.scrollAndZoomIntoView([node]);
        say(figma.viewport.zoom, JSON.stringify(figma.viewport.center), JSON.stringify(figma.viewport.bounds));`),
    ).toEqual(['10 {"x":572,"y":45} {"x":500,"y":0,"width":144,"height":90}']);
  });
});
