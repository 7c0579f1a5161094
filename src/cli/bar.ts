// In: which file is being done and how far. Out: a progress bar on a terminal's stderr;
// nothing where there is no terminal.

export interface Bar {
  show: (index: number, file: string, fraction: number) => void;
  /** A line of its own, above the bar. */
  say: (line: string) => void;
  end: () => void;
}

const CELLS = 24;

export function createBar(stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, total: number): Bar {
  const clear = (): void => void (stream.isTTY && stream.write('\r\x1b[2K'));
  return {
    show(index, file, fraction) {
      if (!stream.isTTY) return;
      const done = Math.round((CELLS * (index + fraction)) / total);
      clear();
      stream.write(`[${'█'.repeat(done)}${'·'.repeat(CELLS - done)}] ${index + 1} of ${total}  ${file}`);
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    end: clear,
  };
}
