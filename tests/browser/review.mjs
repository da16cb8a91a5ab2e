// review.mjs - the review queue: by keys, by mouse, without a script; whoever
// fails is told, and nothing is lost.
const act = (ids) => `/review?at=${encodeURIComponent(`${ids.document}:1`)}`;
const NAME = 'هدى "<b>';

export const pages = {
  review: () => '/review',
  'review-act': act,
  'review-filters': () => '/review?state=reviewed&act=accuse&below=0.99&by=nobody',
};

export const shots = ['review-act-ar-desktop', 'review-act-en-phone'];

const here = (page) => page.evaluate(() => {
  const { document: id, n } = document.querySelector('#item').dataset;
  return `${id}:${n}`;
});
const said = (page) => page.textContent('.review-status');
const left = async (page) => Number(await page.textContent('[data-count="left"] bdi'));

// Runs what leads to another act, and waits until it is shown.
async function moves(page, action) {
  const before = await here(page);
  await action();
  await page.waitForFunction((was) => {
    const item = document.querySelector('#item');
    return item && `${item.dataset.document}:${item.dataset.n}` !== was;
  }, before);
  return here(page);
}

const says = (page, pattern) => page.waitForFunction(
  (source) => new RegExp(source).test(document.querySelector('.review-status').textContent), pattern.source);

const counts = (page, n) => page.waitForFunction(
  (wanted) => document.querySelector('[data-count="left"] bdi').textContent === String(wanted), n);

// Which review an act has last, in its list of what people said.
const decision = (page) => page.evaluate(() =>
  [...document.querySelectorAll('.said:not(.said-undone) .tag')].at(-1)?.textContent ?? 'none');

async function byKeys(frame, lang) {
  const page = await frame.page();
  const tell = (name, so, why) => frame.check(`review by keys, ${lang}: ${name}`, so, String(why));
  const words = lang === 'ar'
    ? { kept: /حُفظت المراجعة/, undone: /تم التراجع/, gone: /عاد الفعل/, nobody: /لا سجل/, qatar: 'قطر' }
    : { kept: /Kept: review/, undone: /Taken back/, gone: /come back/, nobody: /No registry/, qatar: 'Qatar' };
  await page.goto(frame.address('/review', lang));
  await page.waitForSelector('.review.alive');
  await page.fill('#f-by', NAME);
  await page.keyboard.press('Escape');
  const count = await left(page), first = await here(page);
  tell('the sentence is shown, its word marked', (await page.textContent('.at-hand')).length > 20
    && (await page.textContent('.at-hand mark')).length > 1, await page.textContent('.review-text'));

  const second = await moves(page, () => page.keyboard.press('c'));
  await says(page, words.kept);
  tell('c confirms and leads on', (await left(page)) === count - 1, await left(page));
  tell('the address is that of the act', decodeURIComponent(page.url()).includes(`at=${second}`), page.url());

  await moves(page, () => page.keyboard.press('r'));
  await counts(page, count - 2);
  tell('r rejects', (await left(page)) === count - 2, await left(page));
  const back = await moves(page, () => page.keyboard.press('u'));
  await counts(page, count - 1);
  tell('u takes it back and shows it', back === second && (await left(page)) === count - 1, back);
  const again = await moves(page, () => page.keyboard.press('u'));
  await counts(page, count);
  tell('u goes on to what was before', again === first && (await left(page)) === count, again);

  const third = await moves(page, () => page.keyboard.press('j'));
  tell('j leads on', third !== first, third);
  const before = await moves(page, () => page.keyboard.press('p'));
  tell('p leads back', before === first, before);

  await page.keyboard.press('s');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('nobody of this name');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.wrong[role=alert]');
  tell('a name that nobody has is told', words.nobody.test(await page.textContent('.wrong[role=alert]'))
    && (await page.inputValue('#f-source-0')) === 'nobody of this name', await page.textContent('.wrong[role=alert]'));

  await page.keyboard.press('Control+a');
  await page.keyboard.type(words.qatar.slice(0, 3));
  await page.waitForSelector('[role=option]');
  const offered = await page.evaluate(() => document.querySelector('[role=option] bdi').textContent);
  await page.keyboard.press('ArrowDown');
  const chosen = await page.getAttribute('#f-source-0', 'aria-activedescendant');
  await page.keyboard.press('Enter');
  tell('names are offered while typing', chosen && (await page.inputValue('#f-source-0')) === offered, offered);
  await moves(page, () => page.keyboard.press('Enter'));
  await says(page, words.kept);
  const corrected = await moves(page, () => page.keyboard.press('u'));
  tell('Enter saves the change, u takes it back', corrected === first, corrected);

  await page.keyboard.press('n');
  await page.keyboard.type('a note <script>');
  await moves(page, () => page.click('button[value=note]'));
  await page.goto(frame.address(`/review?at=${encodeURIComponent(first)}`, lang));
  tell('a note is kept as it was typed', (await page.textContent('.reviews')).includes('a note <script>'), 'it is not');

  await page.waitForSelector('.review.alive');
  await page.keyboard.press('t');
  const field = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  const open = await page.evaluate(() => document.querySelector('dialog').open);
  await page.keyboard.press('Escape');
  tell('t enters the type, h shows the keys', field === 'f-act-0' && open, field);

  await page.click('.review-keys button:last-child');
  await page.keyboard.press('c');
  await page.waitForTimeout(200);
  tell('letters can be turned off', (await here(page)) === first, await here(page));
  await page.click('.review-keys button:last-child');
  await page.close();
}

// The server is asked in vain: what was shown as done comes back.
async function inVain(frame) {
  const page = await frame.page();
  await page.goto(frame.address('/review', 'en'));
  await page.waitForSelector('.review.alive');
  await page.fill('#f-by', NAME);
  await page.fill('#f-why', 'typed before');
  const first = await here(page), count = await left(page);
  await page.route('**/review?**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.keyboard.press('Escape');
  await page.keyboard.press('c'); // it goes on, and comes back
  await page.waitForSelector('.wrong[role=alert]');
  frame.check('review: an act that could not be kept comes back with what was typed',
    (await here(page)) === first && (await page.inputValue('#f-why')) === 'typed before'
    && /come back/.test(await said(page)) && (await left(page)) === count, await said(page));
  await page.unroute('**/review?**');
  let busy = 2;
  await page.route('**/review?**', (route) => (route.request().method() === 'POST' && busy-- > 0
    ? route.fulfill({ status: 503, json: { busy: true, error: 'busy', about: '' } }) : route.continue()));
  await moves(page, () => page.click('button[value=confirm]'));
  await counts(page, count - 1);
  frame.check('review: a busy record is asked again', (await left(page)) === count - 1, await said(page));
  await moves(page, () => page.keyboard.press('u'));
  await counts(page, count);
  await page.close();
}

// The same forms without a script.
async function withoutScript(frame, lang) {
  const page = await frame.page();
  const tell = (name, so, why) => frame.check(`review without a script, ${lang}: ${name}`, so, String(why));
  const session = await frame.context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(frame.address(act(frame.ids), lang));
  const source = await page.inputValue('#f-source-0');
  await page.fill('#f-by', NAME);
  await page.fill('#f-source-0', 'nobody of this name');
  await page.click('button[value=correct]');
  tell('what is wrong is told, and stays', (await page.inputValue('#f-source-0')) === 'nobody of this name'
    && await page.isVisible('#review-wrong'), 'it is not');
  await page.fill('#f-source-0', 'Qatar');
  await page.fill('#f-why', 'because');
  await page.click('button[value=correct]');
  tell('a change leads on', (await said(page)).length > 5 && page.url().includes('kept='), page.url());
  await page.click('.review-status a');
  tell('the change is shown with who, when and why',
    /هدى/.test(await page.textContent('.reviews')) && /because/.test(await page.textContent('.reviews')),
    await page.textContent('.reviews'));
  await page.click('.reviews .undo button');
  tell('an undo brings it back', (await page.inputValue('#f-source-0')) === source, await page.inputValue('#f-source-0'));
  await page.selectOption('.review-filters select[name=state]', 'disagreeing');
  await page.click('.review-filters > button');
  tell('a filter is in the address', page.url().includes('state=disagreeing'), page.url());
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  await page.close();
}

// Two people who do not agree.
async function disagreement(frame) {
  const page = await frame.page();
  const kept = [];
  for (const [name, button] of [['Amal', 'confirm'], ['Basil', 'reject']]) {
    await page.goto(frame.address(act(frame.ids), 'en'));
    await page.fill('#f-by', name);
    await page.fill('#f-why', `${name} says so`);
    await page.click(`button[value=${button}]`);
    await says(page, /Kept/);
    kept.push([name, await page.textContent('.review-status bdi')]);
  }
  await page.goto(frame.address('/review?state=disagreeing', 'en'));
  const text = await page.textContent('#item');
  frame.check('review: a disagreement is shown with who, when and why',
    /whether this is an act/.test(text) && /Amal says so/.test(text) && /Basil says so/.test(text)
    && (await decision(page)) === 'rejected', text.slice(0, 200));
  for (const [by, review] of kept) {
    await page.evaluate(([address, fields]) => fetch(address, { method: 'POST', body: new URLSearchParams({
      ...fields, token: document.querySelector('[name=token]').value, decision: 'undo', as: 'json' }) }),
    [frame.address(act(frame.ids), 'en'), { by, review }]);
  }
  await page.goto(frame.address('/review?state=disagreeing', 'en'));
  frame.check('review: what was taken back is no disagreement',
    !/says so/.test(await page.textContent('#item')), await page.textContent('#item'));
  await page.close();
}

export async function tasks(frame) {
  for (const lang of ['ar', 'en']) {
    await byKeys(frame, lang);
    await withoutScript(frame, lang);
  }
  await inVain(frame);
  await disagreement(frame);
}
