// Settings of a photographed sketch in, their controls out: lines, their width, where the sheet lies.
import { Button, RangeSlider } from '@create-figma-plugin/ui';
import { useEffect, useRef } from 'preact/hooks';
import { isSheet } from '../../core/photo/straighten.ts';
import type { PhotoTune } from '../../core/photo-tune.ts';
import { PLAIN } from '../../core/sketch.ts';
import { PHOTO } from '../../words.ts';
import { Row } from '../parts/Row.tsx';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import './photo.css';
import { isUncut } from './sheet.ts';
import { proposedIn, sheetOf } from './traced.ts';
import type { Straight } from './useStraight.ts';

/** Line width from half to twice the usual one; the slider's middle is the usual one. */
const OCTAVE = 1;

interface Props {
  state: State;
  session: Session;
  straight: Straight;
}

export function PhotoLook({ state, session, straight }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  const open = straight.corners !== null;
  useEffect(() => {
    if (before.current && !open) button.current?.focus();
    before.current = open;
  }, [open]);
  if (open) return <Straightening straight={straight} />;
  const { photo } = state.settings;
  const choose = (change: Partial<PhotoTune>) => session.choose({ photo: { ...photo, ...change } });
  const octave = Math.max(-OCTAVE, Math.min(OCTAVE, Math.log2(photo.weight)));
  const { threshold, weight } = PLAIN.photo;
  const proposed = proposedIn(state);
  const isPlain = photo.threshold === threshold && photo.weight === weight && photo.corners === null;
  return (
    <section class="look photo" aria-label={PHOTO.title}>
      {proposed && (
        <Row label={PHOTO.found}>
          <Button secondary title={PHOTO.useSheetLong} onClick={() => choose({ corners: proposed })}>
            {PHOTO.useSheet}
          </Button>
        </Row>
      )}
      <Row label={PHOTO.threshold}>
        <RangeSlider
          aria-label={PHOTO.thresholdLong}
          aria-valuetext={PHOTO.share(photo.threshold)}
          title={PHOTO.thresholdLong}
          minimum={0}
          maximum={1}
          increment={0.02}
          value={String(photo.threshold)}
          onNumericValueInput={(value: number) => choose({ threshold: value })}
        />
        <span class="photo-value">{PHOTO.share(photo.threshold)}</span>
      </Row>
      <Row label={PHOTO.weight}>
        <RangeSlider
          aria-label={PHOTO.weightLong}
          aria-valuetext={PHOTO.times(photo.weight)}
          title={PHOTO.weightLong}
          minimum={-OCTAVE}
          maximum={OCTAVE}
          increment={0.05}
          value={String(octave)}
          onNumericValueInput={(value: number) => choose({ weight: Math.round(100 * 2 ** value) / 100 })}
        />
        <span class="photo-value">{PHOTO.times(photo.weight)}</span>
      </Row>
      <Row label={PHOTO.sheet}>
        <Button ref={button} secondary disabled={!sheetOf(state)} onClick={straight.open}>
          {PHOTO.straighten}
        </Button>
        <Button secondary disabled={isPlain} onClick={() => session.choose({ photo: PLAIN.photo })}>
          {PHOTO.reset}
        </Button>
      </Row>
    </section>
  );
}

function Straightening({ straight: { corners, done, reset, leave } }: { straight: Straight }) {
  if (!corners) return null;
  const fits = isSheet(corners);
  return (
    <section class="photo photo-straight" aria-label={PHOTO.title}>
      <p role="status" class={fits ? '' : 'photo-wrong'}>
        {fits ? PHOTO.hint : PHOTO.crossed}
      </p>
      <div class="row-controls">
        <Button secondary disabled={!fits} onClick={done}>
          {PHOTO.done}
        </Button>
        <Button secondary disabled={isUncut(corners)} onClick={reset}>
          {PHOTO.reset}
        </Button>
        <Button secondary onClick={leave}>
          {PHOTO.cancel}
        </Button>
      </div>
    </section>
  );
}
