import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { type Answer, answer, redirect } from '../../http/answer.ts'
import { tombstone } from './activities.ts'
import { type Asker, Gone } from './read.ts'
import { ACTIVITY_TYPE, inContext, type Json } from './words.ts'

/**
 * Finds out who asks from elsewhere. Throws 401 where a signature is asked for and there is none that holds. With
 * `surely`, who is not known yet is looked up.
 */
export type WhoAsks = (ctx: Context, request: Request, wish?: { surely?: boolean }) => Asker | Promise<Asker>

/** A document; what depends on who asks is kept by nobody in between. */
const documentAnswer = (body: Json, { asker, status }: { asker?: Asker; status?: number } = {}): Answer =>
  answer(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': ACTIVITY_TYPE,
      Vary: 'Accept, Signature',
      'Cache-Control': asker === undefined ? 'public, max-age=60' : 'private, no-store',
    },
  })

/** Whether a request is one of a browser, which is shown the page. */
const wantsPage = (request: Request): boolean => {
  const accept = request.get('accept') ?? ''
  return accept.includes('text/html') && !wantsDocument(request)
}

/** Whether a request asks for a document of ActivityPub. */
export const wantsDocument = (request: Request): boolean =>
  /application\/(activity\+json|ld\+json)/i.test(request.get('accept') ?? '')

/** Answers with a document, with the page for a browser, or that it is gone. */
export async function answerWith(
  ctx: Context,
  request: Request,
  whoAsks: WhoAsks,
  { page, read, surely }: { page?: () => string; read(asker: Asker): Json | Promise<Json>; surely?: boolean },
): Promise<Answer> {
  if (page && wantsPage(request)) return redirect(page(), 302)
  const asker = await whoAsks(ctx, request, { surely })
  try {
    return documentAnswer(await read(asker), { asker })
  } catch (thrown) {
    if (thrown instanceof Gone) return documentAnswer(inContext(tombstone(thrown.uri)), { status: 410 })
    throw thrown
  }
}
