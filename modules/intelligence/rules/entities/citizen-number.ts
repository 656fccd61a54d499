const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const signs = '10X98765432';

/** Whether eighteen characters are a citizen number by their check sign (GB 11643, ISO 7064 MOD 11-2). */
export function isCitizenNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return signs[sum % 11] === text[17]?.toUpperCase();
}
