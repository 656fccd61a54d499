// A call, in English: written down without leaving the keyboard, then filed and dispatched at the dispatch desk.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let community: { code: string; name: string };
let number = '';

beforeAll(async () => {
  stage = await openStage();
  const { body } = await stage.booted.call('dispatcher', 'GET', '/api/areas?level=community&limit=3');
  community = body.items[2];
});
// Each step stands on the one before: after a failure the rest would only fail for the same reason.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step of the journey has failed'));
afterEach(async ({ task }) => {
  broken ||= task.result?.state === 'fail';
  await stage.expectCalm();
});
afterAll(() => stage?.close());

describe('a call to the hotline', () => {
  it('is written down from the keyboard alone, with category, place and urgency', async () => {
    const visit = await stage.visit('hotline-operator', { language: 'en' });
    const { page } = visit;
    const { keyboard } = page;
    await visit.go('/console/desk');
    await page.getByRole('heading', { level: 1, name: 'Hotline desk' }).waitFor();
    // The cursor stands in the first field.
    await keyboard.type('13900003333');
    await page.getByText('Nothing was recorded from this number before.').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('Wang');
    await keyboard.press('Tab');
    await keyboard.press('Control+Enter');
    await page.getByText('Write down what is said').waitFor();
    await keyboard.type('小区门口的垃圾桶满了两天没人清，味道很大，苍蝇很多。');
    const suggestions = page.getByRole('region', { name: 'Suggested category' });
    await suggestions.getByRole('button').first().waitFor();
    await keyboard.press('Alt+1');
    await suggestions.getByRole('button', { pressed: true }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('combobox', { name: 'Place' }).focus();
    await keyboard.type(community.name);
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByText('Grid: ').waitFor();
    await keyboard.press('Control+Enter');
    const saved = page.getByRole('status', { name: 'Recorded. Tell the caller the number' });
    await saved.waitFor();
    number = /GZ\d{6,}/.exec(await saved.innerText())?.[0] ?? '';
    expect(number).not.toBe('');
    expect(await visit.barriers()).toEqual([]);
    await keyboard.press('Alt+n');
    await expect.poll(() => page.getByLabel('Telephone').inputValue()).toBe('');
    await keyboard.type('13900003333');
    await page.getByRole('region', { name: 'Earlier cases of the caller' }).getByRole('link').first().waitFor();
  });

  it('is filed and dispatched with one key at the dispatch desk, which then has the next case in hand', async () => {
    const visit = await stage.visit('dispatcher', { language: 'en' });
    const { page } = visit;
    const { body } = await stage.booted.call('dispatcher', 'GET', `/api/matters/${number}`);
    await visit.go('/console/dispatch?queue=recorded');
    await page.getByRole('list').getByRole('button', { name: body.title }).click();
    const hand = page.getByRole('article');
    await hand.getByRole('heading', { level: 2, name: body.title }).waitFor();
    await hand.getByRole('button', { name: /^Dispatch as suggested to/ }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Filed and dispatched').waitFor();
    await page.getByRole('list').getByRole('button', { name: body.title }).waitFor({ state: 'detached' });
    const after = await stage.booted.call('dispatcher', 'GET', `/api/matters/${number}`);
    expect(after.body).toMatchObject({ state: 'dispatched', lead: { name: expect.any(String) } });
  });

  it('is found in the list by its words, and opens by keyboard', async () => {
    const visit = await stage.visit('dispatcher', { language: 'en', scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/cases?state=dispatched');
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.go(`/console/cases?numbers=${number}`);
    await page.getByRole('link').filter({ hasText: '垃圾' }).first().click();
    await page
      .getByRole('heading', { level: 2, name: 'Clocks' })
      .or(page.getByRole('heading', { name: 'Where it stands' }))
      .first()
      .waitFor();
    expect(await visit.barriers()).toEqual([]);
  });
});
