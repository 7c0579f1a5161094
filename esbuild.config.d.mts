// What tests use of the build.
export function encodeBase85(bytes: Uint8Array): string;
/** ui.html as text; `worker` is the entry file of a worker that pretends. */
export function page(worker?: string): Promise<string>;
