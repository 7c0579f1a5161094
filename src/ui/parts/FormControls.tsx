// How relief and surface are wished in, their controls out: form, and how edges, thickness, roughness and
// texture differ from what is found.
import { RangeSlider } from '@create-figma-plugin/ui';
import { FORMS, type ReliefTune, type SurfaceTune } from '../../core/part-choice.ts';
import { PANEL } from '../../words.ts';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';

const FORM_OPTIONS = FORMS.map((value) => ({
  value,
  text: PANEL.forms[value],
  title: PANEL.formTitles[value],
}));

const { shapeTitles, surfaceTitles } = PANEL;

interface Props {
  shape: ReliefTune;
  surface: SurfaceTune;
  disabled?: boolean;
  onChoose: (change: Partial<ReliefTune>) => void;
  onSurface: (change: Partial<SurfaceTune>) => void;
}

export function FormControls({ shape, surface, disabled = false, onChoose, onSurface }: Props) {
  const slider = (title: string, share: number, take: (value: number) => void) => (
    <RangeSlider
      aria-label={title}
      aria-valuetext={PANEL.asFoundOr(share)}
      title={title}
      minimum={0}
      maximum={1}
      increment={0.05}
      disabled={disabled}
      value={String(share)}
      onNumericValueInput={take}
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
        {slider(shapeTitles.edge, shape.edge, (edge) => onChoose({ edge }))}
        <span class="quiet">{PANEL.thickness}</span>
        {slider(shapeTitles.thickness, shape.thickness, (thickness) => onChoose({ thickness }))}
      </Row>
      <Row label={PANEL.surface}>
        {slider(surfaceTitles.roughness, surface.roughness, (roughness) => onSurface({ roughness }))}
        <span class="quiet">{PANEL.textureScale}</span>
        {slider(surfaceTitles.scale, surface.scale, (scale) => onSurface({ scale }))}
      </Row>
    </>
  );
}
