// `npm run package`: all that publishing in Figma needs, in dist/package (docs/publish.md says what goes
// where).
// In: dist, samples/, models/, CHANGELOG.md, docs/package/listing.json. Out: the zip, icon, cover, carousel
// and texts.
import { bundled } from '../bench/bundled.mjs';
import { rasterize, realizeAll, sizeOf } from './realized.mjs';

const { makePackage } = await bundled('docs/package/main.ts');
for (const line of await makePackage({ rasterize, realizeAll, sizeOf })) console.log(line);
