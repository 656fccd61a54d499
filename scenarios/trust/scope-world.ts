import type { Booted } from '../testing/booted.ts';
import type { Answer, Method } from '../testing/client.ts';
import type { Placed, Places } from './scope-callers.ts';

/** A case somewhere, with what hangs on it. */
export interface PlacedCase extends Placed {
  name: string;
  number: string;
  text: string;
  phone: string;
  clock: string;
  file: string;
  place: { longitude: number; latitude: number };
}

/** One of two subdistricts, with one of everything that is administered. */
export interface Side extends Placed {
  name: string;
  area: string;
  organisation: string;
  /** A post that is held, its tenure, its holder and the holder's account. */
  post: string;
  tenure: string;
  person: string;
  personName: string;
  account: string;
  username: string;
  calendar: string;
  layer: string;
  /** A closed and published case of this side that waits to be called back, and a comment on it. */
  closed: string;
  comment: string;
  commentText: string;
}

export interface ScopeWorld {
  server: Booted;
  places: Places;
  cases: PlacedCase[];
  sides: Side[];
  /** Where the stream of facts stood before all this. */
  before: string;
  /** Codes of categories in use. */
  categories: string[];
  /** A number that no other asker of this world was given. */
  next(): number;
  must(who: string | null, method: Method, url: string, body?: unknown): Promise<Answer>;
}

/** Two subdistricts of the demo with a case each, and further cases that only a unit has a part in. Built through the doors themselves. */
export async function buildScopeWorld(server: Booted): Promise<ScopeWorld> {
  const { database } = server.product;
  const must: ScopeWorld['must'] = async (who, method, url, body) => {
    const answer = await server.call(who, method, url, body);
    if (answer.status >= 400) throw new Error(`${who} ${method} ${url}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  };
  const offices = await database.query<{ organisationId: string; areaCode: string }>(
    `select id as "organisationId", area_code as "areaCode" from organisations.organisation where type = 'subdistrict-office' order by area_code limit 2`,
  );
  const departments = await database.query<{ organisationId: string; areaCode: string }>(
    `select id as "organisationId", area_code as "areaCode" from organisations.organisation where type = 'department' order by id limit 2`,
  );
  const [here, there] = offices as [Places['here'], Places['here']];
  const [department, stranger] = departments as [Places['here'], Places['here']];
  const places = { here, there, department };
  const [head] = await database.query<{ position: string }>(
    `select tx::text || '-' || id as position from platform.fact order by tx desc, id desc limit 1`,
  );

  const grids = async (area: string) =>
    (await must(null, 'GET', `/api/areas?under=${area}&level=grid&limit=20`)).body.items as { code: string; center: [number, number] }[];
  const [gridsHere, gridsThere] = await Promise.all([grids(here.areaCode), grids(there.areaCode)]);
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };

  const openCase = async (name: string, grid: { code: string; center: [number, number] }, lead: string): Promise<PlacedCase> => {
    const phone = `136222233${33 + next()}`;
    const text = `${name}的一件事：河边第${name}段栏杆松动，夜里有人险些落水，请尽快加固`;
    const [longitude, latitude] = grid.center;
    const opened = await must('staff dispatcher', 'POST', '/api/cases', {
      ...{ body: text, areaCode: grid.code, place: { longitude, latitude }, category: '0101' },
      reporter: { name: '范围', phone: name === '本街道' ? '13622223333' : phone },
    });
    const { number } = opened.body;
    const act = (action: string, version: number, input: object) =>
      must('staff dispatcher', 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
    await act('file', 1, { category: '0101' });
    await act('dispatch', 2, { lead });
    const form = new FormData();
    form.set('file', new Blob([`${name}的附件`]), 'note.txt');
    const file = (await must('staff dispatcher', 'POST', `/api/matters/${number}/files?visibility=reporter`, form)).body.id;
    const { clocks } = (await must('staff dispatcher', 'GET', `/api/matters/${number}`)).body;
    return {
      ...{ name, number, text, file, grid: grid.code, parts: [lead], clock: clocks[0].id, place: { longitude, latitude } },
      ...(name === '本街道' ? { phone: '13622223333', reporter: 'scope resident' } : { phone, reporter: null }),
    };
  };
  const cases = [
    await openCase('本街道', gridsHere[0]!, stranger.organisationId),
    await openCase('外街道', gridsThere[0]!, stranger.organisationId),
    await openCase('部门承办', gridsThere[5]!, department.organisationId),
    await openCase('本街道承办的外街道', gridsThere[10]!, here.organisationId),
  ];

  const buildSide = async (name: string, place: Places['here'], grid: { code: string; center: [number, number] }): Promise<Side> => {
    const admin = 'staff system-administrator';
    const area = place.areaCode;
    const organisation = (await must(admin, 'POST', '/api/organisations', { name: { zh: `${name}单位` }, type: 'other', areaCode: area }))
      .body.id;
    const post = (await must(admin, 'POST', '/api/posts', { organisationId: organisation, title: '岗位', role: 'grid-officer' })).body.id;
    const personName = `${name}人员`;
    const person = (await must(admin, 'POST', '/api/persons', { name: personName })).body.id;
    const held = (await must(admin, 'POST', `/api/posts/${post}/tenures`, { personId: person, from: '2026-01-01' })).body;
    const username = `scope-${area}`;
    const account = (await must(admin, 'POST', '/api/accounts', { username, personId: person })).body.id;
    const calendar = `scope-${area}`;
    await must(admin, 'PUT', `/api/calendars/${calendar}`, {
      name,
      areaCode: area,
      timezone: 'Asia/Shanghai',
      hours: [['08:00', '12:00']],
    });
    const layer = (await must(admin, 'POST', '/api/layers', { name: `${name}设施`, theme: 'other', areaCode: area })).body.id;
    const opened = await must('staff dispatcher', 'POST', '/api/cases', {
      ...{ body: `${name}已经办完的一件事`, areaCode: grid.code, reporter: { name: '范围', phone: `1362222${4000 + next()}` } },
    });
    const closed = opened.body.number;
    await must('staff dispatcher', 'POST', `/api/matters/${closed}/actions/answer-directly`, { version: 1, input: { reply: '已经办好' } });
    await must('staff content-editor', 'POST', `/api/matters/${closed}/actions/publish`, { version: 2, input: {} });
    const commentText = `${name}的评论`;
    const comment = (await must('scope resident', 'POST', `/api/wall/${closed}/comments`, { text: commentText })).body.id;
    await must('staff content-editor', 'POST', `/api/comments/${comment}`, { state: 'shown' });
    return {
      ...{
        name,
        area,
        grid: grid.code,
        organisation,
        post,
        person,
        personName,
        username,
        account,
        calendar,
        closed,
        comment,
        commentText,
        layer,
      },
      ...{ tenure: held.holders[0].tenureId, parts: [], reporter: null },
    };
  };
  await server.enterResident('scope resident', '13622223333');
  const sides = await Promise.all([buildSide('这边', here, gridsHere[1]!), buildSide('那边', there, gridsThere[1]!)]);
  const categories = (await must(null, 'GET', '/api/categories')).body.items.map((one: { code: string }) => one.code);
  // Words are searched only once they have been read from the facts.
  await server.settle();
  return { server, places, cases, sides, categories, before: head?.position ?? '0-0', next, must };
}
