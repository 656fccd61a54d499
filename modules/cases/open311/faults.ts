/** An error of GeoReport v2: 400 for what is missing or wrong, 403 for the key, 404 for what is unknown. */
export class Fault extends Error {
  readonly status: number;
  constructor(status: 400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503, description: string) {
    super(description);
    this.status = status;
  }
}
export const missing = (name: string, accepted?: string) => new Fault(400, `${name} was not provided${accepted ? ` (${accepted})` : ''}`);
export const wrong = (name: string, accepted: string) => new Fault(400, `${name} is not valid; accepted: ${accepted}`);
