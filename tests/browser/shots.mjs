// shots.mjs - screenshots:
//     node shots.mjs BASE FOLDER IDS [NAME|NAME=PATH...]
// The name says how: document-ar-desktop, agreement-en-phone; without any, all
// that the parts ask for (frame.mjs) and those of the ten tasks. FULL=1: the whole page; DARK=1: the dark
// scheme; PDF=1: as it is printed, NAME.pdf.
import { join } from 'node:path';
import { withBrowser } from './browser.mjs';
import { Frame, pagesOf, parts, sizes } from './frame.mjs';
import { tasks } from './tasks.mjs';

const [base, folder, ids, ...names] = process.argv.slice(2);

// "NAME=PATH" or a page's "NAME"; what comes after the page is how.
function shotOf(pages, text) {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const how = name.split('-');
  const [lang, size] = how.slice(-2);
  return { name, lang, size, path: at < 0 ? pages[how.slice(0, -2).join('-')] : text.slice(at + 1) };
}

async function take(page, frame, shot) {
  await page.setViewportSize(sizes[shot.size]);
  await page.goto(frame.address(shot.path, shot.lang), { waitUntil: 'networkidle' });
  const path = join(folder, `${shot.name}.${process.env.PDF ? 'pdf' : 'png'}`);
  if (process.env.PDF) await page.pdf({ path, preferCSSPageSize: true });
  else await page.screenshot({ path, fullPage: !!process.env.FULL });
}

await withBrowser(async (context) => {
  const frame = new Frame(context, base, JSON.parse(ids));
  const pages = await pagesOf(frame.ids, base);
  const wanted = names.length ? names : (await parts()).flatMap((part) => part.shots ?? []);
  const page = await frame.page();
  // Faces come from the browser's own store from the second page on.
  await page.goto(frame.address('/about', 'en'), { waitUntil: 'networkidle' });
  await page.emulateMedia({ colorScheme: process.env.DARK ? 'dark' : 'light' });
  for (const name of wanted) await take(page, frame, shotOf(pages, name));
  if (!names.length) await tasks(frame, folder);
  process.exitCode = frame.failed ? 1 : 0;
});
