import { isIP } from 'node:net';
import * as client from 'openid-client';
import type { OidcSettings } from './identity.ts';
import type { Journey } from './rules/journey.ts';

export interface SingleSignOn {
  /** Where to send the browser; with PKCE, state and nonce. Throws when the provider cannot be reached. */
  begin(redirectUri: string, back: string): Promise<{ url: string; journey: Journey }>;
  /** The claim that names the account. Throws when anything about the answer does not fit the journey. */
  finish(returned: URL, journey: Journey): Promise<{ claim: string; value: string }>;
}

const loopback = (host: string) => host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

export function createSingleSignOn(settings: OidcSettings): SingleSignOn {
  const claim = settings.claim ?? 'sub';
  let found: Promise<client.Configuration> | undefined;
  const discover = () => {
    const issuer = new URL(settings.issuer);
    // Plain http would show codes and secrets to the network; on this machine there is none between.
    const execute = issuer.protocol === 'http:' && loopback(issuer.hostname) ? [client.allowInsecureRequests] : [];
    found ??= client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute, timeout: 10 }).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async begin(redirectUri, back) {
      const configuration = await discover();
      const journey = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), back };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, journey };
    },
    async finish(returned, { state, nonce, verifier }) {
      const configuration = await discover();
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const identified = tokens.claims();
      if (!identified) throw new Error('the provider sent no identity');
      const value = identified[claim] ?? (await client.fetchUserInfo(configuration, tokens.access_token, identified.sub))[claim];
      if (typeof value !== 'string' || value === '') throw new Error(`the provider tells no claim ${claim}`);
      return { claim, value };
    },
  };
}
