/** The running part of a number such as GZ202601050000001: what follows prefix and day. Throws where the number is not of that form. */
export function runningNumber(number: string, prefix: string): number {
  const running = number.startsWith(prefix) ? /^\d{8}(\d{7,12})$/.exec(number.slice(prefix.length))?.[1] : undefined;
  if (running === undefined) throw new RangeError(`${number} is not ${prefix}, a day and a running number`);
  return Number(running);
}
