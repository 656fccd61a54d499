import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MapGround } from '@gongzhi/contract/map-ground';

/** The base map: what pages are told, the file behind it, and the hosts that pages may ask. */
export interface MapSettings {
  ground: MapGround;
  file: string | null;
  origins: string[];
}

/** Address under which the file is served. */
export const mapFileAddress = '/map/base.pmtiles';

/** Reads the settings of the base map. Throws in plain words when one of them cannot be. */
export function readMapSettings(env: Record<string, string | undefined>, data: string, cwd: string): MapSettings {
  const attribution = env.GONGZHI_MAP_ATTRIBUTION || null;
  const named = env.GONGZHI_MAP_FILE ? resolve(cwd, env.GONGZHI_MAP_FILE) : null;
  if (named && !existsSync(named)) throw new Error(`GONGZHI_MAP_FILE names ${named}, which is not there`);
  const usual = join(data, 'map.pmtiles');
  const file = named ?? (existsSync(usual) ? usual : null);
  if (file) return { ground: { kind: 'file', url: mapFileAddress, attribution }, file, origins: [] };
  const templates = (env.GONGZHI_MAP_TILES ?? '').split(/\s+/).filter((one) => one !== '');
  if (templates.length === 0) return { ground: { kind: 'none' }, file: null, origins: [] };
  const key = env.GONGZHI_MAP_KEY ?? '';
  const urls = templates.map((template) => {
    if (!/^https?:\/\//.test(template) || !['{z}', '{x}', '{y}'].every((part) => template.includes(part)))
      throw new Error(`GONGZHI_MAP_TILES wants addresses with {z}, {x} and {y} and got “${template}”`);
    if (template.includes('{key}') && !key) throw new Error('GONGZHI_MAP_KEY is needed: GONGZHI_MAP_TILES has a place for it');
    return template.replaceAll('{key}', encodeURIComponent(key));
  });
  const maxzoom = Number(env.GONGZHI_MAP_MAXZOOM || 18);
  if (!Number.isInteger(maxzoom) || maxzoom < 1 || maxzoom > 22) throw new Error('GONGZHI_MAP_MAXZOOM wants a zoom from 1 to 22');
  return {
    ground: { kind: 'tiles', urls, attribution, maxzoom },
    file: null,
    origins: [...new Set(urls.map((url) => new URL(url).origin))],
  };
}
