import type { Navigator } from '@solidjs/router'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { filters } from '../../locales/en/filters.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { ask } from '../statuses/question.ts'

const t = texts(filters)

/** The way to put one post under a filter. */
export const putItem = ({ id: statusId }: StatusEntity): MenuItem => ({
  label: t('putUnder'),
  onSelect: () => ask({ about: 'filter', statusId }),
})

/** The way from a post to a filter: with what is marked on the page, or else with the post's hashtags, in no address. */
export const wordItem = (status: StatusEntity, navigate: Navigator): MenuItem => ({
  label: t('hideWord'),
  hint: t('hideWordHint'),
  onSelect: () => {
    const marked = window.getSelection()?.toString().trim().slice(0, 100)
    const words = marked || status.tags.map(({ name }) => `#${name}`).join('\n')
    navigate('/settings/filters', { state: { words } })
  },
})
