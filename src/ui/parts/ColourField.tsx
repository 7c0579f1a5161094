// A colour and the document's colours in, swatches and a field for any other out. Colours are `#rrggbb`.
import { TextboxColor } from '@create-figma-plugin/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Named } from '../../protocol/plugin.ts';
import { PANEL } from '../../words.ts';

interface Props {
  colour: string;
  palette: readonly Named[];
  onChoose: (colour: string) => void;
}

export function ColourField({ colour, palette, onChoose }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  // The library names its hidden colour well for nobody.
  useEffect(() => {
    field.current?.querySelector('input[type="color"]')?.setAttribute('aria-label', PANEL.pickColour);
  }, []);
  return (
    <>
      <div class="hex" ref={field} onFocusOut={() => setTyped(null)}>
        <TextboxColor
          aria-label={PANEL.hex}
          hexColor={typed ?? colour.slice(1).toUpperCase()}
          opacity="100"
          revertOnEscapeKeyDown
          onHexColorValueInput={(hex: string) => {
            setTyped(hex);
            if (/^[0-9a-f]{6}$/i.test(hex)) onChoose(`#${hex.toLowerCase()}`);
          }}
        />
      </div>
      {palette.length > 0 && (
        <div class="palette" role="radiogroup" aria-label={PANEL.palette}>
          {palette.map(({ name, colour: one }, index) => (
            <label key={`${index} ${one}`} class="palette-one" title={`${name} ${one.toUpperCase()}`}>
              <input
                type="radio"
                name="palette"
                aria-label={`${name} ${one}`}
                checked={one === colour}
                onChange={() => {
                  setTyped(null);
                  onChoose(one);
                }}
              />
              <span class="chit" style={{ background: one }} />
            </label>
          ))}
        </div>
      )}
    </>
  );
}
