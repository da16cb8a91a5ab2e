// pairing.mjs - acts and documents that are one or not, and what they are linked
// to: by keys in the review queue and in plain forms, in both languages.
const two = (act) => `/review/two?at=${encodeURIComponent(act)}`;
const item = (act) => `/review?at=${encodeURIComponent(act)}`;
const dispute = (ids) => `/disputes/${ids.dispute}?act=${ids.denial.replace(':', '.')}`;

// As a browser of few words: what somebody says of two.
async function say(base, path, by, fields) {
  const page = await fetch(`${base}${path}&lang=en`);
  const [, token] = (await page.text()).match(/name="token" value="([0-9a-f]{64})"/);
  await fetch(`${base}${path}&lang=en`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ token, by, ...fields }),
    headers: { Cookie: page.headers.get('set-cookie').split(';')[0], Origin: base },
  });
}

export const pages = {
  two: (ids) => two(ids.claim),
  'two-documents': () => '/review/two?document=fae2421b98ef43ca',
  'two-differ': async (ids, base) => {
    await say(base, two(ids.one), 'Amal', { decision: 'merge', other: ids.two, why: 'the same visit' });
    await say(base, two(ids.one), 'هدى', { decision: 'split', one: ids.one, note: 'زيارة أخرى' });
    return two(ids.two);
  },
  'two-pane': (ids) => dispute(ids),
  'story-forms': () => '/stories/fae2421b98ef43ca',
};

export const shots = ['two-ar-desktop', 'two-en-phone', 'two-differ-en-desktop'];

const here = (page) => page.evaluate(() => {
  const { document: id, n } = document.querySelector('#item').dataset;
  return `${id}:${n}`;
});
const tellings = async (frame, act) => {
  const page = await (await fetch(`${frame.base}${two(act)}&lang=en`)).text();
  return page.includes('Told as one with it') ? page.match(/class="side">.*?<h2>Told as one.*?<\/ol>/s)[0].split('<li>').length : 1;
};

// Presses a key and waits until the queue says what came of it.
async function decides(page, action) {
  await page.evaluate(() => document.querySelector('.review-status').replaceChildren());
  await action();
  await page.waitForFunction(() => document.querySelector('.review-status').textContent.trim());
  return page.textContent('.review-status');
}

async function byKeys(frame, lang) {
  const page = await frame.page();
  const tell = (name, so, why) => frame.check(`two by keys, ${lang}: ${name}`, so, String(why));
  const open = async (act) => {
    await page.goto(frame.address(item(act), lang));
    await page.waitForSelector('.review.alive');
  };
  const by = `K ${lang}`, { claim: CLAIM, denial: DENIAL } = frame.ids;
  await open(CLAIM);
  await page.fill('#f-by', by);
  await page.keyboard.press('Escape');
  await decides(page, () => page.keyboard.press('x'));
  tell('x sets an act apart from all that it was told with', await tellings(frame, CLAIM) === 1, await tellings(frame, CLAIM));

  await open(CLAIM);
  tell('the mark says who did', (await page.textContent('.review-head .reviewed')).includes(by), await page.textContent('.review-head'));
  await page.keyboard.press('m');
  const field = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('ArrowDown');
  const chosen = await page.inputValue('#f-other');
  await decides(page, () => page.keyboard.press('Enter'));
  tell('m merges it with a near act of another document',
    field === 'f-other' && /^[0-9a-f]{16}:\d+$/.test(chosen) && await tellings(frame, CLAIM) > 1, `${field} ${chosen}`);
  await decides(page, () => page.keyboard.press('u'));
  await page.waitForFunction((act) => `${document.querySelector('#item').dataset.document}:${document.querySelector('#item').dataset.n}` === act, CLAIM);
  tell('u takes it back', await here(page) === CLAIM && await tellings(frame, CLAIM) === 1, await tellings(frame, CLAIM));

  await open(DENIAL);
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowDown');
  const link = await page.inputValue('#f-link');
  const said = await decides(page, () => page.keyboard.press('Enter'));
  await page.goto(frame.address(two(DENIAL), lang));
  const links = await page.textContent('#two-links');
  tell('l links a denial to a claim', /^denied_claim=/.test(link) && links.includes(by), `${link} ${said}`);

  await open(CLAIM);
  await page.keyboard.press('h');
  const keys = await page.$$eval('.review-help kbd', (all) => all.map((one) => one.textContent));
  tell('the help has the keys', ['M', 'X', 'L'].every((key) => keys.includes(key)), keys);
  await page.keyboard.press('Escape');

  for (const act of [DENIAL, CLAIM]) {
    await page.goto(frame.address(two(act), lang));
    for (let left = 4; left && await page.$('.undo button[value=undo]'); left--) {
      await page.focus('.undo button[value=undo]');
      await Promise.all([page.waitForURL(/kept=/), page.keyboard.press('Enter')]);
      await page.goto(frame.address(two(act), lang));
    }
  }
  tell('and all of it is taken back', await tellings(frame, CLAIM) === 3, await tellings(frame, CLAIM));
  await page.close();
}

// Keys alone, without a script: Tab, arrows, space and Enter.
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

// Opens a folded form and stands at its first choice.
async function unfold(page, id) {
  await page.focus(`#${id} > summary`);
  if (await page.$(`#${id}:not([open])`)) await page.keyboard.press('Enter');
  await page.focus(`#${id} .choice input, #${id} [name=typed]`);
}

async function sends(page, id, by, note) {
  await page.focus(`#${id} [name=note]`);
  await page.keyboard.type(note);
  await page.focus(`#${id} [name=by]`);
  await press(page, 'Control+a');
  await page.keyboard.type(by);
  await press(page, 'Tab');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function undoes(page, from) {
  await page.focus(`${from} .undo button[value=undo]`);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function narrow(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 1200, height: 900 });
  return over;
}

async function plainForms(frame, lang) {
  const page = await frame.page();
  const tell = (name, so, why) => frame.check(`two in plain forms, ${lang}: ${name}`, so, String(why));
  const session = await frame.context.newCDPSession(page);
  const by = `هدى ${lang}`, note = 'ملاحظة <b>';
  const { told: TOLD, claim: CLAIM, one: ONE } = frame.ids;
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });

  await page.goto(frame.address(`/occurrences/${TOLD}`, lang));
  await unfold(page, 'two-split');
  await page.keyboard.press('Space');
  await sends(page, 'two-split', by, note);
  tell('a telling is set apart, and the page of the rest says so',
    page.url().includes(`/occurrences/${TOLD}`) && (await page.textContent('#two-said')).includes(note)
    && await tellings(frame, CLAIM) === 1, page.url());
  tell('on a phone nothing is too wide', await narrow(page) <= 0, await narrow(page));
  await undoes(page, '#two-said');
  tell('it is taken back', await tellings(frame, CLAIM) === 3, await tellings(frame, CLAIM));

  await page.goto(frame.address(two(ONE), lang));
  await page.focus('#two-merge [name=typed]');
  await page.keyboard.type('nothing:1');
  await sends(page, 'two-merge', by, note);
  tell('an id that is none is told and stays', (await page.textContent('[role=alert]')).includes('nothing:1')
    && (await page.inputValue('#two-merge [name=typed]')) === 'nothing:1'
    && (await page.inputValue('#two-merge [name=note]')) === note, await page.textContent('[role=alert]'));

  await page.goto(frame.address('/stories/fae2421b98ef43ca', lang));
  await unfold(page, 'two-split');
  await press(page, 'ArrowDown', 'ArrowDown');
  await sends(page, 'two-split', by, note);
  tell('a document is set apart from its story', (await page.textContent('#two-said')).includes(note), page.url());
  await undoes(page, '#two-said');

  await page.goto(frame.address(dispute(frame.ids), lang));
  await unfold(page, 'two-link');
  await page.keyboard.press('Space');
  await sends(page, 'two-link', by, note);
  tell('a denial is linked beside the dispute', page.url().includes('/disputes/')
    && (await page.textContent('#two-links')).includes(by), page.url());
  tell('the pane is not too wide on a phone', await narrow(page) <= 0, await narrow(page));
  await page.focus('#two-links button[value=unlink]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  tell('and unlinked', !await page.$('#two-links button[value=unlink]'), 'it is not');
  while (await page.$('#two-links button[value=undo]')) await undoes(page, '#two-links');
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  await page.close();
}

export async function tasks(frame) {
  for (const lang of ['ar', 'en']) {
    await byKeys(frame, lang);
    await plainForms(frame, lang);
  }
}
