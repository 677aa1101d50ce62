import { type FieldError, HttpError, Unreachable } from './http.ts'
import { lost } from './reach.ts'

interface UploadOptions {
  /** How much is on its way, from 0 to 1. */
  onPart?: (part: number) => void
  signal?: AbortSignal
}

interface Refusal {
  error?: string
  error_code?: string
  details?: Record<string, FieldError[]>
}

/** Sends a file as part of a form, and says how much of it has gone: what `fetch` cannot say. */
export function upload<T>(path: string, form: FormData, { onPart, signal }: UploadOptions = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'json'
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onPart?.(loaded / Math.max(1, total))
    request.onload = () => {
      const { status } = request
      // The answer's shape is the server's promise (shared/api); it is not checked again here.
      if (status >= 200 && status < 300) return resolve(request.response as T)
      if ([502, 503, 504].includes(status) && !request.response) return gone()
      const said = (request.response ?? {}) as Refusal
      reject(new HttpError(status, said.error ?? '', said.error_code, said.details))
    }
    const gone = () => {
      lost()
      reject(new Unreachable())
    }
    request.onerror = gone
    request.onabort = () => reject(signal?.reason)
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
