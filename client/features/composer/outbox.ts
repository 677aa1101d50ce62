import { createEffect, on } from 'solid-js'
import { HttpError } from '../../api/http.ts'
import { reachable } from '../../api/reach.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { toast } from '../../ui/toast.tsx'
import { placeNew } from '../statuses/place-new.ts'
import { warningTopics } from '../warnings/topics.ts'
import type { Draft, DraftContext } from './draft.ts'
import { dropDraft, dropFile, saveDraft, stands, waitingDrafts } from './drafts.ts'
import { isForLater, postStatus } from './post-status.ts'

const t = texts(composer)

const isContext = (text: string): text is DraftContext => /^(new$|reply:|quote:)/.test(text)

const idAfter = (start: string, context: string) =>
  context.startsWith(start) ? context.slice(start.length) : undefined

/**
 * Posts what waits on this device and whose box stands nowhere: now, and whenever the server is back. Each goes under
 * the key of its first try, so that it appears once. Call it where something is disposed of.
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
  const [inReplyTo, quoting] = [idAfter('reply:', context), idAfter('quote:', context)]
  try {
    const status = await postStatus(draft, {
      key: draft.attempt?.key ?? '',
      inReplyTo,
      quoting,
      topics: warningTopics(),
    })
    await dropDraft(accountId, context)
    await Promise.all((draft.pictures ?? []).map(({ key }) => dropFile(key)))
    if (isForLater(status)) return toast(t('kept', status.scheduled_at))
    placeNew(status)
    toast(t('postedLater'))
  } catch (error) {
    // lost again: it goes on waiting
    if (!(error instanceof HttpError)) return
    await saveDraft(accountId, context, { ...draft, waits: undefined })
    toast(t('notPostedLater'))
  }
}
