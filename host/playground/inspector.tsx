// The right-hand panel: what is selected, what the plugin can do with it, and how to get about. In: Desk.
import { stringOf, sizeOf } from '../document/scene.ts';
import { solid } from '../document/births.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Desk } from './desk.ts';
import { copyPicture, pictureOf, savePicture, saveSvg } from './files.ts';

const KINDS: Record<string, string> = {
  FRAME: 'Frame', GROUP: 'Group', VECTOR: 'Vector', RECTANGLE: 'Rectangle', ELLIPSE: 'Ellipse', LINE: 'Line', TEXT: 'Text',
  COMPONENT: 'Component', INSTANCE: 'Instance', SECTION: 'Section', POLYGON: 'Polygon', STAR: 'Star', BOOLEAN_OPERATION: 'Boolean group',
}; // prettier-ignore

export function Inspector({ desk }: { desk: Desk }) {
  const nodes = desk.selection.map((id) => desk.store.get(id));
  return (
    <aside class="inspector" aria-label="Selection and plugin">
      <PluginSection desk={desk} nodes={nodes} />
      {nodes.length > 0 && <SelectionSection desk={desk} nodes={nodes} />}
      <Help />
    </aside>
  );
}

function PluginSection({ desk, nodes }: { desk: Desk; nodes: NodeRecord[] }) {
  const { manifest } = desk;
  const again = (manifest.relaunchButtons ?? []).filter((button) =>
    nodes.some((node) => button.command in node.relaunchData),
  );
  const [first, ...others] = manifest.menu ?? [];
  return (
    <section>
      <h2>Plugin</h2>
      {first?.command !== undefined && (
        <button class="primary" onClick={() => void desk.start(first.command ?? '')}>
          {first.name}
        </button>
      )}
      {others.map(({ name, command }) => (
        <button key={command} onClick={() => void desk.start(command ?? '')}>
          {name}
        </button>
      ))}
      {again.map(({ name, command }) => (
        <button key={command} onClick={() => void desk.start(command)}>
          {name}
        </button>
      ))}
      {nodes.length === 0 && <p>Click a drawing, then press {first?.name}. The picture appears beside it.</p>}
    </section>
  );
}

function SelectionSection({ desk, nodes }: { desk: Desk; nodes: NodeRecord[] }) {
  const [node] = nodes;
  if (!node) return null;
  const { width, height } = sizeOf(desk.store, node);
  const shapes = nodes.filter((one) => Array.isArray(one.props.fills) && !pictureOf(desk.store, one));
  return (
    <section>
      <h2>Selection</h2>
      {nodes.length > 1 ? (
        <p class="what">{nodes.length} layers</p>
      ) : (
        <>
          <p class="what">{stringOf(node, 'name')}</p>
          <p class="detail">
            {KINDS[node.type] ?? node.type} · {Math.round(width)} × {Math.round(height)}
          </p>
        </>
      )}
      {shapes.length > 0 && <Swatches desk={desk} ids={shapes.map((one) => one.id)} />}
      {nodes.length === 1 && pictureOf(desk.store, node) && (
        <>
          <button onClick={() => void copied(desk, node.id)}>Copy picture</button>
          <button onClick={() => savePicture(desk.store, node.id)}>Save picture</button>
        </>
      )}
      {nodes.length === 1 && <button onClick={() => saveSvg(desk.store, node.id)}>Save as SVG</button>}
    </section>
  );
}

async function copied(desk: Desk, id: string): Promise<void> {
  const isDone = await copyPicture(desk.store, id);
  desk.toast(isDone ? 'Copied.' : 'The clipboard is closed to this page: save the picture.', {
    error: !isDone,
  });
}

/** Fill colours; the first is none. */
const COLOURS = ['', '#ffffff', '#d9d9d9', '#2b2b33', '#e5484d', '#f2a33a', '#f5d90a', '#3fa66b', '#3b82c4', '#7c5cc4', '#8a5a3b', '#f0dcc0']; // prettier-ignore

function Swatches({ desk, ids }: { desk: Desk; ids: string[] }) {
  const paint = (colour: string): void =>
    desk.edit(() => {
      const at = (index: number): number => parseInt(colour.slice(index, index + 2), 16) / 255;
      const fills = colour === '' ? [] : [solid(at(1), at(3), at(5))];
      for (const id of ids) desk.store.write(id, { fills });
    });
  return (
    <div class="swatches" role="group" aria-label="Fill">
      {COLOURS.map((colour) => (
        <button
          key={colour}
          class={colour === '' ? 'swatch is-none' : 'swatch'}
          style={colour === '' ? {} : { background: colour }}
          aria-label={colour === '' ? 'No fill' : `Fill ${colour}`}
          title={colour === '' ? 'No fill' : colour}
          onClick={() => paint(colour)}
        />
      ))}
    </div>
  );
}

const SHORTCUTS = [
  ['Pan', 'wheel, space + drag'],
  ['Zoom', 'ctrl + wheel, + −'],
  ['Fit all', 'shift 1'],
  ['Next drawing', 'N'],
  ['Draw', 'P R O L F'],
  ['Undo, redo', 'ctrl Z, ctrl shift Z'],
  ['Duplicate', 'ctrl D'],
  ['Layer: rename', 'enter'],
  ['Layer: hide', 'space'],
  ['Layer: up, down', 'alt up, down'],
] as const;

function Help() {
  return (
    <section class="help">
      <h2>Keys</h2>
      <dl>
        {SHORTCUTS.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{keys}</dd>
          </div>
        ))}
      </dl>
      <p>Drop an SVG file or a photo anywhere to open it.</p>
    </section>
  );
}
