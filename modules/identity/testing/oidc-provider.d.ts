/** The little that the tests use of the provider, which comes without types. */
declare module 'oidc-provider' {
  interface Configuration {
    clients: Record<string, unknown>[];
    findAccount(context: unknown, sub: string): { accountId: string; claims(): Promise<Record<string, unknown>> };
    [more: string]: unknown;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
  }
}
