interface Members {
  read: string[];
  write: string[];
  call: string[];
}

/** What the installed typings say now; table.json is what they said when it was written. */
export declare function readTypings(): Record<string, Members> & {
  kinds: { nodes: string[]; effects: string[]; paints: string[] };
};
