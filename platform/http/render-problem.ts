import type { FastifyError } from 'fastify';
import { problems, Refusal } from '../problems/index.ts';

/** What the engine refused because of the input, by SQLSTATE: the net below the schemas, never a 5xx. */
const inputFaults: Record<string, string> = {
  '22001': 'a text is too long',
  '22003': 'a number is out of range',
  '22007': 'a date is not valid',
  '22008': 'a date is out of range',
  '22021': 'a character cannot be stored',
  '22P02': 'a value has the wrong form',
  '22P05': 'a character cannot be stored',
};

// The reader of multipart bodies throws plain errors that have nothing but their words.
const brokenMultipart = /^(Multipart: |The needle |Unexpected end of multipart)|unexpected end of multipart/;

/** Any error as a refusal; null where it is unknown and must stay opaque. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = (error ?? {}) as FastifyError;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return problems['too-large']();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return problems['unsupported-media-type']({ detail: 'application/json, or multipart/form-data where a file is taken' });
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH')
    return problems['invalid-input']({ errors: [{ field: 'body', reason: 'the body is empty or cut off', accepted: 'JSON in UTF-8' }] });
  if (!code && error instanceof Error && brokenMultipart.test(error.message))
    return problems['invalid-input']({
      errors: [{ field: 'body', reason: 'the multipart body is broken or cut off', accepted: 'multipart/form-data' }],
    });
  if (code === '57014') return problems['query-too-slow']();
  if (code === '40001' || code === '40P01')
    return problems.conflict({ detail: 'Somebody else acted at the same moment; try again', retryAfter: 1 });
  if (code && inputFaults[code]) return problems['invalid-input']({ errors: [{ field: 'input', reason: inputFaults[code] }] });
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Refusal(statusCode === 429 ? 'too-many-requests' : 'bad-request', statusCode, (error as Error).message.slice(0, 200), {
      errors: [{ field: 'request', reason: (error as Error).message.slice(0, 200) }],
    });
  return null;
}

/** The problem document of RFC 9457. */
export function problemDocument(refusal: Refusal, trace: string): Record<string, unknown> {
  const { detail, errors, more } = refusal.options;
  return {
    type: `urn:gongzhi:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...more,
    trace,
  };
}
