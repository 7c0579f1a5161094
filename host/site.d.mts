/** Builds dist/site of what dist holds; gives the address of its page on disk. */
export declare function buildSite(): Promise<string>;
