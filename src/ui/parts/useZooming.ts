// A view and who is told of the next one in, what the stage hears out: Ctrl and the wheel, or a pinch, zooms
// where the pointer is; the wheel alone and the middle button move what is zoomed.
import type { TargetedPointerEvent, TargetedWheelEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { movedBy, zoomedBy, type Zoom } from '../zoom.ts';

/** Of a wheel's step: as fast as Figma's canvas zooms. A pinch comes as Ctrl and small steps. */
const SPEED = 0.004;
const LINE_PX = 16;
const MIDDLE = 1;

export function useZooming(zoom: Zoom, onZoom: (zoom: Zoom) => void) {
  const held = useRef<{ id: number; x: number; y: number; from: Zoom } | null>(null);
  return {
    onWheel(event: TargetedWheelEvent<HTMLDivElement>) {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
      const px = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
      const isZooming = event.ctrlKey || event.metaKey;
      if (!isZooming && zoom.scale === 1) return;
      event.preventDefault();
      const at = { x: (event.clientX - left) / width - 0.5, y: (event.clientY - top) / height - 0.5 };
      onZoom(
        isZooming
          ? zoomedBy(zoom, Math.exp(-SPEED * px * event.deltaY), at)
          : movedBy(zoom, (-px * event.deltaX) / width, (-px * event.deltaY) / height),
      );
    },
    onPointerDown(event: TargetedPointerEvent<HTMLDivElement>) {
      if (event.button !== MIDDLE) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { id: event.pointerId, x: event.clientX, y: event.clientY, from: zoom };
    },
    onPointerMove(event: TargetedPointerEvent<HTMLDivElement>) {
      const down = held.current;
      if (down?.id !== event.pointerId) return;
      const { width, height } = event.currentTarget.getBoundingClientRect();
      onZoom(movedBy(down.from, (event.clientX - down.x) / width, (event.clientY - down.y) / height));
    },
    onPointerUp: () => void (held.current = null),
    onPointerCancel: () => void (held.current = null),
  };
}
