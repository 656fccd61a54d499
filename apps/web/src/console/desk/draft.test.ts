import { describe, expect, it } from 'vitest';
import { caseInputOf, emptyDraft, isPhone, isWritten, keepDraft, restoreDraft } from './draft.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const nothingShown = { category: null, organisation: null, duplicates: [] };

describe('a call that was not finished', () => {
  it('is there again after the page was lost, for the same account only', () => {
    const storage = memory();
    keepDraft('anna', { ...emptyDraft, body: '井盖丢了', urgency: 2, joinTo: 'GZ202603010000001' }, storage);
    expect(restoreDraft('anna', storage)).toMatchObject({
      body: '井盖丢了',
      urgency: 2,
      channel: 'hotline',
      joinTo: 'GZ202603010000001',
    });
    expect(restoreDraft('bert', storage)).toBeNull();
  });

  it('is forgotten after the shift: it holds a telephone number', () => {
    const storage = memory();
    const morning = Date.parse('2026-03-02T08:00:00+08:00');
    keepDraft('anna', { ...emptyDraft, phone: '13800138000' }, storage, morning);
    expect(restoreDraft('anna', storage, morning + 11 * 3_600_000)?.phone).toBe('13800138000');
    expect(restoreDraft('anna', storage, morning + 13 * 3_600_000)).toBeNull();
  });

  it('leaves nothing behind once it is empty again', () => {
    const storage = memory();
    keepDraft('anna', { ...emptyDraft, phone: '138' }, storage);
    keepDraft('anna', emptyDraft, storage);
    expect(storage.kept.size).toBe(0);
    expect(isWritten({ ...emptyDraft, urgency: 3 })).toBe(false);
  });

  it('is forgotten where what was kept cannot be read', () => {
    const storage = memory();
    storage.kept.set('gongzhi.desk.anna', '{broken');
    expect(restoreDraft('anna', storage)).toBeNull();
    storage.kept.set('gongzhi.desk.anna', JSON.stringify({ body: 7, at: Date.now() }));
    expect(restoreDraft('anna', storage)).toBeNull();
  });
});

describe('what is sent', () => {
  it('leaves out what was left empty, and tells the place rather than the grid chosen by hand', () => {
    const draft = { ...emptyDraft, body: ' 路灯不亮 ', areaCode: '990106001001001', place: { longitude: 114.3, latitude: 30.9 } };
    expect(caseInputOf(draft, nothingShown)).toEqual({
      body: '路灯不亮',
      place: { longitude: 114.3, latitude: 30.9, system: 'wgs84' },
      channel: 'hotline',
      urgency: 1,
      confidential: false,
      decision: { suggestedCategory: null, suggestedOrganisation: null, duplicatesShown: [] },
    });
    expect(caseInputOf({ ...draft, place: null }, nothingShown)).toMatchObject({ areaCode: '990106001001001' });
  });

  it('says what was suggested and shown', () => {
    const shown = { category: '0103', organisation: 'u1', duplicates: Array.from({ length: 30 }, (_, index) => `GZ${index}`) };
    const { decision } = caseInputOf({ ...emptyDraft, body: '井盖' }, shown);
    expect(decision).toMatchObject({ suggestedCategory: '0103', suggestedOrganisation: 'u1' });
    expect(decision.duplicatesShown).toHaveLength(20);
  });
});

it.each([
  ['13800138000', true],
  ['027-8765 4321', true],
  ['138', false],
  ['电话', false],
])('%s is complete as a telephone number: %s', (text, complete) => expect(isPhone(text)).toBe(complete));
