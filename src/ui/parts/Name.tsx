// A layer's name in, the same out; where there is no room for it, it is cut before its last letters, as names
// that are alike differ in their end: “Glasscheibenrahmen 7” is “Glassche…men 7”.
interface Props {
  text: string;
}

/** Letters. A shorter name is never cut in two; of a longer one so many at its end are always seen. */
const SHORT = 12;
const END = 5;

export function Name({ text }: Props) {
  const letters = [...text];
  const at = letters.length > SHORT ? letters.length - END : letters.length;
  return (
    <span class="name" title={text}>
      <span class="cut">{letters.slice(0, at).join('')}</span>
      {letters.slice(at).join('')}
    </span>
  );
}
