// site.mjs - the pages that every record has, and how they lead to each other.
export const pages = {
  agreements: () => '/agreements',
  registry: () => '/agreements?all=1',
  agreement: (ids) => `/agreements/${ids.agreement}`,
  documents: () => '/documents',
  document: (ids) => `/documents/${ids.document}`,
  hostile: (ids) => `/documents/${ids.hostile}`,
  actors: () => '/actors',
  actor: (ids) => `/actors/${ids.actor}`,
  disputes: () => '/disputes',
  dispute: (ids) => `/disputes/${ids.dispute}`,
  about: () => '/about',
  nothing: () => '/nope',
};

export const shots = [
  'agreement-ar-desktop', 'agreement-en-phone', 'dispute-ar-desktop', 'dispute-en-phone',
  'document-ar-phone', 'document-en-desktop',
];

export async function tasks(frame) {
  const page = await frame.page();
  await page.goto(frame.address('/agreements', 'en'));
  await page.click(`a[href^="/agreements/${frame.ids.agreement}"]`);
  await page.click('.acts blockquote a');
  await page.click('#pane .more a');
  await page.click('.cards :target a[href^="#s"], .cards a[href^="#s"]');
  const target = await page.evaluate(() => document.querySelector(':target')?.className ?? 'none');
  frame.check('an act opens its sentence', target.includes('tells'), `target is ${target}`);

  await page.click('.tells:target .trigger, :target + .refs a');
  const card = await page.evaluate(() => document.querySelector(':target')?.id ?? 'none');
  frame.check('a sentence opens its act', /^a\d+$/.test(card), `target is ${card}`);

  await page.click('a.tongue');
  const lang = await page.evaluate(() => document.documentElement.lang);
  frame.check('the other language is the same page',
    lang === 'ar' && page.url().includes('/documents/'), page.url());

  await page.goto(frame.address('/', 'ar'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focus = await page.evaluate(() => document.activeElement.id);
  frame.check('the first key goes to the content', focus === 'main', `focus is on ${focus}`);

  // A block that is not closed would take all that follows with it.
  const style = await (await fetch(`${frame.base}${await page.getAttribute('link[href$="/ahd.css"]', 'href')}`)).text();
  const rules = style.replace(/\/\*[^]*?\*\//g, '');
  frame.check('every block of the style is closed',
    rules.split('{').length === rules.split('}').length, 'one is not');

  // Empty where they could not be fetched: then there is nothing to see.
  await page.goto(frame.address('/about', 'ar'));
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return { all: document.fonts.size, in: [...document.fonts].filter((f) => f.status === 'loaded').length };
  });
  frame.check('text is set in the faces that were built in', !faces.all || faces.in > 0,
    `${faces.in} of ${faces.all} came`);
  const rare = await page.evaluate(async () => {
    const idle = [...document.fonts].filter((f) => f.status === 'unloaded').length;
    const come = await Promise.all(['a', 'ø', 'ş'].map((c) => document.fonts.load('16px "Ahd label"', c)));
    return { idle, come: new Set(come.flat()).size };
  });
  frame.check('letters that are rare have a face that comes when it is asked for',
    !faces.all || (rare.idle > 0 && rare.come === 3), JSON.stringify(rare));
  await page.close();
}
