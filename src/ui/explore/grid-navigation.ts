// A key and where the focus is in, the tile that the key leads to out.

/** `across`: tiles in a row. Null for a key that does not walk; at an edge it stays. */
export function target(key: string, from: number, across: number, count: number): number | null {
  const row = from - (from % across);
  const to: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - across,
    ArrowDown: from + across,
    Home: row,
    End: row + across - 1,
  };
  const found = to[key];
  return found === undefined ? null : found >= 0 && found < count ? found : from;
}
