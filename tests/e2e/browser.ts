// A Chromium for the end-to-end tests: nothing but what `npm ci` brought. Flags in, a running Browser out.
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './unpack.ts';

export interface BrowserOptions {
  /**
   * WebGPU on a software adapter: right in its results, far too slow to time. Off: navigator.gpu finds no
   * adapter.
   */
  webgpu?: boolean;
  /** WebGL 2 on the same software. Off: there is none. */
  webgl?: boolean;
}

/** Starts headless Chromium. The caller closes it. */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  return chromium.launch(await launchOptions(options));
}

/** The same, for several processes to connect to. The caller closes it. */
export async function serveBrowser(options: BrowserOptions = {}): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions(options));
}

async function launchOptions({ webgpu = false, webgl = false }: BrowserOptions): Promise<LaunchOptions> {
  const { executable, libraries, fonts } = await unpackChromium();
  return {
    executablePath: executable,
    headless: true,
    args: [
      '--no-sandbox', // CI runs as root, where Chromium's own sandbox cannot start
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--font-render-hinting=none',
      ...(webgpu
        ? [
            '--use-angle=swiftshader',
            '--ignore-gpu-blocklist',
            '--enable-unsafe-webgpu',
            '--use-webgpu-adapter=swiftshader',
            '--enable-features=Vulkan',
            '--use-vulkan=swiftshader',
          ]
        : webgl
          ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
          : ['--disable-gpu']), // a graphics card made of software costs a third of a run's time
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: fonts,
    },
  };
}
