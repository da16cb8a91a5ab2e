// agreement.mjs - an agreement's page: its timeline, the pane, what is cited.
async function permalink(ids, base) {
  const answer = await fetch(`${base}/agreements/${ids.agreement}?act=${ids.document}.1&part=pane`);
  return /href="(\/at\/[^?"]+)/.exec(await answer.text())?.[1] ?? '/nope';
}

export const pages = {
  pane: (ids) => `/agreements/${ids.agreement}?act=${ids.document}.1`,
  passage: permalink,
};

export const shots = ['pane-ar-desktop', 'pane-en-phone', 'pane-en-desktop'];

const state = (page) => page.evaluate(() => ({
  act: new URL(location.href).searchParams.get('act'),
  open: !document.getElementById('pane').hidden,
  words: document.querySelector('#pane .told')?.textContent ?? '',
  focus: document.activeElement.id || document.activeElement.className.baseVal || document.activeElement.className,
}));

async function pane(frame, page) {
  const mark = page.locator('.dot-mark').first();
  let visits = 0;
  page.on('framenavigated', () => visits++);
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  await mark.click();
  await page.waitForSelector('#pane .told');
  const open = await state(page);
  frame.check('a mark opens its sentence beside the page',
    open.open && open.act && open.words && open.focus === 'pane', JSON.stringify(open));
  frame.check('only the pane is asked for', asked.length === 1 && asked[0].includes('part=pane'), asked.join(' '));

  await page.keyboard.press('Escape');
  const shut = await state(page);
  frame.check('Escape closes the pane and leads back to the mark',
    !shut.open && !shut.act && shut.focus.includes('dot-mark'), JSON.stringify(shut));

  await page.goBack();
  await page.waitForSelector('#pane .told');
  const back = await state(page);
  frame.check('Back opens it again', back.open && back.act === open.act, JSON.stringify(back));

  await page.reload();
  const again = await state(page);
  frame.check('its address opens the same pane', again.words === open.words, JSON.stringify(again));
  await page.click('#pane .close');
}

async function arrows(frame, page, lang) {
  await page.goto(frame.address(`/agreements/${frame.ids.agreement}`, lang));
  await page.waitForSelector('.dot-mark[aria-label]');
  const at = () => page.evaluate(() => document.activeElement.querySelector('circle')?.getAttribute('cx'));
  await page.locator('.dot-mark[tabindex="0"], .dot-mark:not([tabindex])').first().focus();
  const first = await at();
  for (let i = 0; i < 6; i++) await page.keyboard.press(lang === 'ar' ? 'ArrowLeft' : 'ArrowRight');
  const last = await at();
  const on = lang === 'ar' ? +last < +first : +last > +first;
  frame.check(`arrows go with time (${lang})`, on, `from ${first} to ${last}`);
}

async function zoom(frame, page) {
  await page.goto(frame.address(`/agreements/${frame.ids.agreement}`, 'ar'));
  await page.waitForSelector('.dot-mark[aria-label]');
  const box = await page.locator('.timeline svg').boundingBox();
  const y = box.y + box.height - 30;
  await page.mouse.move(box.x + box.width * 0.75, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => location.search.includes('from='));
  await page.waitForFunction(() => document.getElementById('timeline').dataset.asked !== 'null null');
  const days = await page.evaluate(() => ({
    asked: document.getElementById('timeline').dataset.asked, url: location.search,
    acts: document.querySelectorAll('.acts li').length,
  }));
  const [from, to] = days.asked.split(' ');
  frame.check('days that are drawn over are shown alone',
    days.url.includes(`from=${from}`) && from <= to, JSON.stringify(days));
  await page.goBack();
  await page.waitForFunction(() => document.getElementById('timeline').dataset.asked === 'null null');
  frame.check('Back shows all days again', true, '');
}

async function withoutScripts(frame, page) {
  const wire = await frame.context.newCDPSession(page);
  await wire.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(frame.address(`/agreements/${frame.ids.agreement}`, 'ar'));
  const href = await page.locator('.dot-mark').first().getAttribute('href');
  await page.goto(frame.base + href);
  const words = await page.locator('#pane .told').count();
  await page.click('#pane details.cite summary');
  const cited = await page.locator('#pane .citation').isVisible();
  frame.check('without scripts a mark leads to its sentence and citation', words === 1 && cited, `${words} ${cited}`);
  await wire.send('Emulation.setScriptExecutionDisabled', { value: false });
}

export async function tasks(frame) {
  const page = await frame.page();
  const noise = [];
  page.on('console', (m) => { if (m.type() === 'error') noise.push(m.text()); });
  page.on('pageerror', (e) => noise.push(String(e)));
  await page.goto(frame.address(`/agreements/${frame.ids.agreement}`, 'ar'));
  await page.waitForSelector('.dot-mark[aria-label]');
  await pane(frame, page);
  for (const lang of ['ar', 'en']) await arrows(frame, page, lang);
  await zoom(frame, page);
  await withoutScripts(frame, page);
  frame.tell('nothing goes wrong unseen on an agreement', noise);
  await page.close();
}
