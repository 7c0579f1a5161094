/**
 * Port 4173, or the next that is free; port 0 takes any. `html`: another ui.html than dist's. Gives the
 * address and how to stop.
 */
export declare function serve(options?: {
  port?: number;
  html?: string;
}): Promise<{ url: string; close: () => Promise<void> }>;
