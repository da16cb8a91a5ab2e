// tasks.mjs - the ten main tasks of an analyst, each done as a person does it,
// in both languages; README.md tells what each is. With screenshots each has a
// picture, docs/screenshots/task-01-new-ar.png and so on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// Whoever does a task: a page in a language, and what went wrong.
class Analyst {
  constructor(frame, page, lang, picture) {
    Object.assign(this, { frame, page, lang, picture, ids: frame.ids, wrong: [] });
  }

  go(path) {
    return this.page.goto(this.frame.address(path, this.lang));
  }

  sees(what, so, found = '') {
    if (!so) this.wrong.push(`${what}: ${found}`);
  }

  // Tab until something that fits has the focus.
  async tabTo(selector) {
    for (let i = 0; i < 150; i++) {
      if (await this.page.evaluate((s) => document.activeElement.matches(s), selector)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${selector}`);
  }

  text(selector) {
    return this.page.locator(selector).first().innerText();
  }

  count(selector) {
    return this.page.locator(selector).count();
  }

  // A number that Arabic may say in words.
  async counted(selector) {
    return Number(await this.page.locator(selector).first().getAttribute('data-n'));
  }

  // What a link saves.
  async download(selector) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.locator(selector).first().click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }
}

// The fields of a line of CSV.
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].map((m) => m[1].replace(/^"|"$/g, '').replaceAll('""', '"'));
const linesOf = (text) => text.trimEnd().split(/\r?\n(?=[^\s])/);
const number = (text) => Number(/\d+/.exec(text)?.[0] ?? NaN);

async function whatIsNew(me) {
  await me.go('/?on=2020-10-27');
  await me.page.fill('.since input[name=since]', '2020-10-20');
  await me.page.click('.since button');
  const first = me.page.locator('.watched').first();
  const claims = Number(await first.locator('.baseline .count').first().getAttribute('data-n'));
  const told = await (await fetch(`${me.frame.base}/acts.csv?agreement=${me.ids.agreement}&act=accuse&from=2020-10-20&to=2020-10-27&once=1`)).text();
  me.sees('as many claims as the record has', claims > 0 && claims === linesOf(told).length - 1, claims);
  me.sees('what is usual', (await first.locator('.usual').innerText()).length > 5, 'nothing');
  await me.picture();
  const words = await first.locator('.acts .act-accuse').first().locator('xpath=ancestor::li//blockquote').innerText();
  await first.locator('.acts li', { has: me.page.locator('.act-accuse') }).locator('blockquote a').click();
  me.sees('its sentence in the document', words.includes((await me.text(':target')).slice(0, 40)), await me.text(':target'));
}

async function follow(me) {
  await me.go('/agreements');
  await me.page.click(`a[href^="/agreements/${me.ids.agreement}?"]`);
  const before = await me.text('.follow');
  await me.page.click('.follow');
  me.sees('that it is followed', (await me.text('.follow')) !== before, before);
  await me.page.click('nav a[href^="/?"]');
  me.sees('it alone on the first page', (await me.count('.watched')) <= 1 && (await me.page.content()).includes(me.ids.agreement), await me.count('.watched'));
  await me.go('/?since=2020-10-20&on=2020-10-27');
  me.sees('what is new about it', (await me.count('.watched')) === 1 && (await me.count('.watched .acts li')) > 2, await me.count('.watched'));
  await me.picture();
  await me.page.click('.watched .follow');
  me.sees('others again when it is not followed', (await me.count('.watched .follow')) !== 1 || (await me.count('.note')) > 0);
}

async function openClaim(me) {
  await me.go(`/agreements/${me.ids.agreement}`);
  await me.page.waitForSelector('.dot-mark[aria-label]');
  await me.tabTo('.dot-mark');
  const onward = me.lang === 'ar' ? 'ArrowLeft' : 'ArrowRight';
  const steps = [onward, 'ArrowDown'];
  for (let i = 0; i < 80 && !await me.page.evaluate(() => document.activeElement.matches('.ref-accuse')); i++)
    await me.page.keyboard.press(steps[i % 4 === 3 ? 1 : 0]);
  await me.page.keyboard.press('Enter');
  await me.page.waitForSelector('#pane .told');
  const passage = me.page.locator('#pane .passage');
  me.sees('the Arabic sentence, from right to left', (await passage.getAttribute('dir')) === 'rtl'
    && (await me.text('#pane .told')).includes('خرق'), await me.text('#pane .told'));
  me.sees('the words of the claim marked', (await me.text('#pane mark')).includes('خرق'), await me.text('#pane mark'));
  me.sees('its address', me.page.url().includes('act='), me.page.url());
  await me.picture();
  await me.page.keyboard.press('Escape');
  me.sees('the mark again', await me.page.evaluate(() => document.activeElement.matches('.dot-mark')));
}

async function correctSpeaker(me) {
  const names = { ar: ['المسماري', 'أحمد المسماري'], en: ['Mismari', 'Ahmed al-Mismari'] }[me.lang];
  await me.go(`/agreements/${me.ids.agreement}?act=${me.ids.document}.1`);
  await me.page.click('#pane a[href^="/review"]');
  await me.page.waitForSelector('.review.alive');
  await me.page.fill('#f-by', 'Huda');
  await me.page.keyboard.press('Escape');
  await me.page.keyboard.press('k');
  await me.page.keyboard.type(names[0]);
  await me.page.waitForFunction((name) => document.querySelector('[role=option] bdi')?.textContent === name, names[1]);
  await me.page.keyboard.press('ArrowDown');
  await me.page.keyboard.press('Enter');
  me.sees('the name that was chosen', (await me.page.inputValue('#f-speaker-0')) === names[1], await me.page.inputValue('#f-speaker-0'));
  await me.picture();
  const was = await me.page.evaluate(() => document.querySelector('#item').dataset.n);
  await me.page.keyboard.press('Enter');
  await me.page.waitForFunction((n) => document.querySelector('#item')?.dataset.n !== n, was);
  await me.page.waitForFunction(() => document.querySelector('.review-status bdi'));
  const said = async () => {
    const [head, ...rows] = linesOf(await (await fetch(`${me.frame.base}/acts.csv?lang=${me.lang}&document=${me.ids.document}&review=corrected`)).text());
    return rows.map((row) => cells(row)[cells(head).indexOf('speaker')]).join();
  };
  me.sees('the speaker in the record', (await said()) === names[1], await said());
  await me.page.keyboard.press('u');
  await me.page.waitForFunction((n) => document.querySelector('#item')?.dataset.n === n, was);
  await me.page.waitForTimeout(300);
  me.sees('it taken back', (await said()) === '', await said());
}

async function cite(me) {
  await me.go(`/agreements/${me.ids.agreement}?act=${me.ids.document}.1`);
  const words = (await me.text('#pane .told')).trim();
  await me.page.locator('#pane .cite > summary').focus();
  await me.page.keyboard.press('Enter');
  me.sees('the words', (await me.text('#pane .citation')).includes(words), await me.text('#pane .citation'));
  for (const form of [0, 1]) await me.page.locator('#pane .cite details summary').nth(form).click();
  const [bibtex, csl] = await me.page.locator('#pane .cite pre').allInnerTexts();
  me.sees('BibTeX', /^@online\{ahd-[\w.-]+,\n[^]*note = \{sha256 [0-9a-f]{64}, bytes \d+-\d+\},\n\}\s*$/.test(bibtex), bibtex);
  me.sees('CSL-JSON', JSON.parse(csl)[0].abstract === words && JSON.parse(csl)[0].URL.startsWith('https://'), csl);
  await me.page.locator('#pane .citation').scrollIntoViewIfNeeded();
  await me.picture();
  await me.page.click('#pane .permalink');
  me.sees('the same words at the permalink', me.page.url().includes('/at/') && (await me.text('.passage .told')).trim() === words, me.page.url());
  for (const path of [`/agreements/${me.ids.agreement}`, `/disputes/${me.ids.dispute}`, `/documents/${me.ids.document}`,
    `/stories/${me.ids.story}`, `/actors/${me.ids.actor}`, '/occurrences/o-08feca6cea26bfc4-1']) {
    await me.go(path);
    await me.page.click('.cite > summary');
    me.sees(`how ${path} is cited`, (await me.count('.cite pre')) === 2 && (await me.text('.cite .citation')).length > 20, await me.count('.cite pre'));
  }
}

async function followDispute(me) {
  await me.go('/disputes');
  await me.page.click(`a[href*="${me.ids.dispute.slice(0, 20)}"]`);
  for (const [what, selector] of [['the act', '.chain .breach .act-sign'], ['the claim', '.chain .act-accuse'], ['its denial', '.chain .replies .act-deny'],
    ['what is inferred', '.chain .how-inferred'], ['its rung', '.ladder [aria-current=step]']])
    me.sees(what, (await me.count(selector)) > 0, 'not there');
  const reply = me.page.locator('.chain .replies blockquote a').first();
  const words = await reply.innerText();
  await reply.click();
  await me.page.waitForSelector('#pane .told');
  me.sees('the words of the denial', (await me.text('#pane .told')).trim() === words.trim(), await me.text('#pane .told'));
  await me.picture();
}

async function narrow(me) {
  await me.go('/search');
  await me.page.waitForLoadState('networkidle');
  await me.page.keyboard.press('/');
  await me.page.keyboard.type(me.lang === 'ar' ? 'اتفاق جنيف' : 'Geneva ceasefire');
  await me.page.keyboard.press('Enter');
  await me.page.waitForURL(/[?&]q=/);
  const all = await me.counted('.found .count');
  await me.tabTo('.facet .bars a');
  const told = number(await me.page.evaluate(() => document.activeElement.querySelector('.n').textContent));
  await me.page.keyboard.press('Enter');
  await me.page.waitForSelector('.filters');
  me.sees('as many as the bar said', await me.counted('.found .count') === told && told > 0 && told <= all, `${told} of ${all}`);
  await me.picture();
  await me.page.keyboard.press('j');
  await me.page.keyboard.press('Enter');
  await me.page.waitForURL(/\/documents\//);
  me.sees('the document', me.page.url().includes(`lang=${me.lang}`), me.page.url());
}

async function takeOut(me) {
  await me.go('/search');
  await me.page.click('.facet .bars a[href*="act=accuse"]');
  const found = await me.counted('.found .count');
  const file = await me.download('.taking a[href^="/acts.csv"]');
  const [head, ...rows] = linesOf(file.text).map(cells);
  me.sees('the rows that were shown', file.name === 'ahd-acts.csv' && rows.length === found
    && rows.every((row) => row.length === head.length && row[head.indexOf('act')] === 'accuse'), `${rows.length} of ${found}`);
  const objects = linesOf((await me.download('.taking a[href^="/acts.jsonl"]')).text).map((line) => JSON.parse(line));
  const map = JSON.parse((await me.download('.taking a[href^="/acts.geojson"]')).text);
  me.sees('the same as lines of JSON and as a map', objects.length === found && map.acts === found
    && map.features.length + map.without_place === found, `${objects.length}, ${map.acts}`);
  const people = linesOf((await me.download('.taking a[href^="/participants.csv"]')).text);
  me.sees('a row for each of those in them', people.length > found, people.length);
  const feed = await (await fetch(await me.page.locator('.taking a[href^="/acts.atom"]').evaluate((a) => a.href))).text();
  me.sees('a feed of the same', feed.split('<entry').length - 1 === found && feed.includes(`xml:lang="${me.lang}"`), feed.slice(0, 200));
  await me.page.locator('.taking').scrollIntoViewIfNeeded();
  await me.picture();
  await me.page.click('.taking a[href^="/codebook"]');
  me.sees('what the columns mean', (await me.count('#acts tbody tr')) >= head.length, await me.count('#acts tbody tr'));
}

async function seeActor(me) {
  await me.go('/actors');
  await me.page.click(`a[href^="/actors/${me.ids.actor}?"]`);
  me.sees('whom it met and signed with', (await me.count('#company li .act-sign')) > 0 && (await me.count('#company a[href^="/actors/qa"]')) === 1);
  me.sees('what it does', (await me.count('#roles a')) > 2, await me.count('#roles a'));
  await me.picture();
  await me.page.click('#roles a[href*="act=sign"]');
  const kinds = await me.page.locator('.acts li .who .act').evaluateAll((all) => all.filter((e) => !e.matches('.act-sign')).length);
  me.sees('its signings alone', kinds === 0 && (await me.count('.acts li')) > 0, kinds);
  await me.page.locator('a[href^="/map?"][href*="place=geneva"]').last().click();
  me.sees('its acts at the place on the map', (await me.count('#acts li')) > 0 && me.page.url().includes(`actor=${me.ids.actor}`), me.page.url());
}

async function compare(me) {
  await me.go('/?since=2020-10-20&on=2020-10-27');
  await me.page.locator('.acts li', { has: me.page.locator('.act-accuse') }).locator('a[href^="/occurrences/"]').first().click();
  me.sees('a row for each that tells it', (await me.count('.compare tbody tr')) === 3, await me.count('.compare tbody tr'));
  me.sees('the words marked', (await me.count('.compare mark')) > 0);
  await me.picture();
  await me.page.locator('.compare tbody th a').first().click();
  await me.page.locator('a[href*="beside="]').first().click();
  me.sees('two texts side by side', (await me.count('.beside > *')) === 2, await me.count('.beside > *'));
}

export const all = [
  ['new', whatIsNew], ['follow', follow], ['claim', openClaim], ['correct', correctSpeaker], ['cite', cite],
  ['dispute', followDispute], ['search', narrow], ['take', takeOut], ['actor', seeActor], ['compare', compare],
].map(([name, run], i) => ({ name: `task-${String(i + 1).padStart(2, '0')}-${name}`, run }));

async function perform(frame, task, lang, folder) {
  const page = await frame.page();
  const noise = [];
  page.on('console', (m) => { if (m.type() === 'error') noise.push(m.text()); });
  page.on('pageerror', (e) => noise.push(String(e)));
  const me = new Analyst(frame, page, lang, async () => {
    if (folder) await page.screenshot({ path: join(folder, `${task.name}-${lang}.png`) });
  });
  try {
    await task.run(me);
  } catch (error) {
    me.wrong.push(String(error).split('\n')[0]);
  }
  frame.tell(`${task.name}, ${lang}`, [...me.wrong, ...noise]);
  await page.close();
}

// With a folder pictures are taken into it.
export async function tasks(frame, folder) {
  await frame.context.clearCookies();
  for (const task of all)
    for (const lang of ['ar', 'en']) await perform(frame, task, lang, folder);
  frame.check('ten tasks in two languages', all.length === 10, String(all.length));
  await frame.context.clearCookies();
}
