import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** What the browser needs of a route: the rest of the declaration is types and the server's business. */
const kept = ['name', 'method', 'path', 'status', 'idempotent', 'consumes', 'produces'] as const;

/** Modules that are plain data and need nothing. */
const asTheyAre = ['permissions.ts', 'route.ts', 'layer-themes.ts'];

const isRoute = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

function plain(value: unknown): unknown {
  if (isRoute(value)) return Object.fromEntries(kept.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object') ? value : undefined;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  // A Zod enum keeps its options, so that a page can offer them; every other schema stays on the server.
  if ('_zod' in value)
    return 'options' in value && Array.isArray(value.options) && typeof value.options[0] === 'string'
      ? { options: value.options }
      : undefined;
  const group = Object.entries(value);
  return group.length > 0 && group.every(([, item]) => isRoute(item))
    ? Object.fromEntries(group.map(([key, item]) => [key, plain(item)]))
    : undefined;
}

/**
 * Replaces the contract's modules by what is plain data in them: route descriptors (name, method, path), lists of names,
 * patterns and options of enums. The schemas and Zod itself would add some 20 KB compressed to the first view and are never run in
 * the browser: the server judges, the types guide. An import of anything else from the contract fails the build.
 */
export function contractAtBuildTime(folder: string): Plugin {
  return {
    name: 'contract-at-build-time',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0]!;
      if (!file.startsWith(`${folder}/`) || !file.endsWith('.ts')) return null;
      const name = file.slice(folder.length + 1);
      if (asTheyAre.includes(name)) return null;
      this.addWatchFile(file);
      const found: Record<string, unknown> = await import(
        `${pathToFileURL(join(folder, name)).href}?t=${Math.round(statSync(file).mtimeMs)}`
      );
      const lines = Object.entries(found).flatMap(([key, value]) => {
        if (value instanceof RegExp) return [`export const ${key} = ${value};`];
        const data = plain(value);
        return data === undefined ? [] : [`export const ${key} = ${JSON.stringify(data)};`];
      });
      return { code: lines.join('\n') || 'export {};', map: null, moduleType: 'js' };
    },
  };
}
