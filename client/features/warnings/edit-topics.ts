import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { warningTopics as words } from '../../locales/en/warning-settings.ts'
import { toast } from '../../ui/toast.tsx'
import { knowTopics } from './topics.ts'

const t = texts(words)

const TOPICS = '/api/community/v1/warnings/topics'

/** What a form about a topic is filled with: other words are a text, one in a line. */
export interface TopicDraft {
  label: string
  aliases: string
  kind: WarningTopic['kind']
  guidance: string
  required_for: string
  discreet: boolean
}

/** A form for a topic that is not there yet. */
export const emptyTopic: TopicDraft = {
  label: '',
  aliases: '',
  kind: 'courtesy',
  guidance: '',
  required_for: '',
  discreet: false,
}

/** A topic as it is edited. */
export const draftOf = ({ label, aliases, kind, guidance, required_for, discreet }: WarningTopic): TopicDraft => ({
  label,
  aliases: aliases.join('\n'),
  kind,
  guidance,
  required_for,
  discreet,
})

/** Words that stand one in a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Reads every topic anew, retired ones too. */
export async function readTopics(signal?: AbortSignal): Promise<readonly WarningTopic[]> {
  const topics = await read<WarningTopic[]>(`${TOPICS}?retired=true`, signal ? { signal } : {})
  knowTopics(topics)
  return topics
}

/** Adds a topic, or changes the one called `slug`. */
export function saveTopic(draft: TopicDraft, slug: string | undefined): Promise<WarningTopic> {
  const form = { ...draft, aliases: linesOf(draft.aliases) }
  return slug === undefined ? send('POST', TOPICS, form) : send('PATCH', `${TOPICS}/${encodeURIComponent(slug)}`, form)
}

/** Changes a topic by one press, and says why if it did not work. */
export async function changeTopic(slug: string, change: { position: number } | { retired: boolean }): Promise<boolean> {
  try {
    await send('PATCH', `${TOPICS}/${encodeURIComponent(slug)}`, change)
    await readTopics()
    return true
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
    return false
  }
}
