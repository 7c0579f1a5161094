// Frames within frames, as Figma holds a plugin's page: the innermost first document
// in, the element that holds all out.
// R (PLATFORM.md): "loaded from a base64 data: URL, three frames deep". Each frame between passes messages
// on, up and down, and hears nobody but its own parent and its own child.

/**
 * PLATFORM.md: whether Figma's frame is sandboxed is not known; `srcdoc` is a secure context and has WebGPU.
 */
export type Variant = 'data' | 'sandboxed' | 'srcdoc';

/** How many frames deep the page lies. R (PLATFORM.md): three in Figma. */
export type Depth = 1 | 2 | 3;

const SANDBOX = 'allow-scripts allow-forms allow-modals allow-downloads';

/** An iframe around `html`, which lies `depth` frames deep. */
export function openNest(variant: Variant, depth: Depth, html: string): HTMLIFrameElement {
  const element = document.createElement('iframe');
  if (variant !== 'data') element.sandbox.value = SANDBOX;
  let inner = html;
  for (let level = 1; level < depth; level += 1) inner = relay(variant, inner);
  if (variant === 'srcdoc') element.srcdoc = inner;
  else element.src = address(inner);
  return element;
}

const address = (html: string): string => `data:text/html;charset=utf-8;base64,${btoa(html)}`;

/**
 * A document that holds one frame and passes messages on. Text in it is JSON,
 * with "<" written so that no tag ends.
 */
function relay(variant: Variant, html: string): string {
  const text = JSON.stringify(variant === 'srcdoc' ? html : address(html)).replaceAll('<', '\\u003c');
  return `<!doctype html><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;overflow:hidden}</style>
<body><script>
  const inner = document.createElement('iframe');
  ${variant === 'data' ? '' : `inner.sandbox.value = '${SANDBOX}';`}
  inner.${variant === 'srcdoc' ? 'srcdoc' : 'src'} = ${text};
  addEventListener('message', (event) => {
    // The page is handed on, not copied: sixteen megabytes.
    if (event.source === parent) inner.contentWindow.postMessage(event.data, '*', event.data?.standIn instanceof ArrayBuffer ? [event.data.standIn] : []);
    else if (event.source === inner.contentWindow) parent.postMessage(event.data, '*');
  });
  document.body.append(inner);
</script>`;
}
