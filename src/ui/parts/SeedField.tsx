// A seed in, the seed that is typed out: the number follows the keys, and counts
// once it is a whole number in range.
import { TextboxNumeric } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { SEEDS } from '../seeds.ts';

interface Props {
  label: string;
  seed: number;
  disabled?: boolean;
  choose: (seed: number) => void;
}

export function SeedField({ label, seed, disabled = false, choose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextboxNumeric
      aria-label={label}
      integer
      minimum={0}
      maximum={SEEDS - 1}
      disabled={disabled}
      value={typed ?? String(seed)}
      onValueInput={setTyped}
      onNumericValueInput={(value: number | null) => value !== null && choose(value)}
      onBlur={() => setTyped(null)}
    />
  );
}
