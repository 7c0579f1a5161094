// The drawing at hand in, the straightening of its photo out.
// Corners are moved now and count when it is done.
import { useEffect, useState } from 'preact/hooks';
import { isSheet } from '../../core/photo/straighten.ts';
import type { Corners } from '../../core/photo-tune.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { isUncut, UNCUT } from './sheet.ts';
import { proposedIn } from './traced.ts';

export interface Straight {
  /** Null: not straightening now. */
  corners: Corners | null;
  open: () => void;
  move: (corners: Corners) => void;
  /** As far as the corners are a sheet's. */
  done: () => void;
  /** The corners are the image's own again. */
  reset: () => void;
  /** As it was before. */
  leave: () => void;
}

export function useStraight(state: State, session: Session): Straight {
  const [corners, move] = useState<Corners | null>(null);
  const { view, drawing } = state;
  const { photo } = state.settings;
  const leave = () => move(null);
  const done = () => {
    if (!corners || !isSheet(corners)) return;
    session.choose({ photo: { ...photo, corners: isUncut(corners) ? null : corners } });
    leave();
  };
  useEffect(leave, [view, drawing?.sketch.id]);
  useEffect(() => {
    if (!corners) return undefined;
    // Before the window's own keys, which place and close.
    const listen = (event: KeyboardEvent) => {
      const onButton = event.target instanceof Element && event.target.matches('button');
      if (event.key !== 'Escape' && (event.key !== 'Enter' || onButton)) return;
      event.preventDefault();
      if (event.key === 'Escape') leave();
      else done();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [corners, photo]);
  return {
    corners,
    open: () => move(photo.corners ?? proposedIn(state) ?? UNCUT),
    move,
    done,
    reset: () => move(UNCUT),
    leave,
  };
}
