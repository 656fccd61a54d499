import { describe, expect, it } from 'vitest';
import type { Entry } from '../outbox/entry.ts';
import { draftOf, emptyDraft } from './draft.ts';
import type { Person } from './person-step.tsx';
import { bodyOf } from './request.ts';

const person = (more: Partial<Person> = {}): Person => ({
  how: 'contact',
  name: '王先生',
  phone: '13900000000',
  confidential: true,
  ...more,
});
const draft = { ...emptyDraft, words: ' 路灯不亮 ', address: ' 公交站旁 ', areaCode: '990106001001', areaName: '枫林社区' };

describe('the request of a report', () => {
  it('holds nothing of a person who chose to be anonymous, even if they had typed it before', () => {
    const body = bodyOf('report', draft, person({ how: 'anonymous' }));
    expect(body).toEqual({ body: '路灯不亮', areaCode: '990106001001', address: '公交站旁' });
  });

  it('holds contact data and the wish for confidence where they were given', () => {
    expect(bodyOf('report', draft, person())).toMatchObject({ reporter: { name: '王先生', phone: '13900000000' }, confidential: true });
  });

  it('leaves the contact data to the account of who is signed in', () => {
    expect(bodyOf('report', draft, person({ how: 'account', confidential: false }))).not.toHaveProperty('reporter');
  });

  it('says a point rather than an area where there are both', () => {
    const place = { longitude: 114.3, latitude: 30.9 };
    const body = bodyOf('report', { ...draft, place }, person());
    expect(body).toMatchObject({ place });
    expect(body).not.toHaveProperty('areaCode');
  });

  it('names the channel and the urgency only where staff record it', () => {
    expect(bodyOf('case', { ...draft, urgency: 3 }, person())).toMatchObject({ channel: 'grid', urgency: 3 });
    expect(Object.keys(bodyOf('report', draft, person()))).not.toContain('channel');
  });
});

it('a refused report becomes a draft again with its words, place and photos, and without the person', () => {
  const photo = { name: 'a.jpg', blob: new Blob(['a']), id: 'x', uploadedAt: 1 };
  const entry = { body: bodyOf('report', draft, person()), photos: [photo] } as unknown as Entry;
  const again = draftOf(entry);
  expect(again).toMatchObject({ words: '路灯不亮', areaCode: '990106001001', address: '公交站旁', photos: [{ name: 'a.jpg' }] });
  expect(JSON.stringify(again)).not.toContain('13900000000');
});
