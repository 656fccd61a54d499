// How a person feels a large ledger: tasks of the main thread while a list is filtered and scrolled and the map is moved, and how long tiles take.
//   node bench/interaction.ts --address http://localhost:3000 --username … --password … [--json FILE]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Tasks, tasksOf } from './longest-task.ts';

const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://localhost:3000' },
    username: { type: 'string', default: 'dispatcher' },
    password: { type: 'string' },
    json: { type: 'string' },
  },
});

const wanted = 10_000;
const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories });
  await work();
  return tasksOf(await browser.stopTracing());
}

/** Waits until nothing has been asked for half a second. */
const rest = (page: Page) => page.waitForLoadState('networkidle');

async function filterList(page: Page): Promise<void> {
  await page.getByRole('searchbox').or(page.locator('input[type=search]')).first().fill('垃圾');
  await rest(page);
  await page.getByRole('searchbox').or(page.locator('input[type=search]')).first().fill('');
  await rest(page);
}

/** Scrolls the list until so many rows have been loaded, and says how many there were. As text: it runs in the page. */
const scrolling = `(async () => {
  const scroller = [...document.querySelectorAll('*')].find(
    (one) => one.scrollHeight > one.clientHeight + 200 && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.querySelector('[role=row],tr'),
  );
  const target = scroller ?? document.scrollingElement;
  const turn = () => new Promise((done) => requestAnimationFrame(done));
  let rows = 0;
  for (let still = 0; still < 200 && rows < ${wanted}; ) {
    const before = target.scrollHeight;
    target.scrollTop += target.clientHeight * 2;
    await turn();
    await turn();
    const heights = [...document.querySelectorAll('tbody tr, [role=row]')].map((row) => row.offsetHeight).filter((height) => height > 20);
    rows = Math.max(rows, Math.floor(target.scrollHeight / Math.max(20, Math.min(...heights))));
    still = target.scrollHeight === before ? still + 1 : 0;
    if (still > 0) await new Promise((done) => setTimeout(done, 20));
  }
  return rows;
})()`;

async function panMap(page: Page): Promise<void> {
  const box = (await page.locator('.map-canvas').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const [dx, dy] of [
    [-220, 0],
    [160, 120],
    [60, -160],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 25 });
    await page.mouse.up();
    await rest(page);
  }
  for (const by of [-400, -400, 400]) {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, by);
    await rest(page);
  }
}

/** Milliseconds of tiles that nobody has asked for before: each address once, the caches of the server aside. */
async function timeTiles(
  page: Page,
  address: string,
): Promise<Record<string, { tiles: number; medianMs: number; worstMs: number; largestBytes: number }>> {
  const centre = await page.request.get(`${address}/api/areas?level=district&limit=1`);
  const [longitude, latitude] = ((await centre.json()) as { items: { center: [number, number] }[] }).items[0]!.center;
  const answer: Awaited<ReturnType<typeof timeTiles>> = {};
  for (const z of [9, 11, 13, 14, 15, 16, 17])
    for (const filter of ['open=true', '']) {
      const x = Math.floor(((longitude + 180) / 360) * 2 ** z);
      const y = Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
      const times: number[] = [];
      let largest = 0;
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const) {
        const from = performance.now();
        const tile = await page.request.get(`${address}/api/tiles/cases/${z}/${x + dx}/${y + dy}${filter ? `?${filter}` : ''}`);
        times.push(performance.now() - from);
        largest = Math.max(largest, (await tile.body()).length);
      }
      times.sort((one, other) => one - other);
      answer[`z${z} ${filter || 'all'}`] = {
        tiles: times.length,
        medianMs: Math.round(times[2]!),
        worstMs: Math.round(times.at(-1)!),
        largestBytes: largest,
      };
    }
  return answer;
}

const browser = await chromium.launch({
  executablePath: await chromiumPackage.executablePath(),
  headless: true,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage();
  const { address, username, password } = values;
  const signedIn = await page.request.post(`${address}/api/session`, { data: { username, password }, headers: { origin: address } });
  if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()} ${await signedIn.text()}`);
  const open = async (path: string) => {
    await page.goto(`${address}${path}`);
    await page.locator('h1').first().waitFor();
    await rest(page);
  };
  await open('/console/cases');
  const filter = await traced(browser, page, () => filterList(page));
  let rows = 0;
  const scroll = await traced(browser, page, async () => {
    rows = (await page.evaluate(scrolling)) as number;
  });
  await open('/console/map?show=all');
  const pan = await traced(browser, page, () => panMap(page));
  const result = { at: new Date().toISOString(), filter, scroll: { rows, ...scroll }, pan, tiles: await timeTiles(page, address) };
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
}
