export declare function serve(options?: {
  port?: number;
}): Promise<{ url: string; close: () => Promise<unknown> }>;
