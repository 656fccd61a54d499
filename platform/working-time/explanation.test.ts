import { describe, expect, it } from 'vitest';
import { type DeadlineStep, deadline, isNever, type Limit, type Pause, statutoryCalendar } from './index.ts';

const china = statutoryCalendar();
const at = (wall: string) => new Date(`${wall}+08:00`);
const explain = (start: string, limit: Limit, pauses: Pause[] = []) => deadline(china, at(start), limit, pauses).steps.map(inWords);
const clock = (date: Date | null) => (date ? new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(11, 16) : '…');

function inWords(step: DeadlineStep): string {
  if (step.kind === 'counted') {
    const intervals = step.intervals.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
    return `${step.date} ${intervals} = ${step.minutes}${step.makeUp ? ' make-up' : ''}`;
  }
  const cause = step.names ? `${step.cause} ${step.names.join('+')}` : step.cause;
  return `${step.firstDate}..${step.lastDate ?? '…'} (${step.days ?? '?'}) ${cause}${step.reason ? `: ${step.reason}, ${step.approvedBy}` : ''}`;
}

describe('the explanation of a deadline', () => {
  it('names the night, the holiday, the make-up day and the weekend that lie in it', () => {
    expect(explain('2026-09-30T20:00', { amount: 3.125, unit: 'working-day' })).toEqual([
      '2026-09-30..2026-09-30 (1) night',
      '2026-10-01..2026-10-07 (7) holiday 国庆节',
      '2026-10-08 08:00-12:00 14:00-18:00 = 480',
      '2026-10-09 08:00-12:00 14:00-18:00 = 480',
      '2026-10-10 08:00-12:00 14:00-18:00 = 480 make-up',
      '2026-10-11..2026-10-11 (1) weekend',
      '2026-10-12 08:00-09:00 = 60',
    ]);
  });

  it('begins with the weekend on which it was started', () => {
    expect(explain('2026-03-07T10:00', { amount: 1, unit: 'working-hour' })).toEqual([
      '2026-03-07..2026-03-08 (2) weekend',
      '2026-03-09 08:00-09:00 = 60',
    ]);
  });

  it('tells each pause with its reason and who allowed it, and no day inside it besides', () => {
    const pause = { from: at('2026-03-05T10:00'), to: at('2026-03-10T15:00'), reason: '等待鉴定', approvedBy: '调度员' };
    expect(explain('2026-03-05T08:00', { amount: 1, unit: 'working-day' }, [pause])).toEqual([
      '2026-03-05 08:00-10:00 = 120',
      '2026-03-05..2026-03-10 (6) pause: 等待鉴定, 调度员',
      '2026-03-10 15:00-18:00 = 180',
      '2026-03-11 08:00-11:00 = 180',
    ]);
  });

  it('leaves out pauses that lie outside it', () => {
    const pause = { from: at('2026-04-05T10:00'), to: null, reason: '无关' };
    expect(explain('2026-03-05T08:00', { amount: 1, unit: 'working-hour' }, [pause])).toEqual(['2026-03-05 08:00-09:00 = 60']);
  });

  it('stops at a pause that stands open, and says that the end is unknown', () => {
    const pause = { from: at('2026-03-05T10:00'), to: null, reason: '等待鉴定', approvedBy: '调度员' };
    expect(isNever(deadline(china, at('2026-03-05T08:00'), { amount: 1, unit: 'working-day' }, [pause]).due)).toBe(true);
    expect(explain('2026-03-05T08:00', { amount: 1, unit: 'working-day' }, [pause])).toEqual([
      '2026-03-05 08:00-10:00 = 120',
      '2026-03-05..… (?) pause: 等待鉴定, 调度员',
    ]);
  });

  it('shows continuous time as unbroken stretches', () => {
    const pause = { from: at('2026-10-01T10:00'), to: at('2026-10-01T12:00'), reason: '等待鉴定', approvedBy: '调度员' };
    expect(explain('2026-09-30T22:00', { amount: 1, unit: 'day' }, [pause])).toEqual([
      '2026-09-30 22:00-10:00 = 720',
      '2026-10-01..2026-10-01 (1) pause: 等待鉴定, 调度员',
      '2026-10-01 12:00-00:00 = 720',
    ]);
  });
});
