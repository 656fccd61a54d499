import { createHmac } from 'node:crypto';
import type { Fact } from '@gongzhi/platform/outbox';
import { CloudEvent } from 'cloudevents';

/** What of a fact may leave the house: never who reported it, nor who acted. */
const told = [
  'number',
  'kind',
  'action',
  'from',
  'to',
  'category',
  'channel',
  'urgency',
  'openedAt',
  'dueAt',
  'closedAt',
  'outcome',
  'leadId',
] as const;

/** A fact as a CloudEvent 1.0 in structured mode. Its id is that of the fact, so that a receiver recognises a repeat. */
export function cloudEvent(fact: Fact, source: string): Record<string, unknown> {
  const data = Object.fromEntries(told.flatMap((key) => (fact.data[key] === undefined ? [] : [[key, fact.data[key]]])));
  return new CloudEvent({
    id: `${fact.tx}-${fact.id}`,
    source,
    type: `gongzhi.${fact.name}`,
    subject: String(fact.data.number ?? ''),
    time: fact.at.toISOString(),
    datacontenttype: 'application/json',
    data: { ...data, areaCode: fact.areaCode },
  }).toJSON();
}

/** Whether a subscription wants the fact: by its name, a beginning with a star, or everything. */
export function wants(events: readonly string[], name: string): boolean {
  return events.some((event) => event === name || event === '*' || (event.endsWith('*') && name.startsWith(event.slice(0, -1))));
}

/** Signature in the way of Standard Webhooks: HMAC-SHA256 over id, time and body, so that a copy cannot be sent again later. */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Seconds until the next try after so many attempts: half a minute, doubling, at most six hours; null gives up after about two days. */
export function pauseAfter(attempts: number): number | null {
  return attempts >= 16 ? null : Math.min(30 * 2 ** (attempts - 1), 6 * 3600);
}
