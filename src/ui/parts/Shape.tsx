// How the relief is wished in, its controls out: form, and how edges and thickness differ from what is found.
import { RangeSlider } from '@create-figma-plugin/ui';
import { FORMS, type ReliefTune } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';

const FORM_OPTIONS = FORMS.map((value) => ({
  value,
  text: PANEL.forms[value],
  title: PANEL.formTitles[value],
}));

interface Props {
  shape: ReliefTune;
  disabled?: boolean;
  onChoose: (change: Partial<ReliefTune>) => void;
}

export function Shape({ shape, disabled = false, onChoose }: Props) {
  const slider = (name: 'edge' | 'thickness') => (
    <RangeSlider
      aria-label={PANEL.shapeTitles[name]}
      aria-valuetext={PANEL.asFoundOr(shape[name])}
      title={PANEL.shapeTitles[name]}
      minimum={0}
      maximum={1}
      increment={0.05}
      disabled={disabled}
      value={String(shape[name])}
      onNumericValueInput={(value: number) => onChoose({ [name]: value })}
    />
  );
  return (
    <>
      <Row label={PANEL.shape}>
        <Segments
          name="form"
          label={PANEL.shape}
          value={shape.form}
          options={FORM_OPTIONS}
          disabled={disabled}
          onChoose={(form) => onChoose({ form })}
        />
      </Row>
      <Row label={PANEL.edge}>
        {slider('edge')}
        <span class="quiet">{PANEL.thickness}</span>
        {slider('thickness')}
      </Row>
    </>
  );
}
