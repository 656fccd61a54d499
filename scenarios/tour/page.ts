import { tours } from './steps.ts';

/** The tour as a page of the documentation, both languages side by side. */
export function tourPage(): string {
  const parts = tours.map(({ zh, en, who, steps }) =>
    [
      `## ${zh} · ${en}`,
      who ? `演示账号 demo account: \`${who}\`` : '不用登录 nobody signed in',
      '',
      '| | 看什么 | What to see |',
      '| --- | --- | --- |',
      ...steps.map((step) => `| \`${step.route}\` | ${step.zh} | ${step.en} |`),
    ].join('\n'),
  );
  return `# 十分钟走一遍 · Ten minutes for each role

\`npm start\`，在登录页选一个演示账号。Start the demo and choose an account at the sign-in page. \`npm run pictures -- http://localhost:3000 tour\`
takes a picture of every step into \`.cache/tour/\`. This page is written from \`scenarios/tour/steps.ts\`.

${parts.join('\n\n')}
`;
}
