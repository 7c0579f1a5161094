// Serves the playground on 127.0.0.1: `node host/serve.mjs` after a build; `serve()` for the browser tests.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIRST_PORT = 4173;
const dist = new URL('../dist/', import.meta.url);

/** The whole of what is served; nothing else can be asked for. */
const FILES = {
  '/': 'playground/index.html',
  '/index.html': 'playground/index.html',
  '/main.js': 'playground/main.js',
  '/main.css': 'playground/main.css',
  '/quickjs.wasm': 'playground/quickjs.wasm',
  '/resvg.wasm': 'playground/resvg.wasm',
  '/samples.json': 'playground/samples.json',
  '/manifest.json': 'playground/manifest.json',
  '/code.js': 'code.js',
  '/ui.html': 'ui.html',
};
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

async function answer(html, request, response) {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const file = FILES[path];
  if (!file || request.method !== 'GET') return response.writeHead(404).end('not found');
  const location = fileURLToPath(new URL(file, dist));
  // Read whole before the first byte goes out: a build may be writing the file anew.
  const body = html && file === 'ui.html' ? Buffer.from(html) : await readFile(location).catch(() => null);
  if (!body) return response.writeHead(404).end(`${file} is missing: run "npm run build" first`);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)],
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Port 4173, or the next that is free; port 0 takes any. `html`: another ui.html than dist's. Gives the
 * address and how to stop.
 */
export async function serve({ port = FIRST_PORT, html } = {}) {
  const server = createServer((request, response) => void answer(html, request, response));
  for (let next = port; ; next += 1) {
    try {
      const taken = await listen(server, next);
      return {
        url: `http://127.0.0.1:${taken}/`,
        close: () =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || next > port + 50) throw error;
    }
  }
}

/** Opens the system's browser where there is a screen; silent where there is none. */
function openBrowser(url) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen || process.env.CI) return;
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  // No browser to be found is no fault: the address is printed.
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve();
  console.log(`Playground: ${url}  (Ctrl C stops it)`);
  openBrowser(url);
}
