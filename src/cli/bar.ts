// In: which file is being done and how far, and lines to tell. Out, on stderr: a progress bar, the lines
// above it; the lines alone where there is no terminal.

export interface Bar {
  /** `index`: how many files are done; `fraction` of this one. */
  show: (index: number, file: string, fraction: number) => void;
  /** A line of its own, above the bar. */
  say: (line: string) => void;
  end: () => void;
}

type Terminal = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

const CELLS = 24;

export function createBar(stream: Terminal, total: number): Bar {
  const clear = (): void => void (stream.isTTY && stream.write('\r\x1b[2K'));
  return {
    show(index, file, fraction) {
      if (!stream.isTTY) return;
      const share = (index + fraction) / total;
      const done = Math.round(CELLS * share);
      const far = total === 1 ? `${Math.round(100 * share)} %` : `${index + 1} of ${total}`;
      const line = `[${'█'.repeat(done)}${'·'.repeat(CELLS - done)}] ${far}  ${file}`;
      clear();
      // A line that the terminal breaks in two cannot be taken back.
      stream.write(line.slice(0, Math.max(1, (stream.columns || 80) - 1)));
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    end: clear,
  };
}
