// The only door of intelligence to the running product.
export * from './text.ts';
