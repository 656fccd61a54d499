export { attachmentHeaders, photoHeaders } from './attachment-headers.ts';
export { ATTACHMENT_BYTES, type ClassifiedUpload, classifyUpload } from './classify-upload.ts';
export { type FileRefusal, FileRefused } from './file-refused.ts';
export { createFileStore, FileMissing, type FileStore, type Stored } from './file-store.ts';
export { type PhotoLimits, type PreparedPhoto, photoLimits, preparePhoto } from './photo.ts';
