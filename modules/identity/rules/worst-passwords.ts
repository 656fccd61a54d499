// Words at the heart of the passwords that pass any rule of complexity and head every list of leaked ones, here and abroad.
const hearts = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'pa$$word',
  'pa$$w0rd',
  'admin',
  'administrator',
  'root',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'qwer',
  'asdf',
  'zxcv',
  'qazwsx',
  'qwe',
  'asd',
  'abc',
  'abcd',
  'aa',
  'woaini',
  'iloveyou',
  'huawei',
  'huawei@',
  'test',
  'guest',
  'user',
  'login',
  'letmein',
  'changeme',
  'gongzhi',
  'shequ',
  'wangge',
  'jiedao',
  'zhengfu',
  'beijing',
  'shanghai',
  'china',
  'zhongguo',
  'monkey',
  'dragon',
  'a',
  'q',
  'z',
  'aaa',
  'qq',
]; // prettier-ignore
const wholes = new Set([
  '1qaz2wsx',
  '1qaz@wsx',
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  '1qaz@wsx3edc',
  '!qaz2wsx',
  '!qaz@wsx',
  'zaq12wsx',
  'zaq1@wsx',
  'qwe123!@#',
  'abc123!@#',
  '123qwe!@#',
  '123qwe',
  '123qweasd',
  '123qweasdzxc',
  '1234qwer',
  '!@#qwe123',
  'q1w2e3r4',
  'q1w2e3r4t5',
]);
const heart = new Set(hearts);
const digits = '01234567890';

/** Whether a password is a famous word dressed up with a run of digits, a year or a mark, such as `Admin@123456`. */
export function isWorst(password: string): boolean {
  const text = password.toLowerCase();
  const bare = text.replace(/[^a-z0-9@$!#]+$/, '').replace(/[.!@#$]+$/, '');
  if (wholes.has(text) || wholes.has(bare)) return true;
  const match = /^([^a-z0-9]*)([a-z0@$]*?)([^a-z0-9]*)(\d*)([^a-z0-9]*)$/.exec(text);
  if (!match) return false;
  const [, , word = '', , tail = ''] = match;
  return heart.has(word) && (tail === '' || isRun(tail) || isYear(tail));
}

const isRun = (text: string) => digits.includes(text) || digits.split('').reverse().join('').includes(text) || /^(\d{1,3})\1*$/.test(text);
const isYear = (text: string) => /^(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?$/.test(text);
