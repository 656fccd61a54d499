/** A server that speaks the OpenAI protocol, run by the operator. */
export interface DraftServer {
  /** Base address, such as http://127.0.0.1:8000/v1. */
  url: string;
  model: string;
  key: string | null;
  /** Milliseconds until it counts as not answering; 30 s unless told. */
  patience?: number;
}

/** The server did not give a draft; why, for the log of the operator. */
export class NoDraft extends Error {}

/** No draft is longer; a server that never stops is cut off. Bytes. */
const longest = 200_000;

/** Asks for one answer. Throws NoDraft for everything that can go wrong on the way: no connection, time, status, form. */
export async function askServer(server: DraftServer, messages: readonly { role: 'system' | 'user'; content: string }[]): Promise<string> {
  try {
    const response = await fetch(`${server.url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(server.key ? { authorization: `Bearer ${server.key}` } : {}) },
      body: JSON.stringify({ model: server.model, messages, temperature: 0.2, max_tokens: 800, stream: false }),
      signal: AbortSignal.timeout(server.patience ?? 30_000),
      // Only the named server is asked, wherever it would send us.
      redirect: 'error',
    });
    if (!response.ok) throw new NoDraft(`it answered ${response.status}`);
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > longest) throw new NoDraft('its answer is too long');
    }
    const answer = JSON.parse(text) as { choices?: { message?: { content?: unknown } }[] };
    const content = answer.choices?.[0]?.message?.content;
    if (typeof content !== 'string' || content.trim() === '') throw new NoDraft('its answer holds no words');
    return content.trim().slice(0, 4000);
  } catch (error) {
    if (error instanceof NoDraft) throw error;
    throw new NoDraft(error instanceof Error ? error.message : String(error));
  }
}
