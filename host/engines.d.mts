export declare const QUICKJS_WASM: string;
export declare const RESVG_WASM: string;
export declare function readEngines(): Promise<{
  quickjs: Uint8Array;
  resvg: Uint8Array;
}>;
