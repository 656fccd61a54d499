import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../patrol/rules/due-days.ts';
import { type CommandDistrict, districtCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';

const leader = staff('district-leader', units.centre, districtCode);
let district: CommandDistrict;
beforeAll(async () => {
  district = await openCommand({ ...people, leader });
}, 120_000);
afterAll(() => district?.close());

const month = dayOf(new Date()).slice(0, 7);
const write = (who = 'dispatcher', areaCode = districtCode) => district.call(who, 'POST', '/api/monthly-reports', { areaCode, month });

describe('the monthly report', () => {
  test('is written from the ledger, edited, issued, and frozen under its hash; a correction is the next edition', async () => {
    for (const grid of [0, 1, 5])
      await district.call('dispatcher', 'POST', '/api/cases', { body: '路灯不亮，请处理', place: pointIn(grid), category: '0202' });
    await district.settle();
    const { body: draft, status } = await write();
    expect(status, JSON.stringify(draft)).toBe(201);
    expect(draft).toMatchObject({ state: 'draft', edition: 1, figures: { total: { reported: 3 } } });
    expect(draft.sections[0].text).toContain('本月共收到群众诉求 3 件');
    expect(draft.figures.areas.map((area: { reported: number }) => area.reported)).toEqual([2, 1]);
    expect((await write()).body.code).toBe('report-draft-exists');

    const words = { title: draft.title, sections: [...draft.sections, { key: 'free', heading: '附', text: '补充说明' }] };
    const edit = (version: number) => district.call('dispatcher', 'PUT', `/api/monthly-reports/${draft.id}`, { version, ...words });
    expect((await edit(1)).body.version).toBe(2);
    expect((await edit(1)).body.code).toBe('report-changed');
    const issue = (who: string, version: number) => district.call(who, 'POST', `/api/monthly-reports/${draft.id}/issue`, { version });
    expect((await issue('dispatcher', 2)).status).toBe(403);
    expect((await issue('leader', 1)).body.code).toBe('report-changed');
    const issued = await issue('leader', 2);
    expect(issued.body).toMatchObject({ state: 'issued', intact: true, issuedBy: leader.name });
    expect(issued.body.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await edit(3)).body.code).toBe('report-issued');
    await expect(district.database.query('update command.report set title = $1 where id = $2', ['x', draft.id])).rejects.toThrow();
    await expect(district.database.query('delete from command.report where id = $1', [draft.id])).rejects.toThrow();

    await district.call('dispatcher', 'POST', '/api/cases', { body: '又一件', place: pointIn(0), category: '0202' });
    await district.settle();
    const read = await district.call('leader', 'GET', `/api/monthly-reports/${draft.id}`);
    expect(read.body).toMatchObject({ intact: true, figures: { total: { reported: 3 } } });
    expect((await write()).body).toMatchObject({ edition: 2, figures: { total: { reported: 4 } } });
  });

  test('comes as a Word document with its words', async () => {
    const [report] = (await district.call('leader', 'GET', '/api/monthly-reports')).body.items;
    const answer = await district.call('leader', 'GET', `/api/monthly-reports/${report.id}/report.docx`);
    expect(answer.headers['content-type']).toContain('wordprocessingml');
    expect(answer.raw.subarray(0, 2).toString()).toBe('PK');
    expect(answer.raw.length).toBeGreaterThan(4000);
  });

  test('of another area is not there, and none is written for it or for a month to come', async () => {
    const [report] = (await district.call('leader', 'GET', '/api/monthly-reports')).body.items;
    expect((await district.call('sub1', 'GET', `/api/monthly-reports/${report.id}`)).body.code).toBe('report-not-found');
    expect((await write('sub1', `${districtCode}002`)).body.code).toBe('area-outside');
    const later = await district.call('dispatcher', 'POST', '/api/monthly-reports', { areaCode: districtCode, month: '2099-01' });
    expect(later.body.code).toBe('report-month-running');
  });
});
