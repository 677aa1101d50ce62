import { createEffect, on } from 'solid-js'
import { HttpError } from '../../api/http.ts'
import { reachable } from '../../api/reach.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { toast } from '../../ui/toast.tsx'
import { placeNew } from '../statuses/place-new.ts'
import { warningTopics } from '../warnings/topics.ts'
import type { Draft, DraftContext } from './draft.ts'
import { dropDraft, dropFile, saveDraft, stands, waitingDrafts } from './drafts.ts'
import { editStatus, isForLater, postStatus, type Sent } from './post-status.ts'

const t = texts(composer)

const isContext = (text: string): text is DraftContext => /^(new$|(reply|quote|edit|again|to):)/.test(text)

const idAfter = (start: string, context: string) =>
  context.startsWith(start) ? context.slice(start.length) : undefined

/**
 * Posts and saves what waits on this device and whose box stands nowhere: now, and whenever the server is back. Each
 * goes under the key of its first try, so that it appears once. Call it where something is disposed of.
 */
export function watchOutbox(accountId: string): void {
  createEffect(
    on(reachable, (there) => {
      if (there) postWaiting(accountId).catch(() => undefined)
    }),
  )
}

async function postWaiting(accountId: string): Promise<void> {
  for (const { context, draft } of await waitingDrafts(accountId)) {
    if (isContext(context) && !stands(accountId, context)) await postOne(accountId, context, draft)
  }
}

async function postOne(accountId: string, context: DraftContext, draft: Draft): Promise<void> {
  const edited = idAfter('edit:', context)
  try {
    const sent = edited ? await editStatus(draft, edited, warningTopics()) : await postDraft(context, draft)
    await dropDraft(accountId, context)
    await Promise.all((draft.pictures ?? []).map(({ key }) => dropFile(key)))
    if (isForLater(sent)) return toast(t('kept', sent.scheduled_at))
    if (edited) keepStatuses([sent])
    else placeNew(sent)
    toast(t(edited ? 'savedLater' : 'postedLater'))
  } catch (error) {
    // lost again: it goes on waiting
    if (!(error instanceof HttpError)) return
    await saveDraft(accountId, context, { ...draft, waits: undefined })
    toast(t(edited ? 'notSavedLater' : 'notPostedLater'))
  }
}

/** What a draft answers and quotes stands in what it belongs to, or in itself where it is written anew. */
function postDraft(context: DraftContext, draft: Draft): Promise<Sent> {
  return postStatus(draft, {
    key: draft.attempt?.key ?? '',
    inReplyTo: idAfter('reply:', context) ?? draft.answers?.id,
    quoting: idAfter('quote:', context) ?? draft.quoted,
    topics: warningTopics(),
  })
}
