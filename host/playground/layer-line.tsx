// One layer in, its line in the list out: what opens it, its name or the field that changes it, the eye that
// hides it.
import type { LayerRow } from './layer-order.ts';

interface Props {
  row: LayerRow;
  /** Tab goes to it. */
  isActive: boolean;
  isRenamed: boolean;
  isDragged: boolean;
  onKey: (event: KeyboardEvent) => void;
  onChoose: (more: boolean) => void;
  onOpen: () => void;
  onRename: () => void;
  /** '': it keeps its name. */
  onNamed: (name: string) => void;
  onHide: () => void;
  onDrag: (on: boolean) => void;
  /** Another line was let go over it. */
  onDrop: () => void;
}

const EYE = 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 100 4 2 2 0 100-4z';

export function LayerLine(props: Props) {
  const { row, isActive, isRenamed, isDragged } = props;
  const { id, name, level, isOpen, hasChildren, isHidden, isSelected } = row;
  return (
    <div
      class={`layer-line${isSelected ? ' is-on' : ''}${isHidden ? ' is-hidden' : ''}${isDragged ? ' is-dragged' : ''}`}
      role="treeitem"
      data-layer={id}
      aria-label={isHidden ? `${name}, hidden` : name}
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isOpen : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingLeft: `${4 + 14 * (level - 1)}px` }}
      draggable={!isRenamed}
      onKeyDown={(event) => {
        if (!isRenamed) props.onKey(event);
      }}
      onClick={(event) => props.onChoose(event.shiftKey)}
      onDblClick={props.onRename}
      onDragStart={() => props.onDrag(true)}
      onDragEnd={() => props.onDrag(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if ((event.dataTransfer?.files.length ?? 0) > 0) return; // a file is opened by the page
        event.preventDefault();
        event.stopPropagation();
        props.onDrop();
      }}
    >
      <span
        class={hasChildren ? 'layer-more' : 'layer-more is-none'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (hasChildren) props.onOpen();
        }}
      >
        <svg viewBox="0 0 8 8" width="8" height="8" fill="currentColor">
          <path d={isOpen ? 'M1 2h6L4 6z' : 'M2 1v6l4-3z'} />
        </svg>
      </span>
      {isRenamed ? <NameInput name={name} end={props.onNamed} /> : <span class="layer-name">{name}</span>}
      <button
        type="button"
        tabIndex={-1}
        aria-label={isHidden ? `Show ${name}` : `Hide ${name}`}
        title={isHidden ? 'Show (space)' : 'Hide (space)'}
        onClick={(event) => {
          event.stopPropagation();
          props.onHide();
        }}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" aria-hidden="true">
          <path d={isHidden ? `${EYE}M3 13L13 3` : EYE} />
        </svg>
      </button>
    </div>
  );
}

function NameInput({ name, end }: { name: string; end: (name: string) => void }) {
  return (
    <input
      ref={(field) => field?.select()}
      class="layer-input"
      aria-label={`New name of ${name}`}
      defaultValue={name}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.currentTarget.value = '';
        event.currentTarget.blur();
      }}
      onBlur={(event) => end(event.currentTarget.value.trim())}
    />
  );
}
