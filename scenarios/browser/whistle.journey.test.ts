// A smell of gas at night: from the report to the whistle, joint handling, a card for who was late, closing, and the evaluation of both sides.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scene: { longitude: number; latitude: number };
let report = '';
let whistle = '';
const phone = { width: 390, height: 844 } as const;
const title = '夜间燃气味，请紧急到场处置';

const call = (who: string, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => stage.booted.call(who, method, url, body);
/** Does one act as a program does: on the version that was read. */
async function act(who: string, number: string, action: string, input: object = {}): Promise<void> {
  const { body } = await call(who, 'GET', `/api/matters/${number}`);
  const answer = await call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version: body.version, input });
  expect(answer.status, answer.text).toBe(200);
}

beforeAll(async () => {
  stage = await openStage();
  const { body } = await call('subdistrict-dispatcher', 'GET', '/api/session');
  const { areaCode } = body.session.posts[0];
  const { body: grids } = await call('dispatcher', 'GET', `/api/areas?level=grid&under=${areaCode}&limit=3`);
  const [longitude, latitude] = grids.items[1].center;
  scene = { longitude, latitude };
  const { longitude: x, latitude: y } = scene;
  const { body: options } = await call(
    'subdistrict-dispatcher',
    'GET',
    `/api/whistle-options?categories=0404,1302&longitude=${x}&latitude=${y}`,
  );
  const [gas, other] = options.units;
  await stage.booted.enterStaff('gas', 'department-handler', gas.id);
  await stage.booted.enterStaff('other', 'department-handler', other.id);
  // The night is short: who does not sign within a moment is late.
  const { body: known } = await call('supervisor', 'GET', '/api/whistle-rules');
  known.rules.grounds.emergency.sign = { amount: 0.001, unit: 'minute' };
  expect((await call('supervisor', 'PUT', '/api/whistle-rules', known)).status).toBe(200);
});
// Each step stands on the one before: after a failure the rest would only fail for the same reason.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step of the journey has failed'));
afterEach(async ({ task }) => {
  broken ||= task.result?.state === 'fail';
  await stage.expectCalm();
});
afterAll(() => stage?.close());

describe('a smell of gas at night', () => {
  it('is reported and filed as dangerous', async () => {
    const body = { body: '楼道里有很浓的燃气味，二楼以上都能闻到，请尽快派人', place: { ...scene, system: 'wgs84' }, urgency: 3 };
    const recorded = await call('hotline-operator', 'POST', '/api/cases', body);
    expect(recorded.status, recorded.text).toBe(201);
    report = recorded.body.number;
    await act('dispatcher', report, 'file', { category: '0404' });
  });

  it('is whistled for by the subdistrict, with the units that the responsibility list names', async () => {
    const visit = await stage.visit('subdistrict-dispatcher');
    const { page } = visit;
    await visit.go('/console/whistles');
    await page.getByRole('button', { name: '吹哨', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('事由').selectOption('emergency');
    await dialog.getByLabel('标题').fill(title);
    await dialog.getByLabel('情况说明').fill('居民楼有燃气味，需关阀、疏散、查漏');
    await dialog.getByLabel('并入的诉求').fill(report);
    await dialog
      .getByRole('option', { name: /燃气味/ })
      .first()
      .click();
    await dialog.getByLabel('或用一句话说明问题').fill('疏散通道被堵');
    await dialog.getByLabel('问题类别').fill('1302');
    await dialog.getByRole('option', { name: '电动车违规充电' }).click();
    const units = dialog.getByLabel('主责单位');
    await units.getByRole('option').nth(1).waitFor({ state: 'attached' });
    await units.selectOption({ index: 1 });
    await dialog.getByRole('checkbox').first().check();
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '吹哨', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    whistle = /CS\d{6,}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    expect(whistle).not.toBe('');
    await page.getByText('各单位办理').waitFor();
    expect(await visit.barriers()).toEqual([]);
  });

  it('is answered on the phone: the unit arrives by the code that the subdistrict shows', async () => {
    const { body } = await call('subdistrict-dispatcher', 'GET', `/api/whistles/${whistle}/scene-code`);
    const visit = await stage.visit('gas', phone);
    const { page } = visit;
    await visit.go(`/m/task/${whistle}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: '到场报到' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/到场码/).fill(body.code);
    await dialog.getByRole('button', { name: '到场报到' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '完成本单位任务' }).waitFor();
  });

  it('leads to a card for the unit that did not sign in time; the unit replies and the supervisor releases it', async () => {
    const supervise = stage.booted.product.command.parts.jobs?.find((job) => job.name === 'command.supervise');
    const cards = async () => {
      await supervise?.run({}, { signal: new AbortController().signal });
      return (await call('other', 'GET', `/api/cards?matter=${whistle}`)).body.items;
    };
    // Whoever watches the clocks reads the facts in the background.
    await expect.poll(cards, { timeout: 60_000 }).toHaveLength(1);
    const [card] = await cards();
    expect(card).toMatchObject({ grade: 'yellow', state: 'issued', rule: { id: 'whistle-sign-100' } });
    await act('other', whistle, 'sign-too');
    const replied = await call('other', 'POST', `/api/cards/${card.number}/actions/reply`, {
      version: card.version,
      note: '人员已在途中，十分钟内到场',
    });
    expect(replied.status, replied.text).toBe(200);

    const visit = await stage.visit('supervisor');
    const { page } = visit;
    await visit.go(`/console/supervision/${card.number}`);
    await page.getByText('吹哨后逾期未签收').first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '销号' }).click();
    await page.getByLabel('说明').fill('已到场处置');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已销号', { exact: true }).first().waitFor();
  });

  it('is handled together, closed by the whistler, and both sides evaluate one another', async () => {
    await act('other', whistle, 'arrive', { place: { ...scene, system: 'wgs84' } });
    await act('gas', whistle, 'complete', { result: '已关阀，更换老化软管，复测合格' });
    await act('other', whistle, 'complete', { result: '已清通疏散通道' });
    await act('gas', whistle, 'settle', { result: '漏点已修复，居民已返回' });

    const visit = await stage.visit('subdistrict-dispatcher');
    const { page } = visit;
    await visit.go(`/console/whistles/${whistle}`);
    await page.getByRole('button', { name: '确认办结' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认办结' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('已办结', { exact: true }).first().waitFor();

    const { body } = await call('subdistrict-dispatcher', 'GET', `/api/whistles/${whistle}`);
    for (const unit of body.units)
      await act('subdistrict-dispatcher', whistle, 'rate-unit', { unit: unit.organisation.id, satisfaction: 5 });
    for (const who of ['gas', 'other']) await act(who, whistle, 'rate-whistle', { satisfaction: 4 });
    const rated = async () =>
      (await call('dispatcher', 'GET', `/api/whistles/${whistle}`)).body.units.map((unit: { rated: number; ratedBack: number }) => [
        unit.rated,
        unit.ratedBack,
      ]);
    await expect.poll(rated, { timeout: 60_000 }).toEqual([
      [5, 4],
      [5, 4],
    ]);
    const told = async () =>
      (await call('dispatcher', 'GET', `/api/matters/${report}`)).body.entries.filter(
        (entry: { data: { whistle?: string } | null }) => entry.data?.whistle === whistle,
      ).length;
    await expect.poll(told, { timeout: 60_000 }).toBe(2);
  });
});
