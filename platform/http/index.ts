export { authorise } from './authorise.ts';
export { type BoundRoute, bind, type Call, type RawRoutes } from './bind.ts';
export { createFloor, type FloorOptions } from './floor.ts';
export { forgetRequests, once } from './idempotency.ts';
export { check, fieldProblems, parseJson } from './input.ts';
export { openApiDocument } from './openapi.ts';
export { asRefusal, problemDocument } from './render-problem.ts';
export { takeUpload } from './take-upload.ts';
