// What tests use of the build.
/**
 * ui.html as text. `webgpu`: with the runtime for that, too; `quick`: it need not be packed as tightly as can
 * be.
 */
export function page(wanted?: { webgpu?: boolean; quick?: boolean }): Promise<string>;
