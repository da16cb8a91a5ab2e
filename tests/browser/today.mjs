// today.mjs - what is new, whom one follows, a document's layers and copies.
const days = 'since=2020-10-20&on=2020-10-27';

export const pages = {
  today: () => '/',
  since: () => `/?${days}`,
  added: () => `/?${days}&by=added`,
  followed: () => `/?${days}&follow=ye-truce-2022-04-02,ly-ceasefire-2020-10-23`,
  quiet: () => '/?since=2019-01-01&on=2019-01-07',
  layers: (ids) => `/documents/${ids.document}?layers=quote,named,name,time,event,flag`,
  beside: (ids) => `/documents/${ids.document}?beside=${ids.hostile}`,
  copied: (ids) => `/documents/${ids.document}?beside=${ids.document}`,
  map: () => '/map',
  place: () => '/map?place=geneva&act=sign',
  told: () => '/occurrences/o-08feca6cea26bfc4-1',
  army: () => '/actors/ly-gna',
};

export const shots = ['since-ar-desktop', 'since-en-phone', 'layers-ar-desktop', 'map-ar-desktop', 'told-en-desktop', 'army-ar-phone'];

// As a browser that runs no script sees it.
async function plainPage(frame) {
  const page = await frame.page();
  const wire = await frame.context.newCDPSession(page);
  await wire.send('Emulation.setScriptExecutionDisabled', { value: true });
  return page;
}

async function seen(frame) {
  const page = await plainPage(frame);
  await page.goto(frame.address('/', 'en'));
  const before = await page.locator('.watched').count();
  await page.locator('form[action^="/seen"] button').click();
  const after = await page.locator('.watched').count();
  const says = await page.locator('.motto').first().textContent();
  frame.check('what was marked as seen is not new', before > 0 && after === 0 && says.includes('marked'),
    `${before} before, ${after} after, "${says}"`);
  await page.goto(frame.address(`/?${days}`, 'en'));
  frame.check('the address overrides what was seen', await page.locator('.watched').count() > 0, 'nothing');
  await frame.context.clearCookies();
  await page.close();
}

async function layers(frame) {
  const page = await plainPage(frame);
  await page.goto(frame.address(`/documents/${frame.ids.document}`, 'en'));
  await page.click('.layers a[data-layer="time"]');
  const on = page.url().includes('time');
  await page.click('.layers a[data-layer="time"]');
  const off = !page.url().includes('time');
  frame.check('a layer is switched on and off by its address', on && off, page.url());
  await page.close();
}

// What the module adds: the address follows, and nothing is asked for again.
async function layersAtOnce(frame) {
  const page = await frame.page();
  await page.goto(frame.address(`/documents/${frame.ids.document}`, 'ar'), { waitUntil: 'networkidle' });
  let asked = 0;
  page.on('request', () => { asked++; });
  await page.focus('.layers a[data-layer="name"]');
  await page.keyboard.press('Enter');
  const state = await page.evaluate(() => ({
    off: document.querySelector('.text').classList.contains('off-name'),
    current: document.querySelector('a[data-layer="name"]').getAttribute('aria-current'), at: location.search }));
  frame.check('a layer is switched at once, by a key', !state.off && state.current === 'true'
    && decodeURIComponent(state.at).includes('name') && asked === 0, JSON.stringify({ ...state, asked }));
  await page.close();
}

async function map(frame) {
  const page = await frame.page();
  await page.goto(frame.address('/map', 'en'), { waitUntil: 'networkidle' });
  if (await page.locator('.map').count() === 0) {
    frame.check('without its outline the map is a list that says why',
      (await page.locator('.note').first().textContent()).includes('outline'), 'it does not');
    await page.close();
    return;
  }
  const box = () => page.locator('.map svg').getAttribute('viewBox');
  const before = await box();
  await page.locator('.map a').first().focus();
  await page.keyboard.press('+');
  const nearer = await box();
  await page.keyboard.press('0');
  frame.check('the map comes nearer by a key, and goes back', nearer !== before && Number((await box()).split(' ')[2])
    === Number(before.split(' ')[2]), `${before} ${nearer} ${await box()}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/place=/);
  const acts = await page.locator('#acts li').count();
  frame.check('Enter on a place opens its acts', acts > 0, `${acts} acts`);
  await page.click('#acts .item[href^="/occurrences/"], #acts blockquote a');
  frame.check('an act leads on to who tells it', /occurrences|documents/.test(page.url()), page.url());
  await page.close();
}

export async function tasks(frame) {
  await layersAtOnce(frame);
  await map(frame);
  await seen(frame);
  await layers(frame);
}
