// test.mjs - every page, in both languages, on a desktop and on a phone, then
// what readers do:
//     node test.mjs BASE IDS [PART...]      IDS is JSON, see frame.mjs
// Prints "ok NAME" or "FAIL NAME: why" a line. With PARTs (site, …) only theirs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withBrowser } from './browser.mjs';
import { Frame, pagesOf, parts, sizes } from './frame.mjs';

const [base, ids, ...only] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST_LOAD = 100 * 1024; // bytes as they travel, of a page with all it needs but the map

// What the page says about itself and whether it fits its window.
async function shape(page, lang) {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    foreign: [...document.scripts]
      .filter((s) => s.text || s.type !== 'module' || !s.src.startsWith(`${location.origin}/ui/`)).length,
    handlers: [...document.querySelectorAll('*')]
      .filter((e) => e.getAttributeNames().some((name) => name.startsWith('on') || name === 'style')).length,
    h1: document.querySelectorAll('h1').length,
    lost: [...document.querySelectorAll('a[href*="#"]')]
      .map((a) => new URL(a.getAttribute('href'), location.href).href)
      .filter((h) => h.split('#')[0] === location.href.split('#')[0])
      .filter((h) => !document.getElementById(decodeURIComponent(h.split('#')[1]))),
    unkept: [...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href'))
      .filter((h) => !/[?&]lang=(ar|en)/.test(h)),
    missing: /(^|\s)\?(\s|$)/.test(document.body.innerText),
  }));
  const wrong = [];
  if (found.lang !== lang || found.dir !== (lang === 'ar' ? 'rtl' : 'ltr')) wrong.push('lang or dir');
  if (found.over > 0) wrong.push(`${found.over} px too wide`);
  if (found.foreign) wrong.push('has a script that is none of our modules');
  if (found.handlers) wrong.push('has a handler or a style in an attribute');
  if (found.h1 !== 1) wrong.push(`${found.h1} h1`);
  if (found.lost.length) wrong.push(`links to nothing: ${found.lost[0]}`);
  if (found.unkept.length) wrong.push(`link loses the language: ${found.unkept[0]}`);
  if (found.missing) wrong.push('a word is missing');
  return wrong;
}

// axe comes in through the browser itself: the page's policy allows no script.
async function accessible(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`);
}

// What moved after it was shown, though nobody touched anything.
function shifts(page) {
  return page.evaluate(() => new Promise((done) => {
    const moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!entry.hadRecentInput)
          moved.push(`${entry.value.toFixed(4)} at ${entry.startTime | 0} ms: ${entry.sources
            .map((s) => (s.node?.outerHTML ?? s.node?.textContent ?? '?').slice(0, 60)).join(', ')}`);
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(moved), 150);
  }));
}

// A first visit: nothing is kept from before.
async function firstVisit(frame, name, path, lang) {
  const page = await frame.page();
  const wire = await frame.context.newCDPSession(page);
  let bytes = 0;
  const maps = new Set();
  wire.on('Network.responseReceived', (event) => {
    if (event.response.url.endsWith('/land.svg')) maps.add(event.requestId);
  });
  wire.on('Network.loadingFinished', (event) => {
    if (!maps.has(event.requestId)) bytes += event.encodedDataLength;
  });
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(frame.address(path, lang), { waitUntil: 'networkidle' });
  const moved = await shifts(page);
  const wrong = [];
  if (bytes > FIRST_LOAD) wrong.push(`${bytes} bytes, ${FIRST_LOAD} at most`);
  wrong.push(...moved.map((what) => `what was shown moved, ${what}`));
  frame.tell(`${name} ${lang} first visit, ${Math.round(bytes / 1024)} KB`, wrong);
  await page.close();
}

async function everyPage(frame, pages) {
  const page = await frame.page();
  const noise = [];
  page.on('console', (m) => { if (m.type() === 'error') noise.push(m.text()); });
  page.on('pageerror', (e) => noise.push(String(e)));
  page.on('dialog', (d) => { noise.push('a script ran'); d.dismiss(); });
  page.on('request', (r) => { if (!r.url().startsWith(base)) noise.push(`asked ${r.url()}`); });
  for (const [name, path] of Object.entries(pages)) {
    for (const lang of ['ar', 'en']) {
      await firstVisit(frame, name, path, lang);
      for (const [size, viewport] of Object.entries(sizes)) {
        for (const scheme of ['light', 'dark']) {
          noise.length = 0;
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto(frame.address(path, lang));
          const wrong = [...await shape(page, lang), ...await accessible(page)];
          const real = noise.filter((n) => !(name === 'nothing' && n.includes('404')));
          frame.tell(`${name} ${lang} ${size} ${scheme}`, [...wrong, ...real]);
        }
      }
    }
  }
  await page.close();
}

await withBrowser(async (context) => {
  const frame = new Frame(context, base, JSON.parse(ids));
  await everyPage(frame, await pagesOf(frame.ids, base, only));
  for (const part of await parts(only)) await part.tasks?.(frame);
  process.exitCode = frame.failed ? 1 : 0;
});
