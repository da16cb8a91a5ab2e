// review_queue.mjs - see review_queue.py:  node review_queue.mjs BASE ITEMS keys|forms
// Prints {"times":[ms…],"all":ms,"requests":n,"bytes":n,"kept":n}.
import { withBrowser } from '../tests/browser/browser.mjs';

const [base, items, how] = process.argv.slice(2);
const NAME = 'Bench';
const LOOK = 400; // milliseconds; nobody decides faster
const what = (i) => (i % 10 === 9 ? 'source' : i % 10 >= 7 ? 'reject' : 'confirm');

const shown = () => {
  const item = document.querySelector('#item');
  return item?.dataset.document ? `${item.dataset.document}:${item.dataset.n}` : 'none';
};

// From the action to another act in the page, as the page itself sees it.
async function step(page, action, load) {
  const before = await page.evaluate(shown);
  const began = performance.now();
  if (load) {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), action()]);
  } else {
    const next = page.waitForFunction((was) => {
      const item = document.querySelector('#item');
      return item && `${item.dataset.document}:${item.dataset.n}` !== was;
    }, before, { polling: 1 });
    await action();
    await next;
  }
  return performance.now() - began;
}

async function byKeys(page, i) {
  if (what(i) !== 'source') return step(page, () => page.keyboard.press(what(i)[0]), false);
  await page.keyboard.press('s');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('قطر');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  return step(page, () => page.keyboard.press('Enter'), false);
}

async function byForms(page, i) {
  if (what(i) !== 'source') return step(page, () => page.click(`button[value=${what(i)}]`), true);
  await page.fill('#f-source-0', 'قطر');
  return step(page, () => page.click('button[value=correct]'), true);
}

await withBrowser(async (context) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const sum = { times: [], requests: 0, bytes: 0 };
  if (how === 'forms') await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(`${base}/review?lang=ar`);
  const left = () => page.textContent('[data-count="left"] bdi').then(Number);
  const before = await left();
  await page.fill('#f-by', NAME);
  if (how === 'keys') await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', () => { sum.requests++; });
  session.on('Network.loadingFinished', (event) => { sum.bytes += event.encodedDataLength; });
  const began = performance.now();
  for (let i = 0; i < Number(items); i++) {
    sum.times.push(await (how === 'keys' ? byKeys : byForms)(page, i));
    await page.waitForTimeout(LOOK);
  }
  sum.all = performance.now() - began;
  await page.waitForTimeout(1000);
  sum.kept = before - (await left());
  console.log(JSON.stringify(sum));
});
