import type { Client } from '../testing/client.ts';

/** A case as the client asked for it, with the answer where one came before the server was gone. */
export interface Asked {
  key: string;
  body: { body: string; areaCode: string; channel: 'api' };
  answer: { status: number; text: string; number: string } | null;
}

/** Several clients that record cases as fast as they are answered; `stop` ends them. Refusals and lost connections are remembered as no answer. */
export function recordUnderLoad(client: Client, who: string, areaCode: string, clients = 6) {
  const asked: Asked[] = [];
  let going = true;
  const one = async (name: number): Promise<void> => {
    for (let count = 0; going; count += 1) {
      const key = `load-${name}-${String(count).padStart(6, '0')}`;
      const item: Asked = { key, body: { body: `第 ${key} 件：路灯不亮`, areaCode, channel: 'api' }, answer: null };
      asked.push(item);
      try {
        const { status, text, body } = await client.call(who, 'POST', '/api/cases', item.body, { 'idempotency-key': key });
        if (status === 201) item.answer = { status, text, number: body.number };
      } catch {
        return;
      }
    }
  };
  const running = Promise.all(Array.from({ length: clients }, (_, name) => one(name)));
  return {
    asked,
    async stop() {
      going = false;
      await running;
    },
  };
}
