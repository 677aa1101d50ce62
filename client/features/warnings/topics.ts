import { createSignal } from 'solid-js'
import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { read } from '../../api/http.ts'

const [topics, setTopics] = createSignal<readonly WarningTopic[]>([])
let asked = false

/** Every topic that a post may have; asked for once, when they are first needed, and empty until they are here. */
export function allTopics(): readonly WarningTopic[] {
  if (!asked) {
    asked = true
    read<WarningTopic[]>('/api/community/v1/warnings/topics?retired=true').then(setTopics, () => {
      asked = false
    })
  }
  return topics()
}

/** The topics that are offered for a warning. */
export const warningTopics = (): readonly WarningTopic[] => allTopics().filter((topic) => !topic.retired)

/** What a topic is called; its slug while nobody knows. */
export const labelOf = (slug: string): string => allTopics().find((topic) => topic.slug === slug)?.label ?? slug

/** Puts the topics in place after they were edited here. */
export const knowTopics = (now: readonly WarningTopic[]): void => {
  asked = true
  setTopics(now)
}
