/**
 * Headers under which a file of a stranger may leave the server: saved and never shown, its type not guessed, nothing in it allowed to run
 * should a browser show it all the same. The name is given twice, plain for old programs and in full by RFC 6266 and RFC 8187.
 */
export function attachmentHeaders(name: string, type: string): Record<string, string> {
  return {
    'content-type': /^text\//.test(type) ? 'application/octet-stream' : type,
    'content-disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=0, must-revalidate',
  };
}

/** The same for pictures that preparePhoto() made, which may be shown. Their address holds their content's name, so they never change. */
export function photoHeaders(): Record<string, string> {
  return {
    'content-type': 'image/jpeg',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=86400, immutable',
  };
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%;]/g, '_');
}

/** RFC 8187 attr-char: everything but letters, digits and a few signs is written as percent and hex. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
