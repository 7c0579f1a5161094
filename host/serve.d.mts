/** Port 4173, or the next that is free; port 0 takes any. Gives the address and how to stop. */
export declare function serve(options?: {
  port?: number;
}): Promise<{ url: string; close: () => Promise<void> }>;
