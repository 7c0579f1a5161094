// The bar on top: what this page is, tools, undo and redo, open, theme. In: Desk.
import type { JSX } from 'preact';
import type { Desk, Tool } from './desk.ts';
import { TOOL_KEYS } from './keys.ts';

/** 16 × 16 drawings, stroked. */
const ICONS: Record<string, string> = {
  move: 'M3 2.5l9.5 5-4.2 1.2-1.9 4.1z',
  hand: 'M4.5 8.5V5a1 1 0 012 0V3a1 1 0 012 0v1a1 1 0 012 0v1.5a1 1 0 012 0V10c0 2.5-1.8 4-4 4S5.500 13 4.500 11l-1.700-2.600a1 1 0 011.700-.900z',
  frame: 'M4.5 2v12M11.500 2v12M2 4.500h12M2 11.500h12',
  rectangle: 'M2.500 3.500h11v9h-11z',
  ellipse: 'M8 2.500a5.500 5.500 0 100 11 5.500 5.500 0 100-11z',
  line: 'M3 13L13 3',
  pencil: 'M3 13l.800-3.200L10.600 3a1.100 1.100 0 011.600 0l.800.800a1.100 1.100 0 010 1.600L6.200 12.200z',
  undo: 'M5.500 3L2.500 6l3 3M2.500 6h6.500a4 4 0 010 8H7',
  redo: 'M10.500 3l3 3-3 3M13.500 6H7a4 4 0 000 8h2',
  open: 'M2 4.500a1 1 0 011-1h3l1.500 1.500H13a1 1 0 011 1V12a1 1 0 01-1 1H3a1 1 0 01-1-1z',
  light:
    'M8 5a3 3 0 100 6 3 3 0 100-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13 9.500A5.500 5.500 0 016.500 3a5.500 5.500 0 106.500 6.500z',
};

function Icon({ name }: { name: string }): JSX.Element {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}

const WORDS: Record<Tool, string> = {
  move: 'Move',
  hand: 'Hand',
  frame: 'Frame',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  line: 'Line',
  pencil: 'Pencil',
};

export function Toolbar({ desk, open, lead }: { desk: Desk; open: () => void; lead: string }) {
  const { depth } = desk.store;
  const other = desk.theme === 'light' ? 'dark' : 'light';
  return (
    <header class="toolbar">
      <div class="about">
        <h1>{desk.manifest.name}</h1>
        <p>{lead}</p>
      </div>
      <div class="tools" role="toolbar" aria-label="Tools">
        {Object.entries(TOOL_KEYS).map(([key, tool]) => (
          <button
            key={tool}
            aria-pressed={desk.tool === tool}
            aria-label={WORDS[tool]}
            title={`${WORDS[tool]} (${key.toUpperCase()})`}
            onClick={() => desk.setTool(tool)}
          >
            <Icon name={tool} />
          </button>
        ))}
      </div>
      <div class="actions">
        <button
          aria-label="Undo"
          title="Undo (Ctrl Z)"
          disabled={depth.undo === 0}
          onClick={() => desk.store.undo()}
        >
          <Icon name="undo" />
        </button>
        <button
          aria-label="Redo"
          title="Redo (Ctrl Shift Z)"
          disabled={depth.redo === 0}
          onClick={() => desk.store.redo()}
        >
          <Icon name="redo" />
        </button>
        <button class="worded" title="Open an SVG or image file (Ctrl O)" onClick={open}>
          <Icon name="open" />
          Open…
        </button>
        <button
          aria-label={`Switch to ${other} theme`}
          title={`Switch to ${other} theme`}
          onClick={() => desk.setTheme(other)}
        >
          <Icon name={other} />
        </button>
      </div>
    </header>
  );
}
