// One list of choices in, a field that shows the chosen one and opens the list out.
// It has the measures of the library's Dropdown.
import { IconChevronDown16 } from '@create-figma-plugin/ui';
import { Menu, type Group } from './Menu.tsx';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChoose: (value: T) => void;
  disabled?: boolean;
  /** Below the choices: things to do, each told to `onChoose` as well. */
  more?: Group<T>;
}

export function Select<T extends string>({ label, value, options, onChoose, disabled, more }: Props<T>) {
  const text = options.find((option) => option.value === value)?.text ?? value;
  return (
    <Menu
      className="select"
      label={`${label}: ${text}`}
      groups={[{ label, value, options }, ...(more ? [more] : [])]}
      onChoose={onChoose}
      disabled={disabled === true}
    >
      <span class="cut">{text}</span>
      <IconChevronDown16 />
    </Menu>
  );
}
