// In: the name of a file that models/convert takes and nothing here does. Out: the one command that makes an
// .onnx file of it.

/** What convert reads, by the ends of names; folders and files without an end are not told by their names. */
export const isOther = (file: string): boolean =>
  /\.(pth?|pt2|ckpt|tar|safetensors|keras|h5|hdf5|pb|pict|tflite|zip|json|index|meta)$/i.test(file);

/** To be run in the repository's folder models, where the requirements of convert are installed. */
export function convertCommand(file: string): string {
  const stem = file.replace(/\.[^.]*$/, '');
  const out = /\.onnx$/i.test(file) ? `${stem}-realize.onnx` : `${stem}.onnx`;
  return `python -m convert ${quoted(file)} -o ${quoted(out)}`;
}

/** For a shell: as it is where no letter of it means anything to one. */
function quoted(text: string): string {
  return /^[\w./][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
