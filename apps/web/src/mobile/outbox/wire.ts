import { cases } from '@gongzhi/contract/cases';
import { matters } from '@gongzhi/contract/matters';
import { ApiProblem, addressOf, type Callable } from '../../shell/api.ts';
import type { Entry } from './entry.ts';
import type { Wire } from './queue.ts';

const limit = 90_000;

/** An anonymous report goes without the cookie, even where somebody is signed in on this phone. */
async function post<Answer>(route: Callable, entry: Entry, body: FormData | string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(addressOf(route, {} as never), {
      method: 'POST',
      body,
      credentials: entry.by === null ? 'omit' : 'same-origin',
      signal: AbortSignal.timeout(limit),
      headers: {
        accept: 'application/json, application/problem+json',
        ...(typeof body === 'string' ? { 'content-type': 'application/json', 'idempotency-key': entry.key } : {}),
      },
    });
  } catch {
    throw new ApiProblem({ status: 0, code: 'offline', title: 'offline' });
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer)
    throw new ApiProblem({
      code: 'unreadable-answer',
      title: String(response.status),
      ...answer,
      status: response.ok ? 502 : response.status,
    });
  return answer as Answer;
}

/** The server as the outbox sees it. */
export const wire: Wire = {
  async upload(photo, entry) {
    const form = new FormData();
    form.append('file', photo.blob, photo.name);
    return (await post<{ id: string }>(matters.upload as Callable, entry, form)).id;
  },
  async send(entry, files) {
    const route = (entry.route === 'report' ? cases.report : cases.open) as Callable;
    const opened = await post<{ number: string; areaName: string; followToken?: string }>(
      route,
      entry,
      JSON.stringify({ ...entry.body, files }),
    );
    return {
      number: opened.number,
      areaName: opened.areaName,
      followToken: opened.followToken ?? null,
      title: String(entry.body.body).slice(0, 40),
    };
  },
};
