// What tests use of the build.
/**
 * ui.html as text. `webgpu`: with the runtime for that, too; `quick`: it need not be packed as tightly as can
 * be.
 */
export function page(wanted?: { webgpu?: boolean; quick?: boolean }): Promise<string>;
/** What `page` made without the runtime for WebGPU, with it: a few seconds instead of a whole build. */
export function withWebgpu(html: string, quick?: boolean): Promise<string>;
