// hostile.mjs - a record of 300 pages that mean harm, every page of it seen:
//     node hostile.mjs BASE STRINGS.json
// Nothing may run, be asked for elsewhere, or complain on the console.
import { readFileSync } from 'node:fs';
import { withBrowser } from './browser.mjs';

const [base, file] = process.argv.slice(2);
const strings = JSON.parse(readFileSync(file, 'utf8'));
const lists = ['/', '/agreements', '/documents', '/actors', '/disputes', '/stories', '/search', '/map', '/review'];

// What text of the data has become, if it became more than text.
const planted = () => [...document.querySelectorAll('*')].flatMap((e) => [
  ...[...e.attributes].filter((a) => /^on|^srcdoc$/i.test(a.name)
    || (/href|src|action|data$/i.test(a.name) && /^\s*javascript:/i.test(a.value)))
    .map((a) => `${e.tagName} ${a.name}`),
  ...(/^(IFRAME|OBJECT|EMBED|BASE|MARQUEE|VIDEO|TEMPLATE|NOSCRIPT)$/.test(e.tagName) ? [e.tagName] : []),
]);

await withBrowser(async (context) => {
  const page = await context.newPage();
  const wrong = [];
  let at = '';
  const note = (what) => wrong.push(`${at}: ${what}`);
  page.on('console', (m) => { if (m.type() === 'error') note(m.text()); });
  page.on('pageerror', (e) => note(String(e)));
  page.on('dialog', (d) => { note('a script ran'); d.dismiss(); });
  page.on('request', (r) => { if (!r.url().startsWith(base)) note(`asked ${r.url()}`); });

  async function see(path) {
    at = path;
    const status = (await page.goto(`${base}${path}`, { waitUntil: 'load' })).status();
    if (status >= 500 || (status !== 200 && path.startsWith('/documents/'))) note(`HTTP ${status}`);
    for (const what of await page.evaluate(planted)) note(`${what} was planted`);
    return page.$$eval('a[href]', (all) => all.map((a) => a.getAttribute('href')));
  }

  const lead = new Set();
  for (const path of lists) for (const href of await see(`${path}?lang=ar`)) lead.add(href);
  for (let i = 0; i < strings.length; i++) {
    const lang = i % 2 ? 'ar' : 'en';
    await see(`/documents/h${i}?lang=${lang}`);
    const words = encodeURIComponent(strings[i]);
    await see([`/search?lang=${lang}&q=${words}`, `/search?lang=${lang}&actor=${words}&outlet=${words}`,
      `/review?lang=${lang}&by=${words}&agreement=${words}`, `/?lang=${lang}&since=${words}&follow=${words}`,
      `/map?lang=${lang}&act=${words}&from=${words}`,
      `/review/two?lang=${lang}&document=h${i}&back=${words}&id=${words}&kept=${words}`][i % 6]);
  }
  for (const href of [...lead].filter((h) => /^\/(actors|agreements|disputes|stories)\//.test(h)).slice(0, 120)) await see(href);
  console.log(wrong.length ? `FAIL ${strings.length} hostile strings stay text: ${wrong.slice(0, 5).join('; ')}`
    : `ok ${strings.length} hostile strings stay text, in every field and query`);
  process.exitCode = wrong.length ? 1 : 0;
});
