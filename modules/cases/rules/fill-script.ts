/** The words of the caller with the case filled in. A case that no unit handled was answered by the centre itself. */
export function fillScript(script: string, said: { title: string; owner: string | null }): string {
  return script.replaceAll('{title}', () => said.title).replaceAll('{owner}', () => said.owner ?? '受理中心');
}
