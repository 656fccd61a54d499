import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type LayerTheme, layerThemes } from '@gongzhi/contract/layers';
import { Misused, type Verb } from '../verb.ts';
import { operator } from './operator.ts';
import { tellImport } from './tell-import.ts';

const themes = Object.keys(layerThemes);

export const importLayer: Verb = {
  name: 'import layer',
  summary: 'take facilities into a layer of the map from GeoJSON, CSV or XLSX (columns name, key, longitude and latitude or wkt)',
  args: [['<file>', 'the file']],
  options: [
    ['--name <name>', 'the layer; it is added where there is none of that name'],
    ['--area <code>', 'the area that the layer belongs to'],
    ['--theme <theme>', themes.join(', '), 'other'],
    ['--replace', 'take out what the file no longer has'],
    ['--dry-run', 'check only'],
    ['--coordinates <system>', 'wgs84, gcj02 or bd09', 'wgs84'],
  ],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
    const theme = String(options.theme) as LayerTheme;
    if (!themes.includes(theme)) throw new Misused(`--theme is one of ${themes.join(', ')}`);
    const system = String(options.coordinates);
    if (system !== 'wgs84' && system !== 'gcj02' && system !== 'bd09') throw new Misused('--coordinates is wgs84, gcj02 or bd09');
    if (!options.name || !/^\d{2,24}$/.test(String(options.area))) throw new Misused('--name and --area (a code) say which layer is meant');
    const { territory } = await product();
    const report = await territory.importFacilities(
      operator,
      { name: String(options.name), theme, areaCode: String(options.area) },
      { path, name: basename(path) },
      {
        dryRun: options.dryRun === true,
        system,
        replace: options.replace === true,
        onProgress: (done, total) => out.progress('import', done, total),
      },
    );
    return tellImport(report, options.json === true, out);
  },
};
