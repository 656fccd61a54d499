// The one place that declares the direction: web → contract ← http; server → modules → platform; the module graph has no cycle.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const order = ['territory', 'organisations', 'identity', 'matters', 'intelligence', 'cases', 'notifications', 'command'];
const below = order.map((name, index) => ({
  name: `${name}-knows-only-what-is-below`,
  severity: 'error',
  from: { path: `^modules/${name}/` },
  to: { path: `^modules/(${order.slice(index + 1).join('|') || 'none'})/` },
}));

// The doors of a module are what its package.json exports: the index, and here and there pure data that need no running module.
const doors = readdirSync(join(__dirname, '../modules')).flatMap((name) =>
  Object.values(JSON.parse(readFileSync(join(__dirname, '../modules', name, 'package.json'), 'utf8')).exports).map(
    (file) => `^modules/${name}/${file.slice(2).replaceAll('.', '\\.')}$`,
  ),
);

module.exports = {
  forbidden: [
    ...below,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'platform-knows-nothing-of-governance',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(modules|apps|scenarios|bench)/' },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^contract/' },
      to: { path: '^(platform|modules|apps|scenarios|bench)/' },
    },
    {
      name: 'modules-by-their-door',
      severity: 'error',
      from: { path: '^(apps|scenarios|bench)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^modules/', pathNot: [...doors, '^modules/[^/]+/testing/'] },
    },
    {
      name: 'other-modules-by-their-door',
      severity: 'error',
      from: { path: '^modules/([^/]+)/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { path: '^modules/', pathNot: [...doors, '^modules/$1/'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^modules/.+/rules/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(modules/.+/(store|commands|queries|http)/|platform/(http|jobs|outbox|files)/|(node:)?(fs|http|https|child_process)(/promises)?$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      from: { path: '^modules/.+/(rules|commands|http|jobs|consumers)/', pathNot: '(\\.test\\.ts$|rules/visible\\.ts$)' },
      to: { path: '^node_modules/kysely/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|dist|\\.cache)' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
