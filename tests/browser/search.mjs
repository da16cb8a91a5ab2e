// search.mjs - the search, by keyboard in both languages; stories; the codebook.
const words = { ar: 'اتفاق', en: 'agreement' };

export const pages = {
  search: () => '/search',
  searched: () => `/search?q=${encodeURIComponent(words.ar)}`,
  'searched acts': () => `/search?q=${encodeURIComponent(words.ar)}&show=acts&once=1`,
  narrowed: () => '/search?act=accuse&in=ar&from=2020&to=2020',
  'nothing found': () => '/search?q=zzzz&act=sign',
  stories: () => '/stories',
  story: (ids) => `/stories/${ids.story}`,
  codebook: () => '/codebook',
};

export const shots = ['search-ar-desktop', 'searched-en-phone'];

const focused = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll('.hits a.result, .acts blockquote a')];
  return document.activeElement.id || all.indexOf(document.activeElement);
});

async function byKeyboard(frame, lang) {
  const page = await frame.page();
  const says = (what, so, why) => frame.check(`search by keyboard, ${lang}: ${what}`, so, why);
  await page.goto(frame.address('/search', lang));
  await page.waitForFunction(() => performance.getEntriesByName(
    performance.getEntriesByType('resource').find((e) => e.name.endsWith('/search.js'))?.name ?? '').length);
  await page.waitForTimeout(100);
  await page.keyboard.press('/');
  says('/ goes to the box', await focused(page) === 'q', `focus is on ${await focused(page)}`);
  await page.keyboard.type('/');
  says('/ in the box is a letter', await page.inputValue('#q') === '/', await page.inputValue('#q'));
  await page.fill('#q', words[lang]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]q=/);
  await page.waitForTimeout(200);
  const found = await page.evaluate(() => ({
    hits: document.querySelectorAll('.hits li').length,
    marks: document.querySelectorAll('.hits mark').length,
    lang: document.documentElement.lang,
  }));
  says('Enter searches', found.hits > 0 && found.marks > 0 && found.lang === lang, JSON.stringify(found));
  await page.keyboard.press('j');
  says('j goes to the first result', await focused(page) === 0, `focus is on ${await focused(page)}`);
  if (found.hits > 1) {
    await page.keyboard.press('ArrowDown');
    says('the arrow goes to the next', await focused(page) === 1, `focus is on ${await focused(page)}`);
    await page.keyboard.press('k');
    says('k goes back', await focused(page) === 0, `focus is on ${await focused(page)}`);
  }
  await page.keyboard.press('k');
  says('before the first stands the box', await focused(page) === 'q', `focus is on ${await focused(page)}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\//);
  says('Enter opens it', page.url().includes(`lang=${lang}`), page.url());
  await page.close();
}

async function byPointer(frame) {
  const page = await frame.page();
  await page.goto(frame.address(`/search?q=${encodeURIComponent(words.ar)}`, 'en'));
  await page.click('.hits blockquote a');
  const target = await page.evaluate(() => document.querySelector(':target')?.className ?? 'none');
  frame.check('a sentence that was found opens at its place', /sentence|tells/.test(target), `target is ${target}`);

  await page.goto(frame.address('/search', 'en'));
  const before = await page.getAttribute('.found .count', 'data-n');
  const bar = page.locator('.facet .bars a').first();
  const count = (await bar.locator('.n').textContent()).trim();
  await bar.click();
  const after = await page.getAttribute('.found .count', 'data-n');
  frame.check('a bar leads to as many as it says', after === count && after !== before, `${count} before, ${after} after`);
  await page.click('.filters .off');
  frame.check('a filter comes off', await page.getAttribute('.found .count', 'data-n') === before, page.url());

  await page.goto(frame.address('/search', 'ar'));
  const year = page.locator('.histogram a').last();
  const told = (await year.locator('.n').textContent()).trim();
  await year.click();
  frame.check('a year leads to as many as it says', await page.getAttribute('.found .count', 'data-n') === told, page.url());
  await page.close();
}

async function withoutScript(frame) {
  const context = await frame.context.browser()?.newContext({ javaScriptEnabled: false });
  if (!context) return;
  const page = await context.newPage();
  await page.goto(frame.address('/search', 'ar'));
  await page.fill('#q', words.ar);
  await page.press('#q', 'Enter');
  frame.check('the search works without scripts', await page.locator('.hits li').count() > 0, page.url());
  await context.close();
}

export async function tasks(frame) {
  for (const lang of ['ar', 'en']) await byKeyboard(frame, lang);
  await byPointer(frame);
  await withoutScript(frame);
}
