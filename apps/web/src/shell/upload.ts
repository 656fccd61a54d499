import { matters } from '@gongzhi/contract/matters';
import type { Upload } from '../kit/photo-picker.tsx';
import { ApiProblem, addressOf, type Callable } from './api.ts';

/**
 * Sends one file to a multipart route and tells how far it is, which `fetch` cannot. Rejects with `ApiProblem`.
 * `address` may carry the query of a route with parameters: `addressOf(matters.attach, { params, query })`.
 */
export function sendFile<Answer>(address: string, file: Blob, name: string, onProgress: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, name);
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'offline', title: 'offline' }));
    request.onload = () => {
      const answer = request.response;
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(new ApiProblem({ code: 'unreadable-answer', title: String(request.status), ...answer, status: request.status }));
    };
    request.send(form);
  });
}

/** For `usePhotos`: a photo before the report it belongs to. */
export const uploadPhoto: Upload = (blob, name, onProgress) =>
  sendFile(addressOf(matters.upload as Callable, {} as never), blob, name, onProgress);
