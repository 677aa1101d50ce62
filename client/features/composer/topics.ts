import { createSignal } from 'solid-js'
import { read } from '../../api/http.ts'
import type { Topic } from './warning.ts'

const [topics, setTopics] = createSignal<readonly Topic[]>([])
let asked = false

/** The community's topics for warnings; asked for once, when they are first needed, and empty until they are here. */
export function warningTopics(): readonly Topic[] {
  if (!asked) {
    asked = true
    read<Topic[]>('/api/community/v1/warnings/topics').then(setTopics, () => {
      asked = false
    })
  }
  return topics()
}
