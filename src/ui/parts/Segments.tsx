// A name, what can be chosen and what is in, the library's segmented control out.
// It is a group that screen readers can name.
import { SegmentedControl } from '@create-figma-plugin/ui';

interface Props<T extends string> {
  /** Of the radio buttons: arrow keys go through those of one name. */
  name: string;
  label: string;
  value: T | null;
  options: readonly { value: T; text: string; title?: string }[];
  disabled?: boolean;
  onChoose: (value: T) => void;
}

export function Segments<T extends string>({ name, label, value, options, disabled, onChoose }: Props<T>) {
  return (
    <div class="segments" role="radiogroup" aria-label={label}>
      <SegmentedControl
        name={name}
        value={value}
        options={options.map(({ value, text, title }) => ({
          value,
          children: <span title={title}>{text}</span>,
        }))}
        disabled={disabled === true}
        onValueChange={(chosen: string) => {
          const found = options.find((option) => option.value === chosen);
          if (found) onChoose(found.value);
        }}
      />
    </div>
  );
}
