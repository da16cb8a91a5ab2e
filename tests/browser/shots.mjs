// shots.mjs - screenshots of pages:  node shots.mjs BASE FOLDER NAME=PATH...
// The name says how: document-ar-desktop, agreement-en-phone. FULL=1: the
// whole page; DARK=1: the dark scheme.
import { join } from 'node:path';
import { withBrowser } from './browser.mjs';

const [base, folder, ...shots] = process.argv.slice(2);
const sizes = { desktop: { width: 1200, height: 900 }, phone: { width: 360, height: 740 } };

await withBrowser(async (context) => {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: process.env.DARK ? 'dark' : 'light' });
  for (const shot of shots) {
    const at = shot.indexOf('=');
    const [name, path] = [shot.slice(0, at), shot.slice(at + 1)];
    const [lang, size] = name.split('-').slice(-2);
    await page.setViewportSize(sizes[size]);
    await page.goto(`${base}${path}?lang=${lang}`);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !!process.env.FULL });
  }
});
