// What tells who somebody is, is found in one place for the walls and for drafts.
export { looksPersonal, mark, redact } from '@gongzhi/intelligence/redact';
