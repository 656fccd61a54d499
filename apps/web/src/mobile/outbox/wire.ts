import { cases } from '@gongzhi/contract/cases';
import { matters } from '@gongzhi/contract/matters';
import type { Entry, KeptProblem } from './entry.ts';
import type { Wire } from './queue.ts';

const limit = 90_000;

/** Why something was not taken; without the page's own client, because the worker in the background sends too. */
class WireProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: KeptProblem['errors'];
  constructor({ status, code, title, detail, errors }: KeptProblem) {
    super(title);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
  }
}

/** An anonymous report goes without the cookie, even where somebody is signed in on this phone. */
async function post<Answer>(path: string, entry: Entry, key: string | null, body: FormData | string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      body,
      credentials: entry.by === null ? 'omit' : 'same-origin',
      signal: AbortSignal.timeout(limit),
      headers: {
        accept: 'application/json, application/problem+json',
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
    });
  } catch {
    throw new WireProblem({ status: 0, code: 'offline', title: 'offline' });
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer)
    throw new WireProblem({
      code: 'unreadable-answer',
      title: String(response.status),
      ...answer,
      status: response.ok ? 502 : response.status,
    });
  return answer as Answer;
}

const pathOf = ({ path }: { path: string }, params: Record<string, string>) =>
  path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));

/** The server as the outbox sees it. */
export const wire: Wire = {
  async upload(photo, entry) {
    const form = new FormData();
    form.append('file', photo.blob, photo.name);
    if (!entry.act) return (await post<{ id: string }>(matters.upload.path, entry, null, form)).id;
    // Each photo has a key of its own: one whose answer was lost on the way does not hang there twice.
    const key = `${entry.key}-${entry.photos.indexOf(photo)}`;
    const path = `${pathOf(matters.attach, { number: entry.act.number })}?stage=${entry.act.stage}&visibility=reporter`;
    return (await post<{ id: string }>(path, entry, key, form)).id;
  },
  async send(entry, files) {
    const { act } = entry;
    if (act) {
      const answer = { number: act.number, areaName: '', followToken: null, title: act.title };
      if (act.action === null) return answer;
      const path = pathOf(matters.act, { number: act.number, action: act.action });
      const done = await post<{ version: number }>(path, entry, entry.key, JSON.stringify({ version: act.version, input: entry.body }));
      return { ...answer, version: done.version };
    }
    const { path } = entry.route === 'report' ? cases.report : cases.open;
    const opened = await post<{ number: string; areaName: string; followToken?: string }>(
      path,
      entry,
      entry.key,
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
