// test.mjs - every page, in both languages, on a desktop and on a phone:
//     node test.mjs BASE DOCUMENT AGREEMENT ACTOR HOSTILE DISPUTE
// Prints "ok NAME" or "FAIL NAME: why" a line.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withBrowser } from './browser.mjs';

const [base, document_, agreement, actor, hostile, dispute] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paths = {
  agreements: '/', registry: '/?all=1', agreement: `/agreements/${agreement}`,
  documents: '/documents', document: `/documents/${document_}`,
  hostile: `/documents/${hostile}`, actors: '/actors', actor: `/actors/${actor}`,
  disputes: '/disputes', dispute: `/disputes/${dispute}`,
  about: '/about', nothing: '/nope',
};
const sizes = { desktop: { width: 1200, height: 900 }, phone: { width: 360, height: 740 } };
let failed = 0;

function tell(name, wrong) {
  if (wrong.length) failed++;
  console.log(wrong.length ? `FAIL ${name}: ${wrong.join('; ')}` : `ok ${name}`);
}

const address = (path, lang) => `${base}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;

// What the page says about itself and whether it fits its window.
async function shape(page, lang) {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    scripts: document.scripts.length, h1: document.querySelectorAll('h1').length,
    lost: [...document.querySelectorAll('a[href*="#"]')].map((a) => a.href)
      .filter((h) => h.split('#')[0] === location.href.split('#')[0])
      .filter((h) => !document.getElementById(decodeURIComponent(h.split('#')[1]))),
    unkept: [...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href'))
      .filter((h) => !/[?&]lang=(ar|en)/.test(h)),
    missing: /(^|\s)\?(\s|$)/.test(document.body.innerText),
  }));
  const wrong = [];
  if (found.lang !== lang || found.dir !== (lang === 'ar' ? 'rtl' : 'ltr')) wrong.push('lang or dir');
  if (found.over > 0) wrong.push(`${found.over} px too wide`);
  if (found.scripts) wrong.push('has a script');
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

async function everyPage(context) {
  const page = await context.newPage();
  const noise = [];
  page.on('console', (m) => { if (m.type() === 'error') noise.push(m.text()); });
  page.on('pageerror', (e) => noise.push(String(e)));
  page.on('dialog', (d) => { noise.push('a script ran'); d.dismiss(); });
  page.on('request', (r) => { if (!r.url().startsWith(base)) noise.push(`asked ${r.url()}`); });
  for (const [name, path] of Object.entries(paths)) {
    for (const lang of ['ar', 'en']) {
      for (const [size, viewport] of Object.entries(sizes)) {
        for (const scheme of ['light', 'dark']) {
          noise.length = 0;
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto(address(path, lang));
          const wrong = [...await shape(page, lang), ...await accessible(page)];
          const real = noise.filter((n) => !(name === 'nothing' && n.includes('404')));
          tell(`${name} ${lang} ${size} ${scheme}`, [...wrong, ...real]);
        }
      }
    }
  }
}

async function tasks(context) {
  const page = await context.newPage();
  await page.setViewportSize(sizes.desktop);
  await page.goto(address('/', 'en'));
  await page.click(`a[href^="/agreements/${agreement}"]`);
  await page.click('.acts blockquote a');
  const target = await page.evaluate(() => document.querySelector(':target')?.className ?? 'none');
  tell('an act opens its sentence', target.includes('tells') ? [] : [`target is ${target}`]);

  await page.click('.tells:target .trigger, :target + .refs a');
  const card = await page.evaluate(() => document.querySelector(':target')?.id ?? 'none');
  tell('a sentence opens its act', /^a\d+$/.test(card) ? [] : [`target is ${card}`]);

  await page.click('a.tongue');
  const lang = await page.evaluate(() => document.documentElement.lang);
  tell('the other language is the same page', lang === 'ar' && page.url().includes('/documents/') ? [] : [page.url()]);

  await page.goto(address('/', 'ar'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focus = await page.evaluate(() => document.activeElement.id);
  tell('the first key goes to the content', focus === 'main' ? [] : [`focus is on ${focus}`]);
}

await withBrowser(async (context) => {
  await everyPage(context);
  await tasks(context);
});
process.exit(failed ? 1 : 0);
