import { describe, expect, it } from 'vitest';
import { areas, pathsOf } from './routes.tsx';
import { importsOf, reached, read, sourceFiles } from './sources.ts';

describe('the pages', () => {
  it('stand each under the path of its area, and none twice', () => {
    for (const area of areas) expect(area.pages.filter(({ path }) => !path.startsWith(area.path))).toEqual([]);
    expect(pathsOf().toSorted()).toEqual([...new Set(pathsOf())].toSorted());
  });

  it('are all there: every one loads a file with a default export', async () => {
    const files = sourceFiles();
    for (const file of files.filter((name) => /(^|\/)routes\.tsx$/.test(name))) {
      for (const target of importsOf(file).lazy) {
        expect(files, `${file} lists ${target}`).toContain(target);
        expect(read(target), target).toMatch(/export default|as default/);
      }
    }
  });

  it('link to nothing that does not exist', () => {
    const shapes = pathsOf().map((path) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`));
    const dead: string[] = [];
    for (const file of sourceFiles()) {
      // Links as written: to="/wall", to: '/login', and templates with their parts filled in.
      for (const [, , link] of read(file).matchAll(/\bto[=:]\s*\{?(['"`])(\/[^'"`]*)\1/g)) {
        const path = link!
          .split('?')[0]!
          .replaceAll(/\$\{[^}]*\}/g, 'x')
          .replaceAll(/\$\w+/g, 'x');
        // The front door itself leaves out what is not registered.
        if (file !== 'shell/front-door/page.tsx' && !shapes.some((shape) => shape.test(path))) dead.push(`${file}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('the sources', () => {
  it('keep the kit free of shell and modules', () => {
    const trespass = sourceFiles()
      .filter((file) => file.startsWith('kit/'))
      .flatMap((file) =>
        importsOf(file)
          .static.filter((name) => /^(shell|console|mobile|public)\//.test(name) || name.startsWith('@gongzhi/'))
          .map((name) => `${file} → ${name}`),
      );
    expect(trespass).toEqual([]);
  });

  it('keep the big component library out of the phone and the public pages', () => {
    const loaded = reached(
      ['shell/main.tsx', 'mobile/routes.tsx', 'public/routes.tsx'],
      (file) => !/^console\/(?!routes|admin\/routes)/.test(file),
    );
    expect(loaded.size).toBeGreaterThan(30);
    expect([...loaded].filter((name) => name === 'antd' || name.startsWith('antd/') || name.startsWith('@ant-design/'))).toEqual([]);
  });

  it('do not reach into another area', () => {
    const areaOf = (file: string) => /^(console|mobile|public)\//.exec(file)?.[1];
    const trespass = sourceFiles().flatMap((file) =>
      areaOf(file)
        ? importsOf(file)
            .static.filter((name) => areaOf(name) && areaOf(name) !== areaOf(file))
            .map((name) => `${file} → ${name}`)
        : [],
    );
    expect(trespass).toEqual([]);
  });
});
