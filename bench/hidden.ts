// In: the playground's page. Out: nothing; from now on it draws none of the pictures that are placed.
// What the browser keeps of those it has decoded, for as long as there is room, is the host's and not the
// plugin's: 4 MB for one of 1024 pixels.
import type { Page } from 'playwright-core';

export function hidePictures(page: Page): Promise<void> {
  return page.evaluate(() => {
    const address = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) =>
      blob instanceof Blob && blob.type === 'image/png' ? 'data:,' : address(blob);
  });
}
